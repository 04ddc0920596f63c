import type { Script, WrittenScript } from '../../../shared/api/script.ts';
import { searchesOf, spokenOf } from '../../../shared/drafts/draft.ts';
import type { DraftSeed } from '../../../shared/drafts/draft.ts';
import { plannedSeconds, wholeSeconds } from '../../../shared/format/length.ts';
import { settingsOf } from '../model/fields.ts';
import type { CreateValues } from '../model/fields.ts';

/** A written script and what the form asked for, as a draft. `clips` are those of its uploads that move. */
export function seedOf(
  { degraded, ...script }: WrittenScript,
  values: CreateValues,
  clips: ReadonlySet<string>,
): DraftSeed {
  return {
    title: script.title,
    settings: {
      ...settingsOf(values),
      speed: script.speed ?? values.speed,
      emoji: script.emoji ?? values.emoji,
      language: script.language,
      // A script that was brought along is as long as it is.
      seconds: values.tab === 'script' ? lengthOf(script) : values.seconds,
      aspects: values.aspects.length > 0 ? values.aspects : ['9:16'],
      music: values.tab === 'media' ? values.music : '',
    },
    ...spokenOf(script),
    ...(degraded && { notices: degraded }),
    scenes: script.scenes.map(({ upload, restsOn, footage, ...scene }) => ({
      narration: scene.narration,
      visual: scene.visual,
      ...searchesOf(scene),
      ...(restsOn !== undefined && { restsOn }),
      ...(footage !== undefined && { footage }),
      ...(upload !== undefined && {
        picture: {
          ...{ kind: 'own', url: `/api/${upload}`, upload },
          ...(clips.has(upload) && ({ moves: true } as const)),
        },
      }),
    })),
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
