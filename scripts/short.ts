import { relative } from 'node:path';
import { assemble } from '../server/src/composition.ts';
import type { Assembled } from '../server/src/composition.ts';
import { loadConfig } from '../server/src/config.ts';
import { ConfigInvalid, DomainError, InputInvalid } from '../server/src/domain/errors.ts';
import { dollars } from '../server/src/domain/spend.ts';
import type { ShortRequest } from '../server/src/domain/short.ts';
import { voicesOf } from '../server/src/pipeline/cast.ts';
import { makeShort } from '../server/src/pipeline/run.ts';
import type { RunReport } from '../server/src/pipeline/run.ts';
import { putUpload, readScript } from './short/input.ts';
import { readOptions, USAGE } from './short/options.ts';
import type { ShortOptions } from './short/options.ts';
import { defaultOutput, prepareOutput, writeOutput } from './short/output.ts';
import type { OutputFiles } from './short/output.ts';
import { progressView } from './short/progress.ts';

/** npm runs scripts in the project's folder; names that a person types are meant from where they stand. */
const folder = process.env['INIT_CWD'] ?? process.cwd();

class Interrupted extends Error {}

/** An interrupted run has ended long before; this is for one that hangs. */
const FORCED_END_MS = 10_000;

async function main(): Promise<number> {
  const interruption = new AbortController();
  const interrupt = (): void => {
    interruption.abort(new Interrupted());
    setTimeout(() => process.exit(130), FORCED_END_MS).unref();
  };
  // More than once: npm hands a terminal's signal on to us, who have it already, and a second one must not kill.
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt).on('SIGHUP', interrupt);
  let assembled: Assembled | undefined;
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) return print(USAGE);
    assembled = await assemble(loadConfig(process.env));
    if (options.listVoices) return print(voices(assembled));
    return await run(options, assembled, interruption.signal);
  } catch (error) {
    return explain(error);
  } finally {
    await assembled?.close();
  }
}

async function run(
  options: ShortOptions,
  { parts, ffmpeg }: Assembled,
  signal: AbortSignal,
): Promise<number> {
  const started = performance.now();
  const wanted = await prepareOutput(options.out, folder);
  const request = await requestFrom(options, parts.store);
  await ffmpeg.check();
  const view = options.json && !process.stderr.isTTY ? undefined : progressView(process.stderr);
  let report: RunReport;
  try {
    report = await makeShort(parts, request, {
      signal,
      ...(view ? { onProgress: (p) => view.show(p) } : {}),
    }).catch((error: unknown) => {
      throw inTheirWords(error, options);
    });
  } finally {
    view?.end();
  }
  const file = wanted ?? defaultOutput(report.short.title, folder);
  const files = await writeOutput(report.short, file, parts.store, signal);
  const seconds = Math.round(performance.now() - started) / 1000;
  return print(
    options.json ? JSON.stringify(asJson(report, files, seconds)) : summary(report, files, seconds),
  );
}

async function requestFrom(options: ShortOptions, store: Assembled['parts']['store']): Promise<ShortRequest> {
  const { topic, script, aspects, seconds, voice, language, style } = options;
  const music =
    options.music === undefined
      ? undefined
      : await putUpload('--music', options.music, folder, store, 'music');
  return {
    source:
      script === undefined
        ? { topic: topic ?? '' }
        : { script: await readScript(script, folder, store, language) },
    aspects,
    seconds,
    ...(voice === undefined ? {} : { voice }),
    ...(language === undefined ? {} : { language }),
    ...(style === undefined ? {} : { imageStyle: style }),
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

function voices({ parts }: Assembled): string {
  return voicesOf(parts)
    .map(({ id, label, languages }) => `${id.padEnd(12)} ${label.padEnd(24)} ${languages.join(', ')}`)
    .join('\n');
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function explain(error: unknown): number {
  if (error instanceof Interrupted) {
    process.stderr.write(
      'Interrupted; nothing was written. What was finished is kept and will be used again.\n',
    );
    return 130;
  }
  const sentence =
    error instanceof DomainError
      ? error.message
      : `Something went wrong inside ShortFactory: ${String(error)}`;
  process.stderr.write(`${sentence}\n`);
  return error instanceof InputInvalid || error instanceof ConfigInvalid ? 2 : 1;
}

process.exitCode = await main();
