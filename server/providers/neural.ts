import { resolve } from 'node:path';
import type { Narrator } from '@shortfactory/core';
import { installedVoices, runtimeHere } from '@shortfactory/neural';
import { NeuralNarrator } from '@shortfactory/neural/narrator';
import type { Build } from './tools.ts';

/** A model takes half a gigabyte: it goes back before the encoders need the memory. */
const IDLE_MS = 1000;

/** Set up when a voice is installed (npm run voices -- add heart) and there is a runtime for this machine. */
export const neuralNarrator: Build<Narrator> = ({ config, log }) => {
  const folder = resolve(config.VOICES_DIR);
  const voices = installedVoices(folder);
  const runtime = voices.length > 0 ? runtimeHere() : undefined;
  if (!runtime) return undefined;
  const { slower } = runtime;
  if (slower !== undefined) log?.info(`${slower}.`);
  const port = new NeuralNarrator({
    ...{ folder, voices, runtime },
    threads: config.RENDER_CONCURRENCY,
    idleMs: IDLE_MS,
  });
  return {
    ...{ port, usdPerVideo: 0, usdPerSecond: 0 },
    check: async () =>
      `made here with ${voices.map(({ id }) => id).join(', ')} (${runtime.id}); needs no key`,
    close: () => port.close(),
  };
};
