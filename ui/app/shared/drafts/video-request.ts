import type { VideoRequestJson } from '@shortfactory/contract';
import { wholeSeconds } from '../format/length.ts';
import { scriptOf } from './draft.ts';
import { lookAskedIn } from './looks.ts';
import type { DraftSeed } from './draft.ts';
import type { MakeSettings } from './make-settings.ts';

/** What is asked of the API to make a video of a draft. */
export function requestOf(draft: Omit<DraftSeed, 'from'>): VideoRequestJson {
  return { script: scriptOf(draft), ...secondsOf(draft.settings.seconds), ...askedOf(draft.settings) };
}

/** The options that a topic and a script both take, as a form has them: what is blank is not asked for. */
export function askedOf({
  language: _language,
  seconds: _seconds,
  speed,
  pitch,
  emoji,
  track,
  visuals,
  look,
  aspects,
  ...rest
}: MakeSettings) {
  return {
    aspects: [...aspects],
    ...(speed !== 1 && { speed }),
    ...(pitch !== 0 && { pitch }),
    ...(emoji !== '' && { emoji }),
    // One of them is taken; what a person brought along comes first.
    ...(track !== '' && rest.music === '' && { track }),
    ...(visuals !== '' && { visuals }),
    ...lookAskedIn(look),
    ...filled(rest),
  };
}

function filled<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<T>;
}

/** The length that a script was written for goes with it, so that the editor finds it again when the video is remade. */
export function secondsOf(seconds: number): { seconds?: number } {
  return Number.isFinite(seconds) && seconds > 0 ? { seconds: wholeSeconds(seconds) } : {};
}
