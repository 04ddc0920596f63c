import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assemble } from '../server/src/composition.ts';
import type { Assembled } from '../server/src/composition.ts';
import { loadConfig } from '../server/src/config.ts';
import { InputInvalid } from '../server/src/domain/errors.ts';
import { makeShort } from '../server/src/pipeline/run.ts';
import type { RunReport } from '../server/src/pipeline/run.ts';
import type { ShortRequest } from '../server/src/domain/short.ts';
import { coldStartTable, measureColdStart } from './bench/cold-start.ts';
import { bareEncodePlan, ssimFrom, ssimPlan, writeRawFrames } from './bench/frames.ts';
import { peakMemory } from './bench/memory.ts';
import { storyboard, withOneWordChanged } from './bench/storyboard.ts';

const USAGE = `Measures the renderer against a bare encode of the same frames in the same run.

  npm run bench [-- --runs N] [--json]
  npm run bench -- cold-start [--runs N] [--json]

  cold-start   instead: from the server process's start to its first answers, beside a bare Koa hello in the same run
  --runs N     how often each is measured; the median counts (default: 3, cold starts: 10)
  --json       prints {ratio, secondsPerVideoSecond, peakRssMiB, editRatio, ssim, cores, ...} instead of a table

Needs 3 GB of space for temporary files. Measure with nothing else running.`;

/**
 * One render: pictures and speech are there (they are what a provider's speed decides), everything from captions to
 * the finished file is made. A fresh store each time, so that no clip is found.
 */
async function render(folder: string, name: string): Promise<Rendered> {
  const dataDir = join(folder, name);
  await mkdir(dataDir, { recursive: true });
  const assembled = await assemble(loadConfig({ ...process.env, DATA_DIR: dataDir, SCRATCH_DIR: folder }));
  const request = await storyboard(assembled.parts.store);
  // Speak first, as the pipeline would: the same artifacts are found again by the measured run.
  await speak(assembled, request);
  const start = performance.now();
  const { result, peakRssMiB } = await peakMemory(() => make(assembled, request));
  return { assembled, request, report: result, seconds: (performance.now() - start) / 1000, peakRssMiB };
}

interface Rendered {
  readonly assembled: Assembled;
  readonly request: ShortRequest;
  readonly report: RunReport;
  readonly seconds: number;
  readonly peakRssMiB: number | undefined;
}

function make({ parts }: Assembled, request: ShortRequest): Promise<RunReport> {
  return makeShort(parts, request, { signal: new AbortController().signal });
}

/** Fills the narrations' artifacts by a run that is stopped when composing begins. */
async function speak(assembled: Assembled, request: ShortRequest): Promise<void> {
  const stop = new AbortController();
  const spoken = new Error('spoken');
  await makeShort(assembled.parts, request, {
    signal: stop.signal,
    onProgress: ({ stage }) => {
      if (stage === 'caption') stop.abort(spoken);
    },
  }).catch((error: unknown) => {
    if (error !== spoken) throw error;
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] as number;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function bench(runs: number): Promise<Record<string, number | string | undefined>> {
  const folder = await mkdtemp(join(tmpdir(), 'shortfactory-bench-'));
  try {
    const { signal } = new AbortController();
    const frames = join(folder, 'frames.yuv');
    // The first render warms the file cache and gives the frames; it is not counted.
    const first = await render(folder, 'warm');
    await writeRawFrames(first.assembled, first.request, first.report.short, folder, frames);
    const video = join(folder, 'video.mp4');
    const output = first.report.short.outputs[0];
    await first.assembled.parts.store.download(output?.object ?? '', video);
    const ssim = ssimFrom(await first.assembled.ffmpeg.run(ssimPlan(frames, video), { signal }));
    const [renders, bares, edits, peaks]: number[][] = [[], [], [], []];
    for (let run = 0; run < runs; run++) {
      const rendered = await render(folder, `run-${run}`);
      renders?.push(rendered.seconds);
      peaks?.push(rendered.peakRssMiB ?? NaN);
      edits?.push(await timed(() => make(rendered.assembled, withOneWordChanged(rendered.request))));
      await rendered.assembled.close();
      bares?.push(
        await timed(() =>
          first.assembled.ffmpeg.run(bareEncodePlan(frames, join(folder, 'bare.mp4')), { signal }),
        ),
      );
    }
    await first.assembled.close();
    const [renderSeconds, bareSeconds, editSeconds] = [renders, bares, edits].map((values) =>
      median(values ?? []),
    ) as [number, number, number];
    const videoSeconds = output?.seconds ?? NaN;
    return {
      ratio: round(renderSeconds / bareSeconds),
      secondsPerVideoSecond: round(renderSeconds / videoSeconds),
      peakRssMiB: Math.max(...(peaks ?? [])),
      editRatio: round(editSeconds / renderSeconds),
      ssim: Number(ssim.toFixed(4)),
      cores: availableParallelism(),
      videoSeconds: round(videoSeconds),
      renderSeconds: round(renderSeconds),
      bareSeconds: round(bareSeconds),
      editSeconds: round(editSeconds),
      runs,
      cpu: cpus()[0]?.model ?? 'unknown',
      ffmpeg: first.assembled.ffmpeg.path,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function round(value: number): number {
  return Number(value.toFixed(3));
}

function table(figures: Awaited<ReturnType<typeof bench>>): string {
  const rows: [string, string][] = [
    [
      'render / bare encode',
      `${figures['ratio']} (${figures['renderSeconds']} s / ${figures['bareSeconds']} s)`,
    ],
    ['seconds a video second', `${figures['secondsPerVideoSecond']} (${figures['videoSeconds']} s of video)`],
    ['edit of one word', `${figures['editRatio']} of a render (${figures['editSeconds']} s)`],
    ['peak memory', `${figures['peakRssMiB']} MiB`],
    ['SSIM against the frames', String(figures['ssim'])],
    ['machine', `${figures['cores']} cores, ${figures['cpu']}, Node ${process.version}`],
    ['median of', `${figures['runs']} runs`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(26)}${value}`).join('\n');
}

async function main(): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { runs: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      process.stdout.write(`${USAGE}\n`);
      return 0;
    }
    const [subject = 'render', ...more] = positionals;
    if (!['render', 'cold-start'].includes(subject) || more.length > 0)
      throw new InputInvalid(
        'bench',
        `"${positionals.join(' ')}" cannot be measured; cold-start or nothing was expected.`,
      );
    const runs = Number(values.runs ?? (subject === 'cold-start' ? 10 : 3));
    if (!Number.isInteger(runs) || runs < 1)
      throw new InputInvalid('--runs', 'a whole number from 1 was expected.');
    if (subject === 'cold-start') {
      const figures = await measureColdStart(runs, process.env['PATH']);
      process.stdout.write(`${values.json ? JSON.stringify(figures) : coldStartTable(figures)}\n`);
      return 0;
    }
    const figures = await bench(runs);
    process.stdout.write(`${values.json ? JSON.stringify(figures) : table(figures)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof InputInvalid || (error instanceof Error && error.name === 'TypeError') ? 2 : 1;
  }
}

process.exitCode = await main();
