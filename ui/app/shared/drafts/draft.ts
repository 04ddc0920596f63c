import type { ClipUse } from '@shortfactory/core';
import { randomId } from '../browser/browser-features.ts';
import type { ImageStyle, Script } from '../api/script.ts';
import type { MakeSettings } from './make-settings.ts';
import { namedFootage } from './scene-footage.ts';
import type { SceneFootage } from './scene-footage.ts';

/** What of a picture or clip is shown. What a server gives the browser has absent fields as undefined. */
export type SceneClip = { readonly [Field in keyof ClipUse]?: ClipUse[Field] | undefined };

/** A picture that a scene has already. */
export interface ScenePicture {
  /** own: the visitor's file; drawn: made on request; made: of the video that the script came from. */
  readonly kind: 'own' | 'drawn' | 'made';
  readonly url: string;
  /** Name by which a video is made with it; a made one is found again by what it shows. */
  readonly upload?: string | undefined;
  /** What of it is shown, and how. */
  readonly clip?: SceneClip | undefined;
  /** What `url` leads to is a film. */
  readonly moves?: true | undefined;
  /** Of a film: a picture of it. */
  readonly poster?: string | undefined;
  /** What it was drawn from, and how: another text or style needs another picture. */
  readonly visual?: string | undefined;
  readonly style?: ImageStyle | undefined;
  /** How often it was drawn anew. */
  readonly take?: number | undefined;
}

/** A scene's narration as the visitor says it. */
export interface SceneRecording {
  /** Name by which a video is made with it. */
  readonly upload: string;
  /** The narration that was read: with another one a voice speaks the scene, until it is recorded again. */
  readonly text: string;
  readonly seconds?: number | undefined;
  /** Words that were not found in it. */
  readonly missing?: readonly string[] | undefined;
}

/** By what photos and clips of a scene are searched, as who wrote its visual says. */
export interface SceneSearches {
  /** The visual that they are of: of another one they say nothing. */
  readonly visual: string;
  readonly words: readonly string[];
}

/** What is seen. */
export interface DraftVisual {
  readonly visual: string;
  readonly searches?: SceneSearches | undefined;
  readonly picture?: ScenePicture | undefined;
  /** A photo or clip of others; a picture of one's own takes its place. */
  readonly footage?: SceneFootage | undefined;
}

/** Another visual of a scene, from a word of its narration on. */
export interface DraftCut extends DraftVisual {
  /** Unique among the cuts of its scene. */
  readonly key: string;
  /** The word or phrase. */
  readonly at: string;
}

export interface DraftScene extends DraftVisual {
  /** Unique among the scenes of a draft. */
  readonly key: string;
  readonly narration: string;
  /** In the order of their words. */
  readonly cuts?: readonly DraftCut[] | undefined;
  readonly recording?: SceneRecording | undefined;
  /** The narration that a warning was dismissed for. */
  readonly keptAs?: string | undefined;
  /** The sentence of the notes that it was written from. */
  readonly restsOn?: string | undefined;
}

/** How the video will be made. The length is what was aimed at; the script decides in the end. */
export type DraftSettings = MakeSettings;

/** A script on its way: what was written, and how it will be made. Lives in the browser. */
export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly settings: DraftSettings;
  readonly scenes: readonly DraftScene[];
  readonly spoken?: SpokenAs | undefined;
  /** Sentences: in what the script is less than was asked for. */
  readonly notices?: readonly string[] | undefined;
  /** The video that it was opened from. */
  readonly from?: string | undefined;
  readonly savedMs: number;
}

/** What a script says of its speakers' voices and of how words are said; the latter the editor shows nowhere and keeps. */
export type SpokenAs = Pick<Script, 'voices' | 'pronunciations'>;

/** A draft as a server gives it: the browser adds its id and the keys of its scenes. */
export interface DraftSeed {
  readonly title: string;
  readonly settings: DraftSettings;
  readonly scenes: readonly Omit<DraftScene, 'key'>[];
  readonly spoken?: SpokenAs | undefined;
  readonly notices?: readonly string[] | undefined;
  readonly from?: string | undefined;
}

export function draftFrom(seed: DraftSeed, nowMs: number): Draft {
  return {
    ...seed,
    id: randomId(),
    savedMs: nowMs,
    scenes: seed.scenes.map((scene) => ({ ...scene, key: randomId() })),
  };
}

/** The picture of a scene if it still shows what the scene says, in the style that is asked for. */
export function currentPicture(
  { picture, visual }: DraftVisual,
  style: ImageStyle,
): ScenePicture | undefined {
  if (!picture || picture.kind === 'own') return picture;
  return picture.visual === visual && picture.style === style ? picture : undefined;
}

/** Whether what was recorded is what the scene says. */
export function isCurrent<S extends Pick<DraftScene, 'recording' | 'narration'>>(
  scene: S,
): scene is S & { readonly recording: SceneRecording } {
  return scene.recording !== undefined && scene.recording.text === scene.narration;
}

/** What a scene is searched by, best first; empty where the words of its visual are all that there is. */
export function currentSearches({
  searches,
  visual,
}: Pick<DraftScene, 'searches' | 'visual'>): readonly string[] {
  return searches?.visual === visual ? searches.words : [];
}

/** The searches of a script's scene as a draft keeps them. */
export function searchesOf({
  visual,
  searchWords,
}: Pick<Script['scenes'][number], 'visual' | 'searchWords'>): Pick<DraftScene, 'searches'> {
  return searchWords ? { searches: { visual, words: searchWords } } : {};
}

/** Without any text in it. */
export function isBlank({ title, scenes }: Pick<Draft, 'title' | 'scenes'>): boolean {
  return (
    title.trim() === '' && scenes.every(({ narration, visual }) => `${narration}${visual}`.trim() === '')
  );
}

/** The draft as the API takes it. */
export function scriptOf({ title, settings, scenes, spoken }: Omit<DraftSeed, 'from'>): Script {
  return {
    title,
    language: settings.language,
    imageStyle: settings.imageStyle,
    ...spoken,
    scenes: scenes.map((scene) => ({
      narration: scene.narration,
      ...shownOf(scene, settings.imageStyle),
      ...(scene.cuts && {
        cuts: scene.cuts.map(({ at, key: _key, ...cut }) => ({ at, ...shownOf(cut, settings.imageStyle) })),
      }),
      ...(scene.restsOn !== undefined && { restsOn: scene.restsOn }),
      ...(isCurrent(scene) && { recording: scene.recording.upload }),
    })),
  };
}

function shownOf(shown: DraftVisual, style: ImageStyle) {
  const { upload, clip } = currentPicture(shown, style) ?? {};
  const searchWords = currentSearches(shown);
  return {
    visual: shown.visual,
    ...(searchWords.length > 0 && { searchWords: [...searchWords] }),
    ...(upload === undefined ? footageOf(shown) : { upload, ...(clip && { clip: clipOf(clip) }) }),
  };
}

function footageOf({ footage }: DraftVisual) {
  if (!footage) return {};
  const clip = clipOf(footage.clip ?? {});
  return { footage: namedFootage(footage), ...(Object.keys(clip).length > 0 && { clip }) };
}

function clipOf(clip: SceneClip): ClipUse {
  return Object.fromEntries(Object.entries(clip).filter(([, value]) => value !== undefined));
}

/** What of a script is not in its scenes and settings; absent where there is nothing. */
export function spokenOf({ voices, pronunciations }: SpokenAs): { spoken?: SpokenAs } {
  if (!voices && !pronunciations) return {};
  return { spoken: { ...(voices && { voices }), ...(pronunciations && { pronunciations }) } };
}
