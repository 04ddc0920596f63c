import { Grounds } from '@shortfactory/text';
import type { ScriptRequest } from '@shortfactory/core';
import type { AnsweredScene } from './script-answer.ts';
import type { Shortcoming } from './structure.ts';

/** What of a script its sources hold. */
export interface Grounded {
  /** The sentence of a source for each scene that has one, as it stands there. */
  readonly restsOn: readonly (string | undefined)[];
  readonly shortcomings: readonly Shortcoming[];
}

/** Looks for each scene's sentence in the sources, and for its numbers and names. Nothing is wrong where there are none. */
export function groundedIn(
  scenes: readonly AnsweredScene[],
  { topic, story, sources = [] }: ScriptRequest,
): Grounded {
  if (sources.length === 0) return { restsOn: [], shortcomings: [] };
  const grounds = new Grounds(sources, story.language, topic);
  const restsOn = scenes.map((scene) => grounds.sentenceOf(scene.restsOn ?? ''));
  const without = restsOn.flatMap((sentence, index) => (sentence === undefined ? [index + 1] : []));
  const foreign = scenes.flatMap(({ narration }, index) => {
    const found = grounds.foreignTo(narration);
    return found.length === 0 ? [] : [{ n: index + 1, said: found.map((each) => `“${each}”`).join(', ') }];
  });
  return {
    restsOn,
    shortcomings: [
      ...(without.length === 0
        ? []
        : [
            {
              ask: `restsOn of scene ${without.join(', ')} is no sentence of a source; one copied letter for letter was asked for`,
              notice: `Scene ${without.join(', ')} names no sentence of the source that it rests on.`,
            },
          ]),
      ...foreign.map(({ n, said }) => ({
        ask: `scene ${n} says ${said}, which no source has`,
        notice: `Scene ${n} says ${said}, which is not in the source.`,
      })),
    ],
  };
}
