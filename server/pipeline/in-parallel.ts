import type { StageContext } from './stage.ts';

/**
 * Pieces of work side by side. When one fails the others are told to stop, and this rejects with the first fault
 * once all have settled: nothing goes on behind a failed run.
 */
export async function inParallel<T extends readonly unknown[], C extends Pick<StageContext, 'signal'>>(
  context: C,
  ...works: { readonly [K in keyof T]: (context: C) => Promise<T[K]> }
): Promise<T> {
  const fault = new AbortController();
  const inner = { ...context, signal: AbortSignal.any([context.signal, fault.signal]) };
  const watched = async (work: (context: C) => Promise<unknown>): Promise<unknown> => {
    try {
      return await work(inner);
    } catch (error) {
      // Only the first call has an effect.
      fault.abort(error);
      throw error;
    }
  };
  const running = works.map(watched);
  await Promise.allSettled(running);
  inner.signal.throwIfAborted();
  return (await Promise.all(running)) as unknown as T;
}
