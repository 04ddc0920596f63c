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
import { ffmpegVersions } from '@shortfactory/testing/support/ffmpeg-versions';
import { timed } from './cpu-time.ts';
import type { Timed } from './cpu-time.ts';
import { writeRawFrames } from './frames.ts';
import { filmed } from './moving.ts';
import { peakMemory } from './memory.ts';
import { qualityOf, vmafOf } from './quality.ts';
import { referencePlan } from './reference.ts';
import { storyboard, withOneWordChanged } from './storyboard.ts';

/** What a run of the benchmark found; medians where it was measured more than once. */
export interface RenderFigures {
  /** The render's time over that of the frozen reference encode of the same frames (see reference.ts). */
  readonly ratio: number;
  /** The same by CPU time, which other work on the machine changes less. Known on Linux only, as all CPU times. */
  readonly cpuRatio: number | undefined;
  /** An edit's time over that of the reference encode, so that a faster render does not worsen it. */
  readonly editRatio: number;
  readonly editCpuRatio: number | undefined;
  readonly secondsPerVideoSecond: number;
  /** The largest of all runs: resident memory of the command and its processes added up. Known on Linux only. */
  readonly peakRssMiB: number | undefined;
  /** Means and worst frames of the render and of the reference against the raw frames. */
  readonly ssim: number;
  readonly worstFrameSsim: number;
  readonly worstCaptionSsim: number;
  readonly referenceSsim: number;
  readonly referenceWorstFrameSsim: number;
  readonly referenceWorstCaptionSsim: number;
  /** Of the video streams, and the first over the second. */
  readonly videoBytes: number;
  readonly referenceBytes: number;
  readonly bytesRatio: number;
  /** Where an ffmpeg with libvmaf is found. */
  readonly vmaf: number | undefined;
  readonly referenceVmaf: number | undefined;
  readonly cores: number;
  readonly videoSeconds: number;
  readonly renderSeconds: number;
  readonly referenceSeconds: number;
  readonly editSeconds: number;
  readonly renderCpuSeconds: number | undefined;
  readonly referenceCpuSeconds: number | undefined;
  readonly editCpuSeconds: number | undefined;
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
 * Renders the storyboard, with `moving` of clips in place of pictures, and encodes the same finished frames as the
 * reference, in turn, `runs` times after one render that is not counted. Of the environment only the program's own tools count: no service is ever asked.
 */
export async function measureRender(
  runs: number,
  tools: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
  { moving = false } = {},
): Promise<RenderFigures> {
  const load = loadavg()[0] ?? NaN;
  const folder = await scratchFolder();
  // One at a time is open: each has a renderer of its own, whose memory would be counted as another one's.
  let open: Assembled | undefined;
  try {
    const render = async (name: string): Promise<Rendered> => {
      await open?.close();
      const rendered = await renderOnce(join(folder, name), folder, tools, signal, moving);
      open = rendered.assembled;
      return rendered;
    };
    const [frames, video] = [join(folder, 'frames.yuv'), join(folder, 'video.mp4')];
    // The first render warms the file cache and gives the frames; it is not counted, and nothing of it is kept.
    const { ffmpeg, videoSeconds } = await render('warm').then(async ({ assembled, request, report }) => {
      await writeRawFrames(assembled, request, report.short, folder, frames);
      const [output] = report.short.outputs;
      await assembled.parts.store.download(output?.object ?? '', video);
      return { ffmpeg: assembled.ffmpeg, videoSeconds: output?.seconds ?? NaN };
    });
    const renders: Timed<unknown>[] = [];
    const references: Timed<unknown>[] = [];
    const edits: Timed<unknown>[] = [];
    const peaks: number[] = [];
    const reference = join(folder, 'reference.mp4');
    for (let run = 0; run < runs; run++) {
      const { timing, assembled, request, peakRssMiB } = await render(`run-${run}`);
      renders.push(timing);
      if (peakRssMiB !== undefined) peaks.push(peakRssMiB);
      edits.push(await timed(() => makeShort(assembled.parts, withOneWordChanged(request), { signal })));
      references.push(await timed(() => ffmpeg.run(referencePlan(frames, reference), { signal })));
    }
    const quality = await qualityOf(ffmpeg, frames, video, folder, signal);
    const referenceQuality = await qualityOf(ffmpeg, frames, reference, folder, signal);
    const withVmaf = ffmpegVersions();
    const [renderTimes, referenceTimes, editTimes] = [medians(renders), medians(references), medians(edits)];
    return {
      ratio: round(renderTimes.seconds / referenceTimes.seconds),
      cpuRatio: quotient(renderTimes.cpuSeconds, referenceTimes.cpuSeconds),
      editRatio: round(editTimes.seconds / referenceTimes.seconds),
      editCpuRatio: quotient(editTimes.cpuSeconds, referenceTimes.cpuSeconds),
      secondsPerVideoSecond: round(renderTimes.seconds / videoSeconds),
      peakRssMiB: peaks.length > 0 ? Math.max(...peaks) : undefined,
      ssim: quality.ssim,
      worstFrameSsim: quality.worstFrameSsim,
      worstCaptionSsim: quality.worstCaptionSsim,
      referenceSsim: referenceQuality.ssim,
      referenceWorstFrameSsim: referenceQuality.worstFrameSsim,
      referenceWorstCaptionSsim: referenceQuality.worstCaptionSsim,
      videoBytes: quality.bytes,
      referenceBytes: referenceQuality.bytes,
      bytesRatio: round(quality.bytes / referenceQuality.bytes),
      vmaf: await vmafOf(withVmaf, frames, video, signal),
      referenceVmaf: await vmafOf(withVmaf, frames, reference, signal),
      cores: availableParallelism(),
      videoSeconds: round(videoSeconds),
      renderSeconds: round(renderTimes.seconds),
      referenceSeconds: round(referenceTimes.seconds),
      editSeconds: round(editTimes.seconds),
      renderCpuSeconds: renderTimes.cpuSeconds,
      referenceCpuSeconds: referenceTimes.cpuSeconds,
      editCpuSeconds: editTimes.cpuSeconds,
      runs,
      cpu: cpus()[0]?.model ?? 'unknown',
      node: process.version,
      ffmpeg: ffmpeg.path,
      load: round(load),
    };
  } finally {
    await open?.close();
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
  readonly timing: Timed<unknown>;
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
  moving: boolean,
): Promise<Rendered> {
  await mkdir(dataDir, { recursive: true });
  const assembled = await assemble(loadConfig({ ...tools, DATA_DIR: dataDir, SCRATCH_DIR: scratchDir }));
  const { ffmpeg, parts } = assembled;
  const request = await storyboard(parts.store, moving ? filmed(ffmpeg, scratchDir, signal) : undefined);
  // Speak first, as the pipeline would: the same artifacts are found again by the measured run.
  await speak(assembled, request, signal);
  const timing = await timed(() => peakMemory(() => makeShort(assembled.parts, request, { signal })));
  const { result: report, peakRssMiB } = timing.result;
  return { assembled, request, report, timing, peakRssMiB };
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

function medians(times: readonly Timed<unknown>[]): { seconds: number; cpuSeconds: number | undefined } {
  const cpu = times.flatMap(({ cpuSeconds }) => (cpuSeconds === undefined ? [] : [cpuSeconds]));
  return {
    seconds: median(times.map(({ seconds }) => seconds)),
    cpuSeconds: cpu.length > 0 ? round(median(cpu)) : undefined,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] as number;
}

function quotient(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : round(a / b);
}

function round(value: number): number {
  return Number(value.toFixed(3));
}

/** The figures for a person. */
export function renderTable(figures: RenderFigures): string {
  const busy = figures.load > 0.5 * figures.cores ? '; other work was running: measure again' : '';
  const cpu = (of: number | undefined): string => (of === undefined ? '' : `, by CPU time ${of}`);
  const rows: [string, string][] = [
    [
      'render / reference encode',
      `${figures.ratio} (${figures.renderSeconds} s / ${figures.referenceSeconds} s)${cpu(figures.cpuRatio)}`,
    ],
    [
      'edit / reference encode',
      `${figures.editRatio} (one word: ${figures.editSeconds} s)${cpu(figures.editCpuRatio)}`,
    ],
    ['seconds a video second', `${figures.secondsPerVideoSecond} (${figures.videoSeconds} s of video)`],
    ['peak memory', figures.peakRssMiB === undefined ? 'known on Linux only' : `${figures.peakRssMiB} MiB`],
    ['SSIM, mean', `${figures.ssim} (reference ${figures.referenceSsim})`],
    ['SSIM, worst frame', `${figures.worstFrameSsim} (reference ${figures.referenceWorstFrameSsim})`],
    ['SSIM, worst captions', `${figures.worstCaptionSsim} (reference ${figures.referenceWorstCaptionSsim})`],
    [
      'VMAF',
      figures.vmaf === undefined
        ? 'no ffmpeg with libvmaf here'
        : `${figures.vmaf} (reference ${figures.referenceVmaf})`,
    ],
    [
      'bytes of the video',
      `${figures.videoBytes}, ${figures.bytesRatio} of the reference's ${figures.referenceBytes}`,
    ],
    ['machine', `${figures.cores} cores, ${figures.cpu}, Node ${figures.node}, ${figures.ffmpeg}`],
    ['median of', `${figures.runs} runs; load ${figures.load} at the start${busy}`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(26)}${value}`).join('\n');
}
