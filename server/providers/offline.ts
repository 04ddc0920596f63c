import type { Illustrator, Narrator, StoryWriter } from '@shortfactory/core';
import { OfflineIllustrator, OfflineNarrator, OfflineStoryWriter } from '@shortfactory/offline';
import type { Build, Provider } from './tools.ts';

/** A voice process takes 130 MB: it exits before the encoders need the memory. */
const VOICE_IDLE_MS = 100;
/**
 * A new voice process takes as long for its first sentence as for its next four, and pictures are drawn beside: on two
 * cores one says a short sooner than two.
 */
const CORES_A_VOICE = 2;

export const offlineStoryWriter: Build<StoryWriter> = () => here(new OfflineStoryWriter());

export const offlineIllustrator: Build<Illustrator> = () => here(new OfflineIllustrator());

export const offlineNarrator: Build<Narrator> = ({ config }) => {
  const processes = Math.ceil(config.RENDER_CONCURRENCY / CORES_A_VOICE);
  const narrator = new OfflineNarrator({ processes, idleMs: VOICE_IDLE_MS });
  return { ...here(narrator), close: () => narrator.close() };
};

function here<P>(port: P): Provider<P> {
  return { port, usdPerVideo: 0, usdPerSecond: 0, check: async () => 'made here; needs no key' };
}
