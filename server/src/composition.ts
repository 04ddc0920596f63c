import { resolve } from 'node:path';
import { FsObjectStore } from './adapters/object-store/fs.ts';
import { OfflineIllustrator } from './adapters/providers/offline/illustrator/index.ts';
import { OfflineNarrator } from './adapters/providers/offline/narrator/index.ts';
import { OfflineStoryWriter } from './adapters/providers/offline/story-writer/index.ts';
import type { Config } from './config.ts';
import { ConfigInvalid } from './domain/errors.ts';
import type { PipelineParts } from './pipeline/stage.ts';
import { Ffmpeg } from './renderer/ffmpeg.ts';
import { Fonts } from './renderer/fonts.ts';
import { Renderer } from './renderer/renderer.ts';

/** A voice process takes 130 MB: it is gone before the encoders need the memory. */
const VOICE_IDLE_MS = 500;

export interface Assembled {
  readonly parts: PipelineParts;
  readonly ffmpeg: Ffmpeg;
  /** Ends what was started on the way; the parts must not be used afterwards. */
  close(): Promise<void>;
}

/** The one place that knows which adapter stands behind which port. Starts nothing that keeps the process alive. */
export function assemble(config: Config): Assembled {
  refuseRealProviders(config);
  const ffmpeg = Ffmpeg.locate(config.FFMPEG_PATH, config.PATH);
  const narrator = new OfflineNarrator({ processes: config.RENDER_CONCURRENCY, idleMs: VOICE_IDLE_MS });
  return {
    ffmpeg,
    parts: {
      store: new FsObjectStore(resolve(config.DATA_DIR)),
      storyWriter: new OfflineStoryWriter(),
      illustrator: new OfflineIllustrator(),
      narrator,
      renderer: new Renderer({ ffmpeg, fonts: new Fonts(), concurrency: config.RENDER_CONCURRENCY }),
      concurrency: config.RENDER_CONCURRENCY,
      scratchDir: resolve(config.SCRATCH_DIR),
    },
    close: async () => narrator.close(),
  };
}

/** Real providers come with a later version; saying so beats failing at the first call. */
function refuseRealProviders(config: Config): void {
  const asked = (['USE_REAL_LLM', 'USE_REAL_IMAGE', 'USE_REAL_VOICE'] as const).filter(
    (name) => config[name],
  );
  if (asked.length === 0) return;
  const lines = asked.map(
    (name) => `  ${name}: real providers are not part of this version; false was expected`,
  );
  throw new ConfigInvalid(`The environment does not fit:\n${lines.join('\n')}`);
}
