import { listed, saidWords, splitCuts } from './cuts.ts';
import type { SceneFootage } from '../../../shared/drafts/scene-footage.ts';
import type {
  DraftCut,
  DraftScene,
  DraftSettings,
  DraftVisual,
  ScenePicture,
  SceneRecording,
  SpokenAs,
} from '../../../shared/drafts/draft.ts';

/** One change of a script. `at` is the index of the scene that it is about, `cut` the key of its cut where it is about that one. */
export type Change =
  | { readonly kind: 'title'; readonly title: string }
  | {
      readonly kind: 'write';
      readonly at: number;
      readonly cut?: string | undefined;
      readonly narration?: string;
      readonly visual?: string;
    }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'duplicate'; readonly at: number }
  | { readonly kind: 'add'; readonly at: number }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'split'; readonly at: number; readonly offset: number }
  | { readonly kind: 'keep'; readonly at: number }
  | ShownChange
  | { readonly kind: 'cuts'; readonly at: number; readonly cuts: readonly DraftCut[] }
  | { readonly kind: 'record'; readonly at: number; readonly recording: SceneRecording | undefined }
  | { readonly kind: 'settings'; readonly settings: Partial<DraftSettings> }
  /** An empty voice leaves the choice to the cast. */
  | { readonly kind: 'speaker'; readonly speaker: string; readonly voice: string };

type ShownChange = { readonly at: number; readonly cut?: string | undefined } & (
  | { readonly kind: 'picture'; readonly picture: ScenePicture | undefined }
  /** Of others, in place of a picture. */
  | { readonly kind: 'footage'; readonly footage: SceneFootage | undefined }
);

interface Script {
  readonly title: string;
  readonly settings: DraftSettings;
  readonly scenes: readonly Omit<DraftScene, 'key'>[];
  readonly spoken?: SpokenAs | undefined;
}

/**
 * The script after a change; the same one when the change does not apply (a scene that is not there, a move past the
 * end, the last scene removed). Pure, so that the browser and, without scripts, the server do the same. `newKey` names
 * scenes that are new.
 */
export function changed<S extends Script>(script: S, change: Change, newKey: () => string): S {
  const { scenes } = script;
  if (change.kind === 'title') return { ...script, title: change.title };
  if (change.kind === 'settings') return { ...script, settings: { ...script.settings, ...change.settings } };
  if (change.kind === 'speaker') return { ...script, spoken: withVoice(script.spoken, change) };
  const next = changedScenes(scenes, change, newKey, script.settings.language);
  return next === scenes ? script : { ...script, scenes: next };
}

/** With a speaker's voice, or without one of their own. */
function withVoice(
  spoken: SpokenAs | undefined,
  { speaker, voice }: { speaker: string; voice: string },
): SpokenAs {
  const { voices = {}, ...rest } = spoken ?? {};
  const others = Object.entries(voices).filter(([name]) => name !== speaker);
  const named = voice === '' ? others : [...others, [speaker, voice] as const];
  return named.length === 0 ? rest : { ...rest, voices: Object.fromEntries(named) };
}

type SceneChange = Exclude<Change, { kind: 'title' | 'settings' | 'speaker' }>;
type Scenes = readonly Omit<DraftScene, 'key'>[];

function changedScenes(scenes: Scenes, change: SceneChange, newKey: () => string, language: string): Scenes {
  const { at } = change;
  const scene = scenes[at];
  const keyed = (made: Omit<DraftScene, 'key'>): DraftScene => ({ ...made, key: newKey() });
  if (change.kind === 'add') {
    return [...scenes.slice(0, at), keyed({ narration: '', visual: '' }), ...scenes.slice(at)];
  }
  if (!scene) return scenes;
  const replaced = (...by: Scenes): Scenes => [...scenes.slice(0, at), ...by, ...scenes.slice(at + 1)];
  switch (change.kind) {
    case 'write': {
      const { narration = scene.narration } = change;
      const written = { ...scene, narration };
      return replaced(
        withVisual(written, change.cut, (shown) => ({ ...shown, visual: change.visual ?? shown.visual })),
      );
    }
    case 'move': {
      const { to } = change;
      if (to < 0 || to >= scenes.length || to === at) return scenes;
      const rest = replaced();
      return [...rest.slice(0, to), scene, ...rest.slice(to)];
    }
    case 'duplicate':
      return replaced(scene, keyed(scene));
    case 'remove':
      return scenes.length === 1 ? scenes : replaced();
    case 'split': {
      const before = scene.narration.slice(0, change.offset).trim();
      const after = scene.narration.slice(change.offset).trim();
      if (before === '' || after === '') return scenes;
      const [first, second] = splitCuts(scene, saidWords(before, language).length, language);
      const { cuts: _cuts, ...own } = scene;
      return replaced({ ...own, narration: before, ...first }, keyed({ ...second, narration: after }));
    }
    case 'keep':
      return replaced({ ...scene, keptAs: scene.narration });
    case 'record': {
      const { recording: _before, ...without } = scene;
      return replaced(change.recording ? { ...without, recording: change.recording } : without);
    }
    case 'cuts': {
      const { cuts: _before, ...without } = scene;
      return replaced({ ...without, ...listed(change.cuts) });
    }
    case 'picture':
    case 'footage':
      return replaced(withVisual(scene, change.cut, (shown) => showing(shown, change)));
  }
}

/** The scene with what it shows changed, or what its cut does. */
function withVisual<S extends Omit<DraftScene, 'key'>>(
  scene: S,
  cut: string | undefined,
  by: <V extends DraftVisual>(shown: V) => V,
): S {
  if (cut === undefined) return by(scene);
  return { ...scene, ...listed((scene.cuts ?? []).map((each) => (each.key === cut ? by(each) : each))) };
}

/** What was chosen last is shown; a picture that is taken away leaves what was found before. */
function showing<V extends DraftVisual>(shown: V, change: ShownChange): V {
  const { picture: _picture, footage, ...without } = shown;
  const next =
    change.kind === 'picture'
      ? { picture: change.picture, footage: change.picture ? undefined : footage }
      : { picture: undefined, footage: change.footage };
  return {
    ...without,
    ...(next.picture && { picture: next.picture }),
    ...(next.footage && { footage: next.footage }),
  } as V;
}
