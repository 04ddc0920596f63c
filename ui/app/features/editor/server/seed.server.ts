import type { JobJson } from '@shortfactory/contract';
import type { Options, Script } from '../../../shared/api/script.ts';
import { spokenOf } from '../../../shared/drafts/draft.ts';
import type { DraftSeed } from '../../../shared/drafts/draft.ts';
import { BLANK_SETTINGS } from '../../../shared/drafts/make-settings.ts';
import { defaultLanguage } from '../../../shared/format/languages.ts';

/** A script without a word in it. */
export function emptySeed(options: Pick<Options, 'languages' | 'voices'>): DraftSeed {
  return {
    title: '',
    settings: { ...BLANK_SETTINGS, language: defaultLanguage(options) },
    scenes: [{ narration: '', visual: '' }],
  };
}

/** A video's script, with the pictures that were made of it. */
export function seedOfVideo(job: JobJson & { script: Script }): DraftSeed {
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
    },
    ...spokenOf(script),
    scenes: script.scenes.map(({ narration, visual, upload, clip, restsOn, recording, footage }, index) => {
      const written = {
        ...{ narration, visual },
        ...(restsOn !== undefined && { restsOn }),
        ...(footage !== undefined && { footage }),
        ...(recording !== undefined && { recording: { upload: recording, text: narration } }),
      };
      const url = job.scenes.find((scene) => scene.index === index)?.illustrationUrl;
      if (upload !== undefined) {
        return {
          ...written,
          picture: { kind: 'own', url: url ?? `/api/${upload}`, upload, ...(clip && { clip }) },
        };
      }
      return {
        ...written,
        ...(url !== undefined && { picture: { kind: 'made', url, visual, style } }),
      };
    }),
  };
}
