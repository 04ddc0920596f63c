import type { Door } from '../smoke/door.ts';
import type { Verdict } from './verdict.ts';

const PROBES = 20;
const TIMEOUT_MS = 10_000;

/**
 * What is known of a revision where nothing counts its requests: it is ready still, and answers at its own address.
 * @param url of its tag; undefined where none leads there from outside
 */
export async function judgeByProbes(
  url: string | undefined,
  ready: boolean,
  door: Door,
  maxErrorRatio: number,
  signal: AbortSignal,
): Promise<Verdict> {
  if (!ready) return { good: false, words: 'it is not ready any more' };
  const without = 'without --prometheus its errors are not counted';
  if (url === undefined) return { good: true, words: `it is ready; ${without}` };
  let failed = 0;
  for (let probe = 0; probe < PROBES; probe += 1) {
    const within = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const answered = await door(new URL('/live', url), { signal: within }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status < 500;
      },
      () => false,
    );
    signal.throwIfAborted();
    if (!answered) failed += 1;
  }
  const words = `${PROBES - failed} of ${PROBES} probes of its own address were answered; ${without}`;
  return { good: failed / PROBES <= maxErrorRatio, words };
}
