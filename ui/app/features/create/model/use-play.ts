import { useCallback, useEffect, useRef, useState } from 'react';

/** What a voice is to be heard with. Without a text it is the server's own sample. */
export interface Hearing {
  readonly voice: string;
  readonly language: string;
  readonly text: string;
  readonly speed: number;
  readonly pitch: number;
}

export interface Playing {
  readonly voice: string;
  /** fetched: the sound is being made; heard: it is playing. */
  readonly state: 'fetched' | 'heard';
  /** How far it is, from 0 to 1. */
  readonly at: number;
}

/** One sound at a time. What was made once is kept as long as the sheet is open. */
export function usePlay(): {
  readonly playing: Playing | undefined;
  /** Why the last one cannot be heard; the server's own sentence where it gave one. */
  readonly fault: { readonly voice: string; readonly detail: string } | undefined;
  play(what: Hearing): void;
  stop(): void;
} {
  const [playing, setPlaying] = useState<Playing>();
  const [fault, setFault] = useState<{ readonly voice: string; readonly detail: string }>();
  const audio = useRef<HTMLAudioElement>();
  const asked = useRef<AbortController>();
  const made = useRef(new Map<string, string>());

  const stop = useCallback((): void => {
    asked.current?.abort();
    asked.current = undefined;
    audio.current?.pause();
    setPlaying(undefined);
  }, []);
  useEffect(() => {
    const sounds = made.current;
    return () => {
      asked.current?.abort();
      audio.current?.pause();
      for (const url of sounds.values()) URL.revokeObjectURL(url);
      sounds.clear();
    };
  }, []);

  const play = useCallback(
    (what: Hearing): void => {
      stop();
      setFault(undefined);
      const { voice } = what;
      const abort = new AbortController();
      asked.current = abort;
      setPlaying({ voice, state: 'fetched', at: 0 });
      const isCurrent = (): boolean => asked.current === abort;
      const hear = async (): Promise<void> => {
        const key = JSON.stringify(what);
        const url = made.current.get(key) ?? URL.createObjectURL(await soundOf(what, abort.signal));
        made.current.set(key, url);
        if (!isCurrent()) return;
        const sound = (audio.current ??= new Audio());
        sound.src = url;
        sound.playbackRate = what.text === '' ? what.speed : 1;
        sound.ontimeupdate = () =>
          isCurrent() &&
          setPlaying({
            voice,
            state: 'heard',
            at: sound.duration > 0 ? sound.currentTime / sound.duration : 0,
          });
        sound.onended = () => isCurrent() && stop();
        await sound.play();
        if (isCurrent()) setPlaying({ voice, state: 'heard', at: 0 });
      };
      hear().catch((error: unknown) => {
        if (!isCurrent()) return;
        stop();
        setFault({ voice, detail: error instanceof Unheard ? error.message : '' });
      });
    },
    [stop],
  );
  return { playing, fault, play, stop };
}

/** The server says why there is no sound. */
class Unheard extends Error {}

async function soundOf({ voice, language, text, speed, pitch }: Hearing, signal: AbortSignal): Promise<Blob> {
  if (text === '') {
    const query = new URLSearchParams({ language });
    const answer = await fetch(`/api/voices/${encodeURIComponent(voice)}/sample?${query}`, { signal });
    if (!answer.ok) throw await unheard(answer);
    return answer.blob();
  }
  const answer = await fetch('/api/speech', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ text, language, voice },
      ...(speed !== 1 && { speed }),
      ...(pitch !== 0 && { pitch }),
    }),
    signal,
  });
  if (!answer.ok) throw await unheard(answer);
  const { audio } = (await answer.json()) as { readonly audio: { contentType: string; base64: string } };
  return new Blob([Uint8Array.from(atob(audio.base64), (char) => char.charCodeAt(0))], {
    type: audio.contentType,
  });
}

async function unheard(answer: Response): Promise<Unheard> {
  const problem = (await answer.json().catch(() => ({}))) as { detail?: unknown };
  return new Unheard(typeof problem.detail === 'string' ? problem.detail : '');
}
