import { mkdir, mkdtemp, rm, statfs } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble } from '@shortfactory/app';
import type { Assembled } from '@shortfactory/app';
import { loadConfig } from '@shortfactory/config';
import { StorageFailed } from '@shortfactory/core';
import type { ShortRequest } from '@shortfactory/core';
import { makeShort } from '@shortfactory/pipeline';
import type { RunReport } from '@shortfactory/pipeline';
import { bareEncodePlan, ssimFrom, ssimPlan, writeRawFrames } from './frames.ts';
import { peakMemory } from './memory.ts';
import { storyboard, withOneWordChanged } from './storyboard.ts';

/** What a run of the benchmark found; medians where it was measured more than once. */
export interface RenderFigures {
  readonly ratio: number;
  readonly secondsPerVideoSecond: number;
  /** The largest of all runs: resident memory of the command and its processes added up. Known on Linux only. */
  readonly peakRssMiB: number | undefined;
  readonly editRatio: number;
  readonly ssim: number;
  readonly cores: number;
  readonly videoSeconds: number;
  readonly renderSeconds: number;
  readonly bareSeconds: number;
  readonly editSeconds: number;
  readonly runs: number;
  readonly cpu: string;
  readonly node: string;
  readonly ffmpeg: string;
  /** Of the machine when it began: above its number of cores, the figures are not worth much. */
  readonly load: number;
}

/** Raw frames of the storyboard, and room for the renders beside them. */
const SPACE_BYTES = 3.5e9;

/**
 * Renders the storyboard and encodes the same finished frames bare, in turn, `runs` times after one that is not
 * counted. Of the environment only the program's own tools count: no service is ever asked.
 */
export async function measureRender(
  runs: number,
  tools: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<RenderFigures> {
  const load = loadavg()[0] ?? NaN;
  const folder = await scratchFolder();
  const opened: Assembled[] = [];
  try {
    const render = async (name: string): Promise<Rendered> => {
      const rendered = await renderOnce(join(folder, name), folder, tools, signal);
      opened.push(rendered.assembled);
      return rendered;
    };
    const frames = join(folder, 'frames.yuv');
    // The first render warms the file cache and gives the frames; it is not counted.
    const first = await render('warm');
    const { ffmpeg, parts } = first.assembled;
    await writeRawFrames(first.assembled, first.request, first.report.short, folder, frames);
    const video = join(folder, 'video.mp4');
    const output = first.report.short.outputs[0];
    await parts.store.download(output?.object ?? '', video);
    const ssim = ssimFrom(await ffmpeg.run(ssimPlan(frames, video), { signal }));
    const [renders, bares, edits, peaks]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let run = 0; run < runs; run++) {
      const rendered = await render(`run-${run}`);
      renders.push(rendered.seconds);
      if (rendered.peakRssMiB !== undefined) peaks.push(rendered.peakRssMiB);
      const edited = withOneWordChanged(rendered.request);
      edits.push(await timed(() => makeShort(rendered.assembled.parts, edited, { signal })));
      bares.push(await timed(() => ffmpeg.run(bareEncodePlan(frames, join(folder, 'bare.mp4')), { signal })));
    }
    const [renderSeconds, bareSeconds, editSeconds] = [median(renders), median(bares), median(edits)];
    const videoSeconds = output?.seconds ?? NaN;
    return {
      ratio: round(renderSeconds / bareSeconds),
      secondsPerVideoSecond: round(renderSeconds / videoSeconds),
      peakRssMiB: peaks.length > 0 ? Math.max(...peaks) : undefined,
      editRatio: round(editSeconds / renderSeconds),
      ssim: Number(ssim.toFixed(4)),
      cores: availableParallelism(),
      videoSeconds: round(videoSeconds),
      renderSeconds: round(renderSeconds),
      bareSeconds: round(bareSeconds),
      editSeconds: round(editSeconds),
      runs,
      cpu: cpus()[0]?.model ?? 'unknown',
      node: process.version,
      ffmpeg: ffmpeg.path,
      load: round(load),
    };
  } finally {
    await Promise.all(opened.map((assembled) => assembled.close()));
    await rm(folder, { recursive: true, force: true });
  }
}

async function scratchFolder(): Promise<string> {
  const { bavail, bsize } = await statfs(tmpdir());
  if (bavail * bsize < SPACE_BYTES) {
    throw new StorageFailed(
      `${tmpdir()} has ${(Math.max(0, bavail * bsize) / 1e9).toFixed(1)} GB free, and ${SPACE_BYTES / 1e9} GB are needed; TMPDIR names another folder.`,
    );
  }
  return mkdtemp(join(tmpdir(), 'shortfactory-bench-'));
}

interface Rendered {
  readonly assembled: Assembled;
  readonly request: ShortRequest;
  readonly report: RunReport;
  readonly seconds: number;
  readonly peakRssMiB: number | undefined;
}

/**
 * One render: pictures and speech are there (they are what a provider's speed decides), everything from captions to
 * the finished file is made. A fresh store each time, so that no clip is found.
 */
async function renderOnce(
  dataDir: string,
  scratchDir: string,
  tools: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<Rendered> {
  await mkdir(dataDir, { recursive: true });
  const assembled = await assemble(loadConfig({ ...tools, DATA_DIR: dataDir, SCRATCH_DIR: scratchDir }));
  const request = await storyboard(assembled.parts.store);
  // Speak first, as the pipeline would: the same artifacts are found again by the measured run.
  await speak(assembled, request, signal);
  const start = performance.now();
  const { result, peakRssMiB } = await peakMemory(() => makeShort(assembled.parts, request, { signal }));
  return { assembled, request, report: result, seconds: (performance.now() - start) / 1000, peakRssMiB };
}

/** Fills the narrations' artifacts by a run that is stopped when composing begins. */
async function speak(assembled: Assembled, request: ShortRequest, signal: AbortSignal): Promise<void> {
  const stop = new AbortController();
  const spoken = new Error('spoken');
  await makeShort(assembled.parts, request, {
    signal: AbortSignal.any([signal, stop.signal]),
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

function round(value: number): number {
  return Number(value.toFixed(3));
}

/** The figures for a person. */
export function renderTable(figures: RenderFigures): string {
  const busy = figures.load > 0.5 * figures.cores ? '; other work was running: measure again' : '';
  const rows: [string, string][] = [
    ['render / bare encode', `${figures.ratio} (${figures.renderSeconds} s / ${figures.bareSeconds} s)`],
    ['seconds a video second', `${figures.secondsPerVideoSecond} (${figures.videoSeconds} s of video)`],
    ['edit of one word', `${figures.editRatio} of a render (${figures.editSeconds} s)`],
    ['peak memory', figures.peakRssMiB === undefined ? 'known on Linux only' : `${figures.peakRssMiB} MiB`],
    ['SSIM against the frames', String(figures.ssim)],
    ['machine', `${figures.cores} cores, ${figures.cpu}, Node ${figures.node}, ${figures.ffmpeg}`],
    ['median of', `${figures.runs} runs; load ${figures.load} at the start${busy}`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(26)}${value}`).join('\n');
}
