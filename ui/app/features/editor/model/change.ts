import type { SceneFootage } from '../../../shared/drafts/scene-footage.ts';
import type {
  DraftScene,
  DraftSettings,
  ScenePicture,
  SceneRecording,
  SpokenAs,
} from '../../../shared/drafts/draft.ts';

/** One change of a script. `at` is the index of the scene that it is about. */
export type Change =
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'write'; readonly at: number; readonly narration?: string; readonly visual?: string }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'duplicate'; readonly at: number }
  | { readonly kind: 'add'; readonly at: number }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'split'; readonly at: number; readonly offset: number }
  | { readonly kind: 'keep'; readonly at: number }
  | { readonly kind: 'picture'; readonly at: number; readonly picture: ScenePicture | undefined }
  /** Of others, in place of a picture. */
  | { readonly kind: 'footage'; readonly at: number; readonly footage: SceneFootage | undefined }
  | { readonly kind: 'record'; readonly at: number; readonly recording: SceneRecording | undefined }
  | { readonly kind: 'settings'; readonly settings: Partial<DraftSettings> }
  /** An empty voice leaves the choice to the cast. */
  | { readonly kind: 'speaker'; readonly speaker: string; readonly voice: string };

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
  const next = changedScenes(scenes, change, newKey);
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

function changedScenes(scenes: Scenes, change: SceneChange, newKey: () => string): Scenes {
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
      const { narration = scene.narration, visual = scene.visual } = change;
      return replaced({ ...scene, narration, visual });
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
      return replaced({ ...scene, narration: before }, keyed({ ...scene, narration: after }));
    }
    case 'keep':
      return replaced({ ...scene, keptAs: scene.narration });
    case 'record': {
      const { recording: _before, ...without } = scene;
      return replaced(change.recording ? { ...without, recording: change.recording } : without);
    }
    case 'picture': {
      const { picture: _before, ...without } = scene;
      const { footage: _footage, ...alone } = without;
      return replaced(change.picture ? { ...alone, picture: change.picture } : without);
    }
    case 'footage': {
      const { picture: _picture, footage: _before, ...without } = scene;
      return replaced(change.footage ? { ...without, footage: change.footage } : without);
    }
  }
}
