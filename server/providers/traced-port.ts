import { NO_TRACES } from '@shortfactory/core';
import type { Traces } from '@shortfactory/core';

/** Methods of the three ports that do the work; the others only tell what a provider is. */
const WORK: readonly PropertyKey[] = ['writeStory', 'writeScript', 'illustrate', 'narrate'];

/** The port with a span around each call that works; a call that is handed to the next provider has two. */
export function tracedPort<P extends object>(port: P, provider: string, traces: Traces): P {
  if (traces === NO_TRACES) return port;
  return new Proxy(port, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      const call = value.bind(target) as (...args: readonly unknown[]) => unknown;
      if (!WORK.includes(key)) return call;
      const facts = { 'shortfactory.provider': provider };
      return (...args: readonly unknown[]) =>
        traces.span(`provider ${String(key)}`, facts, async () => call(...args));
    },
  });
}
