import { HttpProblem } from '@shortfactory/http-server';
import { secondsUntilWork } from '@shortfactory/operations';
import type { Operations } from '@shortfactory/operations';

/** Routes that begin work, by their ids: refused during maintenance. What is under way goes on, and can be stopped. */
export const NEW_WORK: ReadonlySet<string> = new Set([
  ...['makeVideo', 'retryVideo'],
  ...['makeBatch', 'resumeBatch', 'retryBatch'],
  ...['publishVideo', 'retryPublication'],
  ...['writeStory', 'writeScript', 'drawIllustration', 'speak', 'hearRecording', 'getFootage'],
]);

/** Throws HttpProblem 503 with the operator's sentence. */
export async function refuseInMaintenance(
  maintenance: Pick<Operations['maintenance'], 'now'>,
): Promise<void> {
  const state = await maintenance.now();
  if (!state) return;
  throw new HttpProblem('unavailable', state.sentence, {
    retryAfterSeconds: secondsUntilWork(state, Date.now()),
  });
}
