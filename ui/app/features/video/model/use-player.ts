import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

const STEP_SECONDS = 5;

interface PlayerState {
  readonly playing: boolean;
  readonly now: number;
  readonly muted: boolean;
  readonly captions: boolean;
  readonly failed: boolean;
}

/** A video element and what its controls need to know and do. `starts` are the scenes' first moments. */
export function usePlayer(length: number, starts: readonly number[]) {
  const video = useRef<HTMLVideoElement>(null);
  const screen = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<PlayerState>({
    playing: false,
    now: 0,
    muted: false,
    captions: false,
    failed: false,
  });
  const change = useCallback((to: Partial<PlayerState>) => setState((before) => ({ ...before, ...to })), []);

  // Four times a second is what timeupdate gives; a bar that runs needs every frame.
  useEffect(() => {
    if (!state.playing) return;
    let frame = requestAnimationFrame(function tick() {
      change({ now: video.current?.currentTime ?? 0 });
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [state.playing, change]);

  const seek = useCallback(
    (to: number): void => {
      const at = Math.min(length, Math.max(0, to));
      if (video.current) video.current.currentTime = at;
      change({ now: at });
    },
    [length, change],
  );
  const toggle = useCallback((): void => {
    const element = video.current;
    if (!element) return;
    if (element.paused) element.play().catch(() => change({ failed: element.error !== null }));
    else element.pause();
  }, [change]);
  const mute = useCallback((): void => {
    const element = video.current;
    if (element) element.muted = !element.muted;
  }, []);
  const caption = useCallback((): void => {
    const track = video.current?.textTracks[0];
    if (!track) return;
    track.mode = track.mode === 'showing' ? 'disabled' : 'showing';
    change({ captions: track.mode === 'showing' });
  }, [change]);
  const full = useCallback((): void => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void screen.current?.requestFullscreen?.();
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { now } = state;
    const actions: Record<string, () => void> = {
      ' ': toggle,
      k: toggle,
      ArrowRight: () => seek(now + STEP_SECONDS),
      ArrowLeft: () => seek(now - STEP_SECONDS),
      PageDown: () => seek(starts.find((start) => start > now + 0.05) ?? length),
      PageUp: () => seek(starts.findLast((start) => start < now - 1) ?? 0),
      Home: () => seek(0),
      End: () => seek(length),
      m: mute,
      c: caption,
      f: full,
    };
    const action = actions[event.key];
    // A button is pressed with the space bar, too.
    if (!action || (event.key === ' ' && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    action();
  };
  const on = {
    onPlay: () => change({ playing: true }),
    onPause: () => change({ playing: false }),
    onTimeUpdate: () => change({ now: video.current?.currentTime ?? 0 }),
    onVolumeChange: () => change({ muted: video.current?.muted ?? false }),
    onError: () => change({ failed: true }),
  };
  return { video, screen, state, seek, toggle, mute, caption, full, onKeyDown, on } as const;
}
