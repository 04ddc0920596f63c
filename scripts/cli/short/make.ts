import { relative, resolve } from 'node:path';
import { assemble } from '@shortfactory/app';
import type { Assembled } from '@shortfactory/app';
import type { Config } from '@shortfactory/config';
import {
  InputInvalid,
  OUTLINE_SENTENCE,
  briefOf,
  dollars,
  isOutline,
  voicesFor,
  withLook,
} from '@shortfactory/core';
import type { ObjectStore, ShortRequest } from '@shortfactory/core';
import { NO_RUNTIME, VOICES, installedVoices, runtimeHere } from '@shortfactory/neural';
import { makeShort, voicesOf } from '@shortfactory/pipeline';
import type { RunReport } from '@shortfactory/pipeline';
import { findEndpoints, foundInWords } from '@shortfactory/providers';
import { performanceOf } from '@shortfactory/text';
import type { Given, ShortContext } from './command.ts';
import { placeInText, putOwn, putUpload } from './input.ts';
import { putNarration } from './narration.ts';
import { defaultOutput, writeOutput } from './output.ts';
import type { OutputFiles } from './output.ts';
import { writeProject } from './project.ts';
import { progressView } from './progress.ts';

type Around = Pick<ShortContext, 'folder' | 'stderr' | 'signal'>;

/** Makes the video, writes its files, and gives what the command prints of it. */
export async function makeVideo(config: Config, given: Given, around: Around): Promise<string> {
  return withAll(config, async (assembled) => {
    const { whichFfmpeg } = assembled;
    const made = await makeFiles(assembled, given, given.out, around, config);
    const { report } = made;
    return given.options.json
      ? JSON.stringify(asJson(made))
      : [
          summary(made, around.folder, given.read?.remarks),
          ...naturalVoiceFor(report.short, config),
          await whichFfmpeg(),
        ].join('\n');
  });
}

interface Made {
  readonly report: RunReport;
  readonly files: OutputFiles;
  /** The folder for an editing program, where one was asked for. */
  readonly project?: string;
  /** That it took. */
  readonly seconds: number;
}

/** Makes one video and writes its files: to `out`, or to a name of its own. */
export async function makeFiles(
  assembled: Assembled,
  given: Given,
  out: string | undefined,
  around: Around,
  config: Config,
): Promise<Made> {
  const { store } = assembled.parts;
  const started = performance.now();
  const request = await requestFrom(given, around.folder, store);
  const report = await make(assembled, request, given, around, config.APP_ENV === 'local');
  const file = out ?? defaultOutput(report.short.title, around.folder);
  const files = await writeOutput(report.short, file, store, around.signal);
  const project = given.options.project
    ? await writeProject(assembled, report, file, around.signal)
    : undefined;
  return {
    report,
    files,
    ...(project === undefined ? {} : { project }),
    seconds: Math.round(performance.now() - started) / 1000,
  };
}

/** How to have a natural voice, or a faster one, where there is one for the language. */
function naturalVoiceFor({ language, voice }: RunReport['short'], config: Config): string[] {
  const [first] = voicesFor(VOICES, language);
  if (!first || config.USE_REAL_VOICE) return [];
  const installed = installedVoices(resolve(config.VOICES_DIR));
  if (voicesFor(installed, language).length === 0)
    return [`${voice} speaks with espeak-ng; npm run voices -- add ${first.id} installs a natural voice.`];
  const runtime = runtimeHere();
  if (!runtime) return [`${voice} speaks with espeak-ng: ${NO_RUNTIME}.`];
  return runtime.slower === undefined ? [] : [`${runtime.slower}.`];
}

/** Who can speak, a line each. */
export async function listVoices(config: Config): Promise<string> {
  return withAll(config, async ({ parts }) =>
    voicesOf(parts)
      .map(({ id, label, languages }) => `${id.padEnd(12)} ${label.padEnd(24)} ${languages.join(', ')}`)
      .join('\n'),
  );
}

/** What makes videos, for as long as the work takes. */
export async function withAll<T>(config: Config, work: (assembled: Assembled) => Promise<T>): Promise<T> {
  const assembled = await assemble(config);
  try {
    return await work(assembled);
  } finally {
    await assembled.close();
  }
}

/** A server on the person's own machine that could write what is only outlined here. */
async function sayWhoCouldWrite(stderr: Around['stderr'], signal: AbortSignal): Promise<void> {
  const found = await findEndpoints(signal).catch(() => []);
  const first = found.find(({ endpoint }) => !endpoint.speaksOnly);
  if (first)
    stderr.write(
      `${foundInWords(first)}: --writer ${first.endpoint.name}:${first.models[0] ?? ''} asks it.\n`,
    );
}

