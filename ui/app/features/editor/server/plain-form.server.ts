import { BLANK_SETTINGS, settingsOfForm } from '../../../shared/drafts/make-settings.ts';
import { spokenOf } from '../../../shared/drafts/draft.ts';
import type {
  DraftScene,
  DraftSeed,
  ScenePicture,
  SceneRecording,
  SpokenAs,
} from '../../../shared/drafts/draft.ts';
import { isClip, isCuts, isFootage, isRecording, isSearches } from '../../../shared/drafts/stored-draft.ts';
import { plainText } from '../../../shared/format/form-text.ts';
import { changed } from '../model/change.ts';
import type { Change } from '../model/change.ts';

/** A script as a form without scripts sent it: `narration`, `visual`, `upload`, `clip`, `recording`, `footage`, `searches`, `cuts` and `restsOn` once
 * for each scene, in order. */
export function seedOfForm(form: FormData): DraftSeed {
  const settings = settingsOfForm(form);
  const all = (name: string): string[] => form.getAll(name).map(plainText);
  const visuals = all('visual');
  const uploads = all('upload');
  const restsOn = all('restsOn');
  const recordings = all('recording');
  const clips = all('clip');
  const footage = all('footage');
  const cuts = all('cuts');
  const searches = all('searches');
  const from = all('from')[0] ?? '';
  return {
    title: all('title')[0] ?? '',
    settings: {
      ...settings,
      aspects: settings.aspects.length > 0 ? settings.aspects : BLANK_SETTINGS.aspects,
    },
    scenes: all('narration').map((narration, index) => ({
      narration,
      visual: visuals[index] ?? '',
      ...pictureOf(uploads[index] ?? '', clips[index] ?? ''),
      ...recordingOf(recordings[index] ?? ''),
      ...footageOf(footage[index] ?? ''),
      ...cutsOf(cuts[index] ?? ''),
      ...sentSearches(searches[index] ?? ''),
      ...(restsOn[index] && { restsOn: restsOn[index] }),
    })),
    ...spokenOf(sentSpoken(all('spoken')[0] ?? '')),
    ...(from !== '' && { from }),
  };
}

/** As the form had it; the API looks at what is in it. */
function sentSpoken(json: string): SpokenAs {
  try {
    const sent: unknown = JSON.parse(json);
    return typeof sent === 'object' && sent !== null ? sent : {};
  } catch {
    return {};
  }
}

function pictureOf(upload: string, clip: string): { picture?: ScenePicture } {
  if (upload === '') return {};
  const shown = sentJson(clip);
  const picture = { kind: 'own', url: `/api/${upload}`, upload } as const;
  return { picture: isClip(shown) ? { ...picture, clip: shown } : picture };
}

/** As the form had it; one that is not ours is left out, and the API looks at its upload. */
function recordingOf(json: string): { recording?: SceneRecording } {
  const recording = sentJson(json);
  return isRecording(recording) ? { recording } : {};
}

function sentJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** As `recordingOf`. */
function cutsOf(json: string): Pick<DraftScene, 'cuts'> {
  const cuts = sentJson(json);
  return isCuts(cuts) ? { cuts } : {};
}

/** As `recordingOf`. */
function footageOf(json: string): Pick<DraftScene, 'footage'> {
  const footage = sentJson(json);
  return isFootage(footage) ? { footage } : {};
}

/** As `recordingOf`. */
function sentSearches(json: string): Pick<DraftScene, 'searches'> {
  const searches = sentJson(json);
  return isSearches(searches) ? { searches } : {};
}

/** The seed after the button that was pressed: "up:2", "remove:0", "add:3". Another word changes nothing. */
export function afterButton(seed: DraftSeed, intent: string): DraftSeed {
  const [kind = '', place = ''] = intent.split(':');
  const at = Number(place);
  const changes: Readonly<Record<string, Change>> = {
    up: { kind: 'move', at, to: at - 1 },
    down: { kind: 'move', at, to: at + 1 },
    remove: { kind: 'remove', at },
    add: { kind: 'add', at },
  };
  const change = changes[kind];
  return change ? changed(seed, change, () => '') : seed;
}
