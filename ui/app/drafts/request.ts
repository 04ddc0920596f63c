import type { VideoRequestJson } from '@shortfactory/server/contract';
import { wholeSeconds } from '../length.ts';
import { scriptOf } from './draft.ts';
import type { DraftSeed } from './draft.ts';

/** What is asked of the API to make a video of a draft. */
export function requestOf(draft: Pick<DraftSeed, 'title' | 'settings' | 'scenes'>): VideoRequestJson {
  const { imageStyle, voice, seconds, aspects, music } = draft.settings;
  return {
    script: scriptOf(draft),
    ...secondsOf(seconds),
    imageStyle,
    aspects: [...aspects],
    ...(voice !== '' && { voice }),
    ...(music !== '' && { music }),
  };
}

/** The length that a script was written for goes with it, so that whoever remakes it finds it again. */
export function secondsOf(seconds: number): { seconds?: number } {
  return Number.isFinite(seconds) && seconds > 0 ? { seconds: wholeSeconds(seconds) } : {};
}
