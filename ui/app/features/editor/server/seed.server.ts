import type { JobJson } from '@shortfactory/contract';
import type { ImageStyle, Options, Script } from '../../../shared/api/script.ts';
import { searchesOf, spokenOf } from '../../../shared/drafts/draft.ts';
import type { DraftSeed } from '../../../shared/drafts/draft.ts';
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
    scenes: script.scenes.map((scene, index) => ({
      ...writtenOf(scene),
      ...shownOf(scene, index, job, style, clips),
    })),
  };
}

type ScriptScene = Script['scenes'][number];

function writtenOf(scene: ScriptScene) {
  const { narration, visual, restsOn, recording } = scene;
  return {
    ...{ narration, visual },
    ...searchesOf(scene),
    ...(restsOn !== undefined && { restsOn }),
    ...(recording !== undefined && { recording: { upload: recording, text: narration } }),
  };
}

/** What a scene brings or was drawn for it. */
function shownOf(
  { visual, upload, footage, clip }: ScriptScene,
  index: number,
  { scenes, credits = [] }: JobJson,
  style: ImageStyle,
  clips: ReadonlySet<string>,
): Pick<DraftSeed['scenes'][number], 'picture' | 'footage'> {
  const url = scenes.find((scene) => scene.index === index)?.illustrationUrl;
  const use = clip && { clip };
  if (upload !== undefined) {
    const film = { url: `/api/${upload}`, moves: true, ...(url !== undefined && { poster: url }) } as const;
    const shown = clips.has(upload) ? film : { url: url ?? `/api/${upload}` };
    return { picture: { kind: 'own', ...shown, upload, ...use } };
  }
  if (footage) {
    const about = credits.find(({ scene }) => scene === index);
    const preview = url !== undefined && { preview: url };
    return { footage: { ...footage, ...use, ...preview, ...(about && { about: aboutOf(about) }) } };
  }
  return url === undefined ? {} : { picture: { kind: 'made', url, visual, style } };
}

function aboutOf({ title, author, pageUrl, licence }: NonNullable<JobJson['credits']>[number]) {
  return { title, author, pageUrl, licence };
}
