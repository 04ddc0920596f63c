import type { Illustrator } from '../../../ports/illustrator.ts';
import type { Narrator } from '../../../ports/narrator.ts';
import type { StoryWriter } from '../../../ports/story-writer.ts';
import type { Build, Provider } from '../tools.ts';
import { OfflineIllustrator } from './illustrator/index.ts';
import { OfflineNarrator } from './narrator/index.ts';
import { OfflineStoryWriter } from './story-writer/index.ts';

/** A voice process takes 130 MB: it is gone before the encoders need the memory. */
const VOICE_IDLE_MS = 500;

export const offlineStoryWriter: Build<StoryWriter> = () => here(new OfflineStoryWriter());

export const offlineIllustrator: Build<Illustrator> = () => here(new OfflineIllustrator());

export const offlineNarrator: Build<Narrator> = ({ config }) => {
  const narrator = new OfflineNarrator({ processes: config.RENDER_CONCURRENCY, idleMs: VOICE_IDLE_MS });
  return { ...here(narrator), close: () => narrator.close() };
};

function here<P>(port: P): Provider<P> {
  return { port, usdPerVideo: 0, usdPerSecond: 0, check: async () => 'made here; needs no key' };
}
