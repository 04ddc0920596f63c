import type { JobJson } from '@shortfactory/server/contract';
import { BLANK, settingsOf } from '../../create/model/fields.ts';
import type { CreateValues } from '../../create/model/fields.ts';
import { plannedSeconds, wholeSeconds } from '../../../shared/format/length.ts';
import type { Script } from '../../../shared/api/script.ts';
import type { DraftSeed } from '../../../shared/drafts/draft.ts';

/** A written script and what the form asked for, as a draft. */
export function seedOf(script: Script, values: CreateValues, language: string): DraftSeed {
  return {
    title: script.title,
    settings: {
      ...settingsOf(values),
      language: script.language || language,
      // A script that was brought along is as long as it is.
      seconds: values.tab === 'script' ? lengthOf(script) : values.seconds,
      aspects: values.aspects.length > 0 ? values.aspects : ['9:16'],
      music: values.tab === 'media' ? values.music : '',
    },
    scenes: script.scenes.map(({ narration, visual, upload }) => ({
      narration,
      visual,
      ...(upload !== undefined && { picture: { kind: 'own', url: `/api/${upload}`, upload } }),
    })),
  };
}

/** A video's script, with the pictures that were made of it. */
export function seedOfVideo(job: JobJson & { script: Script }): DraftSeed {
  const { script, settings } = job;
  const style = settings.imageStyle ?? script.imageStyle ?? 'flat';
  return {
    title: script.title,
    from: job.id,
    settings: { ...settingsOf(BLANK), ...settings, language: script.language, imageStyle: style },
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

function lengthOf({ scenes, language }: Script): number {
  return wholeSeconds(
    plannedSeconds(
      scenes.map(({ narration }) => narration),
      language,
    ),
  );
}
