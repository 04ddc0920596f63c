import { CLIP_FITS, CLIP_SOUNDS } from '@shortfactory/core';
import type { FootageAbout, SceneFootage } from './scene-footage.ts';
import {
  isAmount,
  isExactly,
  isListOf,
  isNumber,
  isRecordOf,
  isOneOf,
  isStoredAmount,
  isText,
  orAbsent,
} from '../storage/strict-fields.ts';
import type {
  Draft,
  DraftCut,
  DraftScene,
  DraftSettings,
  SceneClip,
  ScenePicture,
  SceneRecording,
  SceneSearches,
  SpokenAs,
} from './draft.ts';

/**
 * The versions of drafts. Release 0.1.0 writes no version and looks for id, title, scenes and settings only; so a later
 * version, where it uses something new, has the draft below another field. Version 2 adds speed, pitch, emoji, track, visuals, looks,
 * voices, pronunciations, notices, recordings, clips, cuts and what a scene rests on; a draft without them is stored in version 1.
 */
const VERSION = 2;

export const isClip = isExactly<SceneClip>({
  fromSeconds: orAbsent(isAmount),
  toSeconds: orAbsent(isAmount),
  fit: orAbsent(isOneOf(CLIP_FITS)),
  focus: orAbsent(isExactly<{ x: number; y: number }>({ x: isAmount, y: isAmount })),
  sound: orAbsent(isOneOf(CLIP_SOUNDS)),
  speed: orAbsent(isAmount),
});

const isPicture = isExactly<ScenePicture>({
  kind: isOneOf(['own', 'drawn', 'made'] satisfies ScenePicture['kind'][]),
  url: isText,
  upload: orAbsent(isText),
  visual: orAbsent(isText),
  style: orAbsent(isText),
  take: orAbsent(isAmount),
  clip: orAbsent(isClip),
  moves: orAbsent((value) => value === true),
  poster: orAbsent(isText),
});

export const isRecording = isExactly<SceneRecording>({
  upload: isText,
  text: isText,
  seconds: orAbsent(isAmount),
  missing: orAbsent(isListOf(isText)),
});

export const isSearches = isExactly<SceneSearches>({ visual: isText, words: isListOf(isText) });

const isAbout = isExactly<FootageAbout>({
  title: isText,
  author: isText,
  pageUrl: isText,
  licence: isExactly<FootageAbout['licence']>({ id: isText, version: orAbsent(isText), url: isText }),
});

export const isFootage = isExactly<SceneFootage>({
  source: isText,
  id: isText,
  licence: orAbsent(isText),
  clip: orAbsent(isClip),
  preview: orAbsent(isText),
  film: orAbsent(isText),
  seconds: orAbsent(isAmount),
  about: orAbsent(isAbout),
});

const isCut = isExactly<DraftCut>({
  key: isText,
  at: isText,
  visual: isText,
  searches: orAbsent(isSearches),
  picture: orAbsent(isPicture),
  footage: orAbsent(isFootage),
});

export const isCuts = isListOf(isCut) as (value: unknown) => value is readonly DraftCut[];

const isScene = isExactly<DraftScene>({
  key: isText,
  narration: isText,
  visual: isText,
  searches: orAbsent(isSearches),
  picture: orAbsent(isPicture),
  recording: orAbsent(isRecording),
  keptAs: orAbsent(isText),
  restsOn: orAbsent(isText),
  footage: orAbsent(isFootage),
  cuts: orAbsent(isCuts),
});

const isSettings = isExactly<DraftSettings>({
  language: isText,
  imageStyle: isText,
  voice: isText,
  speed: isAmount,
  pitch: isNumber,
  emoji: isText,
  seconds: isStoredAmount,
  aspects: isListOf(isText),
  music: isText,
  track: isText,
  visuals: isText,
  narration: isText,
  look: isText,
});

const isSpokenAs = isExactly<SpokenAs>({
  voices: orAbsent(isRecordOf(isText)),
  pronunciations: orAbsent(isRecordOf(isText)),
});

const isDraft = isExactly<Draft>({
  id: isText,
  title: isText,
  settings: isSettings,
  scenes: isListOf(isScene),
  spoken: orAbsent(isSpokenAs),
  notices: orAbsent(isListOf(isText)),
  from: orAbsent(isText),
  savedMs: isAmount,
});

export function toStored(draft: Draft): object {
  const { speed, pitch, emoji, narration, track, visuals, look, ...settings } = draft.settings;
  const isNew =
    (draft.spoken ?? draft.notices) !== undefined ||
    draft.scenes.some(
      ({ searches, restsOn, recording, footage, picture, cuts }) =>
        (searches ?? restsOn ?? recording ?? footage ?? picture?.clip ?? cuts) !== undefined,
    );
  const isSet =
    speed !== 1 || pitch !== 0 || [emoji, narration, track, visuals, look].some((each) => each !== '');
  if (isSet || isNew) return { version: VERSION, draft };
  return { ...draft, settings, version: 1 };
}

/** The draft that was stored; undefined for another version, and for anything without exactly a draft's fields. */
export function fromStored(json: unknown): Draft | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { version: _, ...fields } = json as { readonly version?: unknown };
  const draft = { 1: withSpeed(fields), 2: 'draft' in fields ? withLater(fields.draft) : undefined }[
    versionOf(json)
  ];
  return isDraft(draft) ? draft : undefined;
}

/** Version 2 had no narration, pitch, track, visuals and look at first. */
function withLater(draft: unknown): unknown {
  if (typeof draft !== 'object' || draft === null || !('settings' in draft)) return draft;
  const { settings } = draft as { readonly settings: object };
  return { ...draft, settings: { pitch: 0, narration: '', track: '', visuals: '', look: '', ...settings } };
}

/** A draft of version 1 as one of version 2. */
function withSpeed(draft: object): object {
  const settings: unknown = 'settings' in draft ? draft.settings : undefined;
  const known =
    typeof settings === 'object' &&
    settings !== null &&
    !['speed', 'pitch', 'emoji', 'narration', 'track', 'visuals', 'look'].some((name) => name in settings);
  return known && !('spoken' in draft)
    ? {
        ...draft,
        settings: {
          ...{ ...settings, speed: 1, pitch: 0, emoji: '', narration: '' },
          ...{ track: '', visuals: '', look: '' },
        },
      }
    : {};
}

/** Whether a newer release wrote what is stored. It is left as it is. */
export function isFromNewer(json: unknown): boolean {
  return typeof json === 'object' && json !== null && versionOf(json) > VERSION;
}

function versionOf(json: object): number {
  const version = 'version' in json ? json.version : 1;
  return typeof version === 'number' ? version : NaN;
}
