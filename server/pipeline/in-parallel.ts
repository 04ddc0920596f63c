import type { StageContext } from './stage.ts';

/**
 * Two pieces of work side by side. When one fails the other is told to stop, and this rejects with the first fault
 * once both have settled: nothing goes on behind a failed run.
 */
export async function inParallel<A, B, C extends Pick<StageContext, 'signal'>>(
  context: C,
  first: (context: C) => Promise<A>,
  second: (context: C) => Promise<B>,
): Promise<[A, B]> {
  const fault = new AbortController();
  const inner = { ...context, signal: AbortSignal.any([context.signal, fault.signal]) };
  const watched = async <T>(work: (context: C) => Promise<T>): Promise<T> => {
    try {
      return await work(inner);
    } catch (error) {
      // Only the first call has an effect.
      fault.abort(error);
      throw error;
    }
  };
  const running = [watched(first), watched(second)] as const;
  await Promise.allSettled(running);
  inner.signal.throwIfAborted();
  return Promise.all(running);
}
