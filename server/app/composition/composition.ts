import { resolve } from 'node:path';
import type { Config } from '@shortfactory/config';
import { NO_TRACES, STAGES, isOffline } from '@shortfactory/core';
import type { Log, Rates, SecretSource, Traces } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { PictureReader } from '@shortfactory/pictures';
import { CheckedStore } from '@shortfactory/pipeline';
import type { PipelineDeps } from '@shortfactory/pipeline';
import { DayLedger, costOf, openProviders, portsOf, tryProvider } from '@shortfactory/providers';
import type { PartName, Providers, Tools } from '@shortfactory/providers';
import { Ffmpeg, Fonts, Renderer, newestOf, whichIsUsed } from '@shortfactory/renderer';
import type { Known } from '@shortfactory/renderer';
import { openSecrets } from '@shortfactory/secrets';
import { openStore } from '@shortfactory/storage';
import { footageOf } from './footage-of.ts';
import { signerOf } from './signer-of.ts';
import { readPronunciations } from './pronunciations.ts';

/** Parts that only the surrounding process can supply. */
export interface Surroundings {
  /** Without it the configuration's own source is opened. */
  readonly secrets?: Tools['secrets'];
  readonly telemetry?: Tools['telemetry'];
  /** Optional; without it nothing is logged. */
  readonly log?: Log;
  readonly limits?: Tools['limits'];
  readonly traces?: Traces;
}

export interface Assembled {
  readonly parts: PipelineDeps;
  readonly ffmpeg: Ffmpeg;
  /** A sentence on which ffmpeg is used and how old it is. Throws RenderFailed when none is usable. */
  whichFfmpeg(): Promise<string>;
  readonly providers: Providers;
  /** Estimated time and cost of a video. */
  readonly rates: Rates;
  /**
   * Asks a provider of another configuration the cheapest question that shows whether it is there and takes its key.
   * Throws ProviderFailed or ConfigInvalid.
   */
  tryProvider(other: Config, part: PartName, entry: string, signal: AbortSignal): Promise<string>;
  /** Stops what was started; the parts must not be used afterwards. */
  close(): Promise<void>;
}

/** Measured on two cores, offline; a video of half a minute takes about ten seconds. */
const OFFLINE_SECONDS_PER_SECOND = 0.4;
/** What a natural voice adds on two cores: 2.7 s of the processor a second (docs/PROVIDERS.md), divided by the cores. */
const NATURAL_VOICE_SECONDS_PER_SECOND = 1.4;
/** A service takes some twenty seconds per picture and draws a few concurrently: an estimate, not a measurement. */
const SERVICE_SECONDS_PER_SECOND = 1.5;

/** The one place that chooses the adapter of each port. Starts nothing that keeps the process alive. */
export async function assemble(config: Config, surroundings: Surroundings = {}): Promise<Assembled> {
  const pictures = new PictureReader({ searchPath: config.PATH });
  const { traces = NO_TRACES } = surroundings;
  const found = Ffmpeg.all(config.FFMPEG_PATH, config.PATH, { traces });
  const ffmpeg = found[0] ?? Ffmpeg.locate(config.FFMPEG_PATH, config.PATH, { traces });
  let known: Promise<Known> | undefined;
  const newest = (): Promise<Known> =>
    (known ??= newestOf(found).catch((error: unknown) => {
      known = undefined;
      throw error;
    }));
  const untrusted = async (): Promise<Ffmpeg> => (await newest()).ffmpeg;
  const { objects, versioned, evictable } = await openStore(config);
  const { secrets, telemetry = { record: () => undefined }, log = SILENT, limits } = surroundings;
  const store = new CheckedStore(objects, (name) => {
    const stage = STAGES.find((each) => name.startsWith(`artifacts/${each}/`)) ?? 'upload';
    log.warn('An object in the store is damaged.', { object: name, isMadeAgain: stage !== 'upload' });
    telemetry.record({ type: 'artifact-damaged', stage });
  });
  const own = secrets ? undefined : await openSecrets(config, { ...QUIET, clock: systemClock });
  const source = secrets ?? (own as SecretSource);
  const maxUsd = config.MAX_COST_PER_DAY_USD;
  const tools = { store, telemetry, log, clock: systemClock, pictures, traces };
  const providers = openProviders({
    ...{ ...tools, config, secrets: source },
    ...(maxUsd === undefined
      ? {}
      : { day: new DayLedger({ objects: versioned, clock: systemClock, maxUsd }) }),
    ...(limits ? { limits } : {}),
  });
  const [storyWriter, ...storyWriters] = portsOf(providers.llm);
  const [illustrator, ...illustrators] = portsOf(providers.image);
  const [narrator, ...narrators] = portsOf(providers.voice);
  const pronunciations = await readPronunciations(config.PRONUNCIATIONS);
  const signer = await signerOf(config, source);
  const offline = isOffline(illustrator.id) && isOffline(narrator.id);
  const renderers = config.RENDER_CONCURRENCY;
  return {
    ffmpeg,
    whichFfmpeg: async () => whichIsUsed(await ffmpeg.about(), (await newest()).about),
    providers,
    tryProvider: (other, part, entry, signal) =>
      tryProvider({ ...tools, config: other, secrets: secretsIn(other) }, part, entry, signal),
    rates: ratesOf(providers, offline),
    parts: {
      ...{
        store,
        evictable,
        storyWriter,
        illustrator,
        narrator,
        musician: providers.musician,
        instead: { storyWriters, illustrators, narrators },
        reference: providers.reference,
      },
      limits: config.MAX_COST_PER_VIDEO_USD === undefined ? {} : { maxUsd: config.MAX_COST_PER_VIDEO_USD },
      pictures,
      ...(signer ? { signer } : {}),
      footage: footageOf(config, { secrets: source, clock: systemClock }),
      traces,
      pronunciations,
      renderer: new Renderer({
        ...{ ffmpeg, untrusted, fonts: new Fonts(), concurrency: renderers },
        skip: config.RENDER_SKIP === 'on',
        onStreamRefused: (reason) => {
          log.warn('Skipped pictures could not be inserted; every frame of the video is encoded.', {
            reason,
          });
          telemetry.record({ type: 'stream-refused' });
        },
      }),
      // A service draws on other machines: waiting for it takes no processor time here.
      concurrency: offline ? renderers : Math.max(renderers, config.PROVIDER_CONCURRENCY),
      scratchDir: resolve(config.SCRATCH_DIR),
    },
    async close() {
      await providers.close();
      await own?.close();
    },
  };
}

/** Secrets as the configuration itself holds them. */
function secretsIn(config: Config): Tools['secrets'] {
  return { get: async (name) => config[name] };
}

function ratesOf({ llm, image, voice }: Providers, offline: boolean): Rates {
  const costs = [llm, image, voice].map(costOf);
  const natural = voice.find(({ provider }) => provider)?.name === 'neural';
  const base = offline ? OFFLINE_SECONDS_PER_SECOND : SERVICE_SECONDS_PER_SECOND;
  return {
    makeSecondsPerSecond: base + (natural ? NATURAL_VOICE_SECONDS_PER_SECOND : 0),
    usdPerVideo: costs.reduce((sum, { usdPerVideo }) => sum + usdPerVideo, 0),
    usdPerSecond: costs.reduce((sum, { usdPerSecond }) => sum + usdPerSecond, 0),
    // What draws costs a picture for any video, and more by the second.
    usdPerPicture: costOf(image).usdPerVideo,
  };
}

/** A command prints only our own sentences and no log: neither needs redaction. */
const SILENT: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => SILENT,
};
const QUIET = { log: SILENT, register: () => undefined };
