import type { JobJson } from '@shortfactory/contract';
import type { Options, Script } from '../../../shared/api/script.ts';
import type { DraftSeed } from '../../../shared/drafts/draft.ts';
import { BLANK_SETTINGS } from '../../../shared/drafts/make-settings.ts';
import { defaultLanguage } from '../../../shared/format/languages.ts';

/** A script without a word in it. */
export function emptySeed({ languages }: Pick<Options, 'languages'>): DraftSeed {
  return {
    title: '',
    settings: { ...BLANK_SETTINGS, language: defaultLanguage(languages) },
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
    settings: { ...BLANK_SETTINGS, ...settings, language: script.language, imageStyle: style },
    scenes: script.scenes.map(({ narration, visual, upload }, index) => {
      const url = job.scenes.find((scene) => scene.index === index)?.illustrationUrl;
      if (upload !== undefined) {
        return { narration, visual, picture: { kind: 'own', url: url ?? `/api/${upload}`, upload } };
      }
      return {
        narration,
        visual,
        ...(url !== undefined && { picture: { kind: 'made', url, visual, style } }),
      };
    }),
  };
}
