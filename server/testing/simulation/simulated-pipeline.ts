import { ProviderFailed, STAGES } from '@shortfactory/core';
import type { EditParts, ObjectStore, Short, ShortRequest } from '@shortfactory/core';
import { Artifacts } from '@shortfactory/pipeline/artifacts';
import type { RunOptions, RunReport } from '@shortfactory/pipeline';
import { seeded, whole } from '../seeded.ts';
import type { Invariants } from './invariants.ts';
import type { SimulatedProcess } from './virtual-time.ts';

/** What a simulated job is like, drawn from its name alone, so that every run of it is the same. */
export interface Nature {
  /** Stages take this long, in ms. */
  readonly stagesMs: readonly number[];
  /** Kills its worker in this stage, whenever it gets there. */
  readonly poisonStage: number | undefined;
  /** Fails for good in this stage. */
  readonly failingStage: number | undefined;
  /** Out of all stages run, those that fail for now. */
  readonly flakiness: number;
}

export function natureOf(name: string): Nature {
  const random = seeded([...name].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0, 7));
  const stagesMs = Array.from({ length: whole(random, 1, 3) }, () =>
    whole(random, 50, random() < 0.1 ? 90_000 : 12_000),
  );
  const kind = random();
  const stage = whole(random, 0, stagesMs.length - 1);
  return {
    stagesMs,
    poisonStage: kind < 0.08 ? stage : undefined,
    failingStage: kind > 0.94 ? stage : undefined,
    flakiness: random() < 0.3 ? 0.3 : 0,
  };
}

/** A name that begins so and whose job is of a certain kind. */
export function titled(begin: string, fits: (nature: Nature) => boolean): string {
  for (let i = 0; ; i++) if (fits(natureOf(`${begin} ${i}`))) return `${begin} ${i}`;
}

/** A name whose job is done in the end. */
export function healthy(begin: string): string {
  return titled(
    begin,
    ({ poisonStage, failingStage }) => poisonStage === undefined && failingStage === undefined,
  );
}

export interface PipelineWorld {
  readonly process: SimulatedProcess;
  readonly store: ObjectStore;
  readonly invariants: Invariants;
  readonly random: () => number;
  readonly nextRun: () => number;
  readonly kill: () => void;
}

/** Works as the real pipeline does: step by step, each leaving an artifact that later runs find. */
export async function makeSimulatedShort(
  world: PipelineWorld,
  request: ShortRequest,
  options: RunOptions,
): Promise<RunReport> {
  const { process, store, invariants, random } = world;
  const name = 'script' in request.source ? request.source.script.title : '';
  const nature = natureOf(name);
  const run = world.nextRun();
  const artifacts = new Artifacts(store, options.onArtifact);
  const { signal } = options;
  const step = async (): Promise<void> => {
    signal.throwIfAborted();
    await options.beforeStep?.();
    invariants.stepped(name, run);
  };
  const made: string[] = [];
  for (const [i, stageMs] of nature.stagesMs.entries()) {
    const stage = STAGES[i + 2] ?? 'publish';
    await step();
    options.onProgress?.({ stage, percent: 0 });
    const artifact = `artifacts/${stage}/${name}`;
    await artifacts.value(stage, artifact, async () => {
      // Poison dies a little after it begins, as an encoder that eats all memory does.
      if (nature.poisonStage === i) {
        await process.sleep(whole(random, 1, 2000), signal);
        world.kill();
      }
      if (nature.failingStage === i) throw new ProviderFailed('It refuses.', { retryable: false });
      if (random() < nature.flakiness) throw new ProviderFailed('Not now.', { retryable: true });
      for (let left = stageMs; left > 0; left -= 5000) {
        await process.sleep(Math.min(5000, left), signal);
        options.onProgress?.({ stage, percent: 100 * (1 - left / stageMs) });
        invariants.stepped(name, run);
      }
      return { made: name };
    });
    options.onProgress?.({ stage, percent: 100 });
    made.push(artifact);
  }
  await step();
  const last = made.at(-1) as string;
  return {
    ...{ short: shortOf(request, last), parts: NO_PARTS },
    ...{ timings: {}, cacheHits: 0, cacheMisses: 0, costUsd: 0, spend: [] },
  };
}

/** Of a video without sound and captions. */
export const NO_PARTS: EditParts = {
  ...{ scenes: [], narrations: [], speed: 1, musicDb: 0, under: [], captions: [] },
};

/** A short as it might come out, all of whose parts are one object. */
export function shortOf(request: ShortRequest, object: string): Short {
  if (!('script' in request.source)) throw new Error('simulated requests bring a script');
  const { script } = request.source;
  return {
    title: script.title,
    description: '',
    language: 'en',
    voice: 'nobody',
    script,
    scenes: [{ index: 0, illustration: object, narrationSeconds: 1 }],
    outputs: [{ aspect: '9:16', object, bytes: 1, seconds: 1, widthPx: 1080, heightPx: 1920 }],
    captions: { srt: object, vtt: object, ass: object },
    poster: object,
    loudnessLufs: -14,
    degraded: [],
    offline: [],
  };
}
