import {
  isAmount,
  isExactly,
  isListOf,
  isOneOf,
  isStoredAmount,
  isText,
  orAbsent,
} from '../storage/strict-fields.ts';
import type { Draft, DraftScene, DraftSettings, ScenePicture } from './draft.ts';

/**
 * The version of drafts as this release stores them. Release 0.1.0 writes no version and looks for id, title, scenes and
 * settings only; so a later version, where it uses something new, has to put the draft below another field.
 */
const VERSION = 1;

const isPicture = isExactly<ScenePicture>({
  kind: isOneOf(['own', 'drawn', 'made'] satisfies ScenePicture['kind'][]),
  url: isText,
  upload: orAbsent(isText),
  visual: orAbsent(isText),
  style: orAbsent(isText),
  take: orAbsent(isAmount),
});

const isScene = isExactly<DraftScene>({
  key: isText,
  narration: isText,
  visual: isText,
  picture: orAbsent(isPicture),
  keptAs: orAbsent(isText),
});

const isSettings = isExactly<DraftSettings>({
  language: isText,
  imageStyle: isText,
  voice: isText,
  seconds: isStoredAmount,
  aspects: isListOf(isText),
  music: isText,
});

const isDraft = isExactly<Draft>({
  id: isText,
  title: isText,
  settings: isSettings,
  scenes: isListOf(isScene),
  from: orAbsent(isText),
  savedMs: isAmount,
});

export function toStored(draft: Draft): object {
  return { ...draft, version: VERSION };
}

/** The draft that was stored; undefined for another version, and for anything without exactly a draft's fields. */
export function fromStored(json: unknown): Draft | undefined {
  if (typeof json !== 'object' || json === null || versionOf(json) !== VERSION) return undefined;
  const { version: _, ...draft } = json as { readonly version?: unknown };
  return isDraft(draft) ? draft : undefined;
}

/** Whether a newer release wrote what is stored. It is left as it is. */
export function isFromNewer(json: unknown): boolean {
  return typeof json === 'object' && json !== null && versionOf(json) > VERSION;
}

function versionOf(json: object): number {
  const version = 'version' in json ? json.version : VERSION;
  return typeof version === 'number' ? version : NaN;
}
