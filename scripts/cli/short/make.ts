import { relative } from 'node:path';
import { assemble } from '@shortfactory/app';
import type { Assembled } from '@shortfactory/app';
import type { Config } from '@shortfactory/config';
import { InputInvalid, dollars } from '@shortfactory/core';
import type { ObjectStore, ShortRequest } from '@shortfactory/core';
import { makeShort, voicesOf } from '@shortfactory/pipeline';
import type { RunReport } from '@shortfactory/pipeline';
import type { Given, ShortContext } from './command.ts';
import { putPictures, putUpload } from './input.ts';
import type { ShortOptions } from './options.ts';
import { defaultOutput, writeOutput } from './output.ts';
import type { OutputFiles } from './output.ts';
import { progressView } from './progress.ts';

type Around = Pick<ShortContext, 'folder' | 'stderr' | 'signal'>;

/** Makes the video, writes its files, and gives what the command prints of it. */
export async function makeVideo(config: Config, given: Given, around: Around): Promise<string> {
  return withAll(config, async (assembled) => {
    const { parts, whichFfmpeg } = assembled;
    const started = performance.now();
    const request = await requestFrom(given, around.folder, parts.store);
    const report = await make(assembled, request, given.options, around);
    const file = given.out ?? defaultOutput(report.short.title, around.folder);
    const files = await writeOutput(report.short, file, parts.store, around.signal);
    const seconds = Math.round(performance.now() - started) / 1000;
    return given.options.json
      ? JSON.stringify(asJson(report, files, seconds))
      : `${summary(report, files, seconds, around.folder)}\n${await whichFfmpeg()}`;
  });
}

/** Who can speak, a line each. */
export async function listVoices(config: Config): Promise<string> {
  return withAll(config, async ({ parts }) =>
    voicesOf(parts)
      .map(({ id, label, languages }) => `${id.padEnd(12)} ${label.padEnd(24)} ${languages.join(', ')}`)
      .join('\n'),
  );
}

async function withAll<T>(config: Config, work: (assembled: Assembled) => Promise<T>): Promise<T> {
  const assembled = await assemble(config);
  try {
    return await work(assembled);
  } finally {
    await assembled.close();
  }
}

async function make(
  { parts, ffmpeg }: Assembled,
  request: ShortRequest,
  options: ShortOptions,
  { stderr, signal }: Around,
): Promise<RunReport> {
  await ffmpeg.check();
  const view = options.json && !stderr.isTTY ? undefined : await progressView(stderr);
  try {
    return await makeShort(parts, request, {
      signal,
      ...(view ? { onProgress: (p) => view.show(p) } : {}),
    });
  } catch (error) {
    throw inTheirWords(error, options);
  } finally {
    view?.end();
  }
}

async function requestFrom(
  { options, script: read }: Given,
  folder: string,
  store: ObjectStore,
): Promise<ShortRequest> {
  const { topic, script, wanted } = options;
  const music =
    options.music === undefined
      ? undefined
      : await putUpload('--music', options.music, folder, store, 'music');
  return {
    source:
      script === undefined || read === undefined
        ? { topic: topic ?? '' }
        : { script: await putPictures(read, script, folder, store) },
    ...wanted,
    ...(music === undefined ? {} : { music }),
  };
}

/** The pipeline knows music and pictures as objects of the store; the person knows an option and a file. */
function inTheirWords(error: unknown, { music, script }: ShortOptions): unknown {
  if (!(error instanceof InputInvalid)) return error;
  if (error.where === 'music') return new InputInvalid(`--music ${music ?? ''}`, `${error.problem}.`);
  if (script !== undefined && error.where.startsWith('/'))
    return new InputInvalid(`${script}: ${error.where}`, `${error.problem}.`);
  return error;
}

function asJson(report: RunReport, files: OutputFiles, wallSeconds: number): Record<string, unknown> {
  const { short, timings, cacheHits, cacheMisses, costUsd, spend } = report;
  const first = short.outputs[0];
  return {
    path: files.videos[0],
    seconds: first?.seconds,
    widthPx: first?.widthPx,
    heightPx: first?.heightPx,
    title: short.title,
    description: short.description,
    language: short.language,
    voice: short.voice,
    scenes: short.script.scenes.map((scene, i) => ({
      ...scene,
      narrationSeconds: short.scenes[i]?.narrationSeconds,
    })),
    outputs: short.outputs.map(({ aspect, bytes, seconds, widthPx, heightPx }, i) => ({
      path: files.videos[i],
      ...{ aspect, bytes, seconds, widthPx, heightPx },
    })),
    captions: { srt: files.srt, vtt: files.vtt, ass: files.ass },
    poster: files.poster,
    loudnessLufs: short.loudnessLufs,
    timings,
    wallSeconds,
    cacheHits,
    cacheMisses,
    degraded: short.degraded,
    offline: short.offline,
    costUsd,
    spend,
  };
}

function summary(
  { short, cacheHits, cacheMisses, costUsd }: RunReport,
  files: OutputFiles,
  seconds: number,
  folder: string,
): string {
  const shown = (path: string): string => relative(folder, path) || path;
  const reused = cacheHits > 0 ? `, ${cacheHits} of ${cacheHits + cacheMisses} parts reused` : '';
  return [
    ...files.videos.map(shown),
    `${short.title}: ${(short.outputs[0]?.seconds ?? 0).toFixed(1)} s, ${count(short.scenes.length, 'scene')}, made in ${seconds.toFixed(1)} s${reused}`,
    ...(short.offline.length > 0 ? [`Made offline, without a service: ${short.offline.join(', ')}.`] : []),
    ...(costUsd > 0 ? [`Services cost about ${dollars(costUsd)}.`] : []),
    ...short.degraded,
  ].join('\n');
}

function count(many: number, what: string): string {
  return `${many} ${what}${many === 1 ? '' : 's'}`;
}