async function make(
  { parts, ffmpeg }: Assembled,
  request: ShortRequest,
  given: Given,
  { stderr, signal }: Around,
  local: boolean,
): Promise<RunReport> {
  await ffmpeg.check();
  const view = given.options.json && !stderr.isTTY ? undefined : await progressView(stderr);
  try {
    return await makeShort(parts, request, {
      signal,
      ...(view ? { onProgress: (p) => view.show(p) } : {}),
      onDegraded: (sentence) => {
        // Said before the work begins, so that nobody waits for what they do not want.
        if (sentence !== OUTLINE_SENTENCE) return;
        stderr.write(`${sentence}\n`);
        if (local) void sayWhoCouldWrite(stderr, signal);
      },
    });
  } catch (error) {
    throw inTheirWords(error, given);
  } finally {
    view?.end();
  }
}

async function requestFrom(
  { options, read, sources, narration }: Given,
  folder: string,
  store: ObjectStore,
): Promise<ShortRequest> {
  const { topic, script, wanted } = options;
  const music =
    options.music === undefined
      ? undefined
      : await putUpload('--music', options.music, folder, store, 'music');
  const more = withLook({ ...wanted, ...(music === undefined ? {} : { music }) });
  if (script === undefined || read === undefined) {
    const brief = briefOf({ ...options.brief, ...(sources && { sources }) });
    return { source: { topic: topic ?? '', ...brief }, ...more };
  }
  const own = await putOwn(read.script, script, folder, store);
  const said = await putNarration(narration, own, folder, store);
  return {
    source: { script: said.script, ...(read.remarks === undefined ? {} : { remarks: read.remarks }) },
    ...more,
    ...(said.narration === undefined ? {} : { narration: said.narration }),
  };
}

/** The pipeline knows music and pictures as objects of the store; the person knows an option and a file. */
function inTheirWords(
  error: unknown,
  { options: { music, narration: said, script }, read, narration }: Given,
): unknown {
  if (!(error instanceof InputInvalid)) return error;
  const scene = /^\/scenes\/(\d+)\/recording$/.exec(error.where)?.[1];
  if (error.where === '/narration' || (scene !== undefined && narration.length > 0)) {
    const file = narration[Number(scene ?? 0)] ?? said ?? '';
    return new InputInvalid(`--narration ${file}`, `${error.problem}.`);
  }
  if (error.where === 'music') return new InputInvalid(`--music ${music ?? ''}`, `${error.problem}.`);
  if (script !== undefined && error.where.startsWith('/'))
    return new InputInvalid(`${script}: ${placeInText(read?.text, error.where)}`, `${error.problem}.`);
  return error;
}

function asJson({ report, files, project, seconds: wallSeconds }: Made): Record<string, unknown> {
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
    // What is said; the editor has it with its marks.
    scenes: performanceOf(short.script).script.scenes.map((scene, i) => ({
      ...scene,
      narrationSeconds: short.scenes[i]?.narrationSeconds,
    })),
    outputs: short.outputs.map(({ aspect, bytes, seconds, widthPx, heightPx }, i) => ({
      path: files.videos[i],
      ...{ aspect, bytes, seconds, widthPx, heightPx },
    })),
    captions: { srt: files.srt, vtt: files.vtt, ass: files.ass },
    poster: files.poster,
    kit: files.kit,
    ...(project === undefined ? {} : { project }),
    loudnessLufs: short.loudnessLufs,
    timings,
    wallSeconds,
    cacheHits,
    cacheMisses,
    ...(isOutline(short.degraded) ? { kind: 'outline' } : {}),
    degraded: short.degraded,
    offline: short.offline,
    ...(short.credits === undefined ? {} : { credits: short.credits }),
    ...(short.origin === undefined
      ? {}
      : { digitalSourceType: short.origin.video, disclosure: short.origin.disclosure }),
    costUsd,
    spend,
  };
}

function summary(
  { report: { short, cacheHits, cacheMisses, costUsd }, files, project, seconds }: Made,
  folder: string,
  /** They were said when the script was read. */
  remarks: readonly string[] = [],
): string {
  const shown = (path: string): string => relative(folder, path) || path;
  const reused = cacheHits > 0 ? `, ${cacheHits} of ${cacheHits + cacheMisses} parts reused` : '';
  return [
    ...files.videos.map(shown),
    ...(project === undefined
      ? []
      : [`${shown(project)}: project.otio and project.fcpxml for an editing program`]),
    `${short.title}: ${(short.outputs[0]?.seconds ?? 0).toFixed(1)} s, ${count(short.scenes.length, 'scene')}, made in ${seconds.toFixed(1)} s${reused}`,
    ...(short.offline.length > 0 ? [`Made offline, without a service: ${short.offline.join(', ')}.`] : []),
    ...(costUsd > 0 ? [`Services cost about ${dollars(costUsd)}.`] : []),
    ...(short.origin?.disclosure === undefined ? [] : [`To post with it: “${short.origin.disclosure}”`]),
    ...(short.credits ?? []).map(({ scene, attribution }) => `Scene ${scene + 1}: ${attribution}`),
    ...short.degraded.filter((sentence) => !remarks.includes(sentence)),
  ].join('\n');
}

function count(many: number, what: string): string {
  return `${many} ${what}${many === 1 ? '' : 's'}`;
}
