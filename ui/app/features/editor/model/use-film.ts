import { useEffect, useRef, useState } from 'react';
import type { SceneClip } from '../../../shared/drafts/draft.ts';
import { partOf } from './clip-use.ts';

/** A film that is played in the part that is chosen of it, again and again. */
export function useFilm(clip: SceneClip, told: number | undefined) {
  const film = useRef<HTMLVideoElement>(null);
  const [measured, setMeasured] = useState<number>();
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [unplayable, setUnplayable] = useState(false);
  const length = measured ?? told;
  const [from, to] = length === undefined ? [0, 0] : partOf(clip, length);
  const { speed = 1, sound = 'off' } = clip;
  useEffect(() => {
    const element = film.current;
    if (!element) return;
    element.playbackRate = speed;
    // React does not set it anew.
    element.muted = sound === 'off';
  }, [speed, sound]);
  const seek = (seconds: number): void => {
    const element = film.current;
    if (!element) return;
    element.pause();
    element.currentTime = seconds;
    setAt(seconds);
  };
  const toggle = (): void => {
    const element = film.current;
    if (!element) return;
    if (playing) return element.pause();
    if (element.currentTime < from || element.currentTime >= to - 0.05) element.currentTime = from;
    element.play().catch(() => setPlaying(false));
  };
  const on = {
    onLoadedMetadata: () => {
      // Of a film with sound a browser may know the sound alone.
      setUnplayable(film.current?.videoWidth === 0);
      const seconds = film.current?.duration ?? NaN;
      // In whole tenths, so that the end can be reached in steps of one.
      if (Number.isFinite(seconds)) setMeasured(Math.floor(seconds * 10) / 10);
      if (film.current) film.current.currentTime = from;
    },
    onTimeUpdate: () => {
      const element = film.current;
      if (!element) return;
      if (!element.paused && element.currentTime >= to) element.currentTime = from;
      setAt(element.currentTime);
    },
    onEnded: () => {
      if (film.current) film.current.currentTime = from;
      film.current?.play().catch(() => setPlaying(false));
    },
    onPlay: () => setPlaying(true),
    onPause: () => setPlaying(false),
    onError: () => setUnplayable(true),
  };
  return { film, length, playing, at, unplayable, seek, toggle, on } as const;
}
