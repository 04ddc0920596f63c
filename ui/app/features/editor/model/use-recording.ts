import { useCallback, useEffect, useRef, useState } from 'react';
import { UploadFailed, sendFile } from '../../../shared/api/upload.ts';
import type { SceneRecording } from '../../../shared/drafts/draft.ts';
import { RecordingRefused, findWords } from './find-words.ts';
import { RecordingFailed, record } from './microphone.ts';
import type { NoRecording, Recorder } from './microphone.ts';

/** What is under way for a scene's recording. */
export type RecordingWork =
  | { readonly kind: 'asking' }
  | { readonly kind: 'recording'; readonly seconds: number; readonly level: number }
  | { readonly kind: 'sending'; readonly percent: number }
  | { readonly kind: 'finding' }
  /** `refused` has a sentence of the API, which may be empty. */
  | { readonly kind: 'failed'; readonly why: NoRecording | 'failed' | 'refused'; readonly detail: string };

/** So often the meter and the time are shown anew. */
const SHOWN_MS = 100;
/** A scene is never as long. */
const MOST_SECONDS = 180;

interface Scene {
  readonly text: string;
  readonly language: string;
  readonly n: number;
}

/** Records a scene's narration, sends it and has its words found. Leaving the page ends it. */
export function useRecording(scene: Scene, onDone: (recording: SceneRecording) => void) {
  const [work, setWork] = useState<RecordingWork>();
  const recorder = useRef<Recorder>(undefined);
  const ticking = useRef<number>(undefined);
  const stop = useRef<AbortController>(undefined);

  const end = useCallback((): void => {
    window.clearInterval(ticking.current);
    recorder.current?.cancel();
    recorder.current = undefined;
  }, []);
  useEffect(
    () => () => {
      end();
      stop.current?.abort();
    },
    [end],
  );

  const fail = (error: unknown): void => {
    end();
    if (error instanceof RecordingFailed) return setWork({ kind: 'failed', why: error.why, detail: '' });
    const refused =
      (error instanceof RecordingRefused || error instanceof UploadFailed) && error.message !== '';
    setWork({ kind: 'failed', why: refused ? 'refused' : 'failed', detail: refused ? error.message : '' });
  };

  /** A recording, or a file that was chosen. */
  const take = async (file: File): Promise<void> => {
    stop.current?.abort();
    stop.current = new AbortController();
    const { signal } = stop.current;
    setWork({ kind: 'sending', percent: 0 });
    try {
      const { upload } = await sendFile(file, (percent) => setWork({ kind: 'sending', percent }), signal);
      setWork({ kind: 'finding' });
      onDone(await findWords({ text: scene.text, language: scene.language, recording: upload }, signal));
      setWork(undefined);
    } catch (error) {
      if (!signal.aborted) fail(error);
    }
  };

  const finish = async (): Promise<void> => {
    const { current } = recorder;
    window.clearInterval(ticking.current);
    recorder.current = undefined;
    if (!current) return;
    try {
      await take(await current.stop());
    } catch (error) {
      fail(error);
    }
  };

  const begin = async (): Promise<void> => {
    setWork({ kind: 'asking' });
    try {
      const begun = await record(`scene-${scene.n}`, () => fail(new RecordingFailed('lost')));
      recorder.current = begun;
      const fromMs = performance.now();
      setWork({ kind: 'recording', seconds: 0, level: 0 });
      ticking.current = window.setInterval(() => {
        const seconds = (performance.now() - fromMs) / 1000;
        if (seconds >= MOST_SECONDS) void finish();
        else setWork({ kind: 'recording', seconds, level: begun.level() });
      }, SHOWN_MS);
    } catch (error) {
      fail(error);
    }
  };

  return { work, begin, finish, take } as const;
}
