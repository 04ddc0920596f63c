import type { JobJson } from '@shortfactory/contract';
import type { ImageStyle, Options, Script } from '../../../shared/api/script.ts';
import { searchesOf, spokenOf } from '../../../shared/drafts/draft.ts';
import type { DraftCut, DraftSeed, DraftVisual } from '../../../shared/drafts/draft.ts';
import { BLANK_SETTINGS } from '../../../shared/drafts/make-settings.ts';
import { lookText } from '../../../shared/drafts/looks.ts';
import { defaultLanguage } from '../../../shared/format/languages.ts';

/** A script without a word in it. */
export function emptySeed(options: Pick<Options, 'languages' | 'voices'>): DraftSeed {
  return {
    title: '',
    settings: { ...BLANK_SETTINGS, language: defaultLanguage(options) },
    scenes: [{ narration: '', visual: '' }],
  };
}

/** A video's script, with the pictures that were made of it. `clips` are those of its uploads that move. */
export function seedOfVideo(
  job: JobJson & { script: Script },
  clips: ReadonlySet<string> = new Set(),
): DraftSeed {
  const { script, settings } = job;
  const style = settings.imageStyle ?? script.imageStyle ?? 'flat';
  return {
    title: script.title,
    from: job.id,
    settings: {
      ...BLANK_SETTINGS,
      ...settings,
      language: script.language,
      imageStyle: style,
      speed: settings.speed ?? script.speed ?? BLANK_SETTINGS.speed,
      emoji: settings.emoji ?? script.emoji ?? BLANK_SETTINGS.emoji,
      look: lookText(settings.look),
    },
    ...spokenOf(script),
    scenes: script.scenes.map((scene, index) => {
      const url = job.scenes.find((each) => each.index === index)?.illustrationUrl;
      return {
        ...writtenOf(scene),
        ...shownOf(scene, { url, credit: creditOf(job, index), style, clips }),
        ...cutsOf(scene, (cut) => ({ url: undefined, credit: creditOf(job, index, cut), style, clips })),
      };
    }),
  };
}

type ScriptScene = Script['scenes'][number];
type Credit = NonNullable<JobJson['credits']>[number];

function creditOf({ credits = [] }: JobJson, scene: number, cut?: number): Credit | undefined {
  return credits.find((credit) => credit.scene === scene && credit.cut === cut);
}

function writtenOf(scene: ScriptScene) {
  const { narration, visual, restsOn, recording } = scene;
  return {
    ...{ narration, visual },
    ...searchesOf(scene),
    ...(restsOn !== undefined && { restsOn }),
    ...(recording !== undefined && { recording: { upload: recording, text: narration } }),
  };
}

function cutsOf({ cuts }: ScriptScene, made: (cut: number) => MadeOf): { cuts?: DraftCut[] } {
  if (!cuts) return {};
  return {
    cuts: cuts.map((cut, index) => ({
      ...{ key: String(index), at: cut.at, visual: cut.visual },
      ...searchesOf(cut),
      ...shownOf(cut, made(index)),
    })),
  };
}

/** What is known of a visual since the video was made. */
interface MadeOf {
  /** Where its picture is; a job has those of scenes, and none of cuts. */
  readonly url: string | undefined;
  readonly credit: Credit | undefined;
  readonly style: ImageStyle;
  readonly clips: ReadonlySet<string>;
}

/** What a scene or a cut brings, or was drawn for it. */
function shownOf(
  { visual, upload, footage, clip }: Omit<ScriptScene, 'narration' | 'cuts'>,
  { url, credit, style, clips }: MadeOf,
): Omit<DraftVisual, 'visual'> {
  const use = clip && { clip };
  if (upload !== undefined) {
    const film = { url: `/api/${upload}`, moves: true, ...(url !== undefined && { poster: url }) } as const;
    const shown = clips.has(upload) ? film : { url: url ?? `/api/${upload}` };
    return { picture: { kind: 'own', ...shown, upload, ...use } };
  }
  if (footage) {
    const preview = url !== undefined && { preview: url };
    return { footage: { ...footage, ...use, ...preview, ...(credit && { about: aboutOf(credit) }) } };
  }
  return url === undefined ? {} : { picture: { kind: 'made', url, visual, style } };
}

function aboutOf({ title, author, pageUrl, licence }: Credit) {
  return { title, author, pageUrl, licence };
}
