import type { Stage } from '@shortfactory/core';
import pLimit from 'p-limit';
import { failedIn } from './outcome/failure-place.ts';
import type { Progress, StageContext } from './stage.ts';

/**
 * Does a stage's work for every scene, a bounded number at a time, in any order, and returns the results in order. The
 * first fault ends it: work that has not begun is not begun, and it rejects when all that had begun has settled.
 * @param shows what a result adds to the progress that is reported for its scene.
 */
export async function byScene<S, R>(
  context: StageContext,
  stage: Stage,
  scenes: readonly S[],
  work: (scene: S, index: number) => Promise<R>,
  shows: (result: R) => Partial<Progress> = () => ({}),
): Promise<R[]> {
  const limit = pLimit(context.concurrency);
  let done = 0;
  let fault: { error: unknown } | undefined;
  context.report({ stage, percent: 0 });
  const results = await Promise.allSettled(
    scenes.map((scene, index) =>
      limit(async () => {
        context.signal.throwIfAborted();
        if (fault) throw fault.error;
        try {
          await context.beforeStep();
          const result = await work(scene, index);
          done += 1;
          context.report({
            stage,
            percent: (100 * done) / scenes.length,
            scene: index,
            ...shows(result),
          });
          return result;
        } catch (error) {
          fault ??= { error: failedIn(error, { stage, scene: index + 1 }) };
          throw error;
        }
      }),
    ),
  );
  context.signal.throwIfAborted();
  if (fault) throw fault.error;
  return results.map((result) => (result as PromiseFulfilledResult<R>).value);
}
