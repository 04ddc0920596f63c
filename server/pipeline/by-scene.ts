import type { Stage, VisualPlace } from '@shortfactory/core';
import pLimit from 'p-limit';
import { failedIn } from './outcome/failure-place.ts';
import type { Progress, StageContext } from './stage.ts';

/**
 * Does a stage's work for every scene, or for every visual of scenes, a bounded number at a time, in any order, and returns the results in order. The
 * first fault ends it: work that has not begun is not begun, and it rejects when all that had begun has settled.
 * @param shows what a result adds to the progress that is reported for its scene.
 * @param placeOf where in the script each is; one a scene without it.
 */
export async function byScene<S, R>(
  context: StageContext,
  stage: Stage,
  scenes: readonly S[],
  work: (scene: S, index: number) => Promise<R>,
  shows: (result: R) => Partial<Progress> = () => ({}),
  placeOf: (scene: S, index: number) => VisualPlace = (_, index) => ({ scene: index }),
): Promise<R[]> {
  const limit = pLimit(context.concurrency);
  let done = 0;
  let fault: { error: unknown } | undefined;
  context.report({ stage, percent: 0 });
  const results = await Promise.allSettled(
    scenes.map((scene, index) =>
      limit(async () => {
        const place = placeOf(scene, index);
        context.signal.throwIfAborted();
        if (fault) throw fault.error;
        try {
          await context.beforeStep();
          const result = await work(scene, index);
          done += 1;
          context.report({
            stage,
            percent: (100 * done) / scenes.length,
            // What a scene shows of its progress is its own visual.
            ...(place.cut === undefined ? { scene: place.scene, ...shows(result) } : {}),
          });
          return result;
        } catch (error) {
          fault ??= { error: failedIn(error, { stage, scene: place.scene + 1 }) };
          throw error;
        }
      }),
    ),
  );
  context.signal.throwIfAborted();
  if (fault) throw fault.error;
  return results.map((result) => (result as PromiseFulfilledResult<R>).value);
}
