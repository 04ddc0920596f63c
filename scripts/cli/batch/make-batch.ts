import { mkdir } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import type { Assembled } from '@shortfactory/app';
import { titleOf } from '@shortfactory/batches';
import type { BatchRow } from '@shortfactory/batches';
import type { Config } from '@shortfactory/config';
import { lookOf, parseScript } from '@shortfactory/contract';
import { DomainError, InputInvalid, StorageFailed, dollars } from '@shortfactory/core';
import type { Rates } from '@shortfactory/core';
import { estimatedUsd } from '@shortfactory/pipeline/review';
import { languageOfTopic, leftOutSentence, readScriptText, readSources } from '@shortfactory/text';
import type { Given, ShortContext } from '../short/command.ts';
import { localesOf, readingOf, withLanguage } from '../short/language.ts';
import { makeFiles, withAll } from '../short/make.ts';
import type { ShortOptions } from '../short/options.ts';
import { slugOf } from '../short/output.ts';
import { Manifest, keyOf } from './manifest.ts';
import type { RowResult } from './manifest.ts';

export interface BatchAnswer {
  /** What the command prints. */
  readonly text: string;
  /** Rows without a video. */
  readonly left: number;
}

/**
 * Makes the videos of a table, one after the other, into a folder with a manifest. A row that is made is not made again,
 * whatever ended the run before; one that failed is tried again by the next run, and does not keep the others from being made.
 */
export async function makeBatch(
  config: Config,
  rows: readonly BatchRow[],
  options: ShortOptions,
  context: ShortContext,
): Promise<BatchAnswer> {
  const { batch = '', maxUsd, json } = options;
  const folder = resolve(context.folder, options.out ?? join('out', basename(batch, extname(batch))));
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new InputInvalid('--out', `${folder} cannot be made (${code}); a folder was expected.`);
  });
  const manifest = await Manifest.open(folder);
  const keys = rows.map(({ key }) => keyOf(key, [options.wanted, options.brief, options.music]));
  const count = { made: 0, known: 0, failed: 0 };
  let spentUsd = 0;
  let stopped: string | undefined;
  return withAll(config, async (assembled) => {
    context.stderr.write(`${await estimate(rows, keys, options, assembled.rates, manifest)}\n`);
    for (const [index, row] of rows.entries()) {
      const key = keys[index] ?? row.key;
      if (await manifest.made(key)) {
        count.known += 1;
        continue;
      }
      const expectedUsd = costOf(row, options, assembled.rates);
      if (maxUsd !== undefined && spentUsd + expectedUsd > maxUsd) {
        stopped = `Stopped before line ${row.line}: ${dollars(spentUsd)} are spent, and with the next video it would be more than ${dollars(maxUsd)}.`;
        break;
      }
      context.stderr.write(`${index + 1} of ${rows.length}, line ${row.line}: ${titleOf(row)}\n`);
      const file = join(
        folder,
        `${String(index + 1).padStart(4, '0')}-${slugOf(row.id ?? titleOf(row))}.mp4`,
      );
      const result = await makeRow(assembled, { row, key, file, options, config, context });
      await manifest.add(result);
      spentUsd += result.costUsd;
      count[result.state === 'done' ? 'made' : 'failed'] += 1;
      if (result.error !== undefined) context.stderr.write(`Line ${row.line} failed: ${result.error}\n`);
    }
    await manifest.writeCsv(keys);
    const left = rows.length - count.made - count.known;
    const text = json
      ? JSON.stringify({
          rows: rows.length,
          ...count,
          left,
          costUsd: spentUsd,
          manifest: manifest.path,
          stopped,
        })
      : [
          relative(context.folder, manifest.path) || manifest.path,
          `${rows.length} rows: ${count.made} made, ${count.known} made before, ${count.failed} failed.`,
          ...(spentUsd > 0 ? [`Services cost about ${dollars(spentUsd)}.`] : []),
          ...(stopped === undefined ? [] : [stopped]),
          ...(left > 0 ? ['The same command tries again what is left, and makes nothing twice.'] : []),
        ].join('\n');
    return { text, left };
  });
}

interface RowWork {
  readonly row: BatchRow;
  readonly key: string;
  readonly file: string;
  readonly options: ShortOptions;
  readonly config: Config;
  readonly context: ShortContext;
}

async function makeRow(
  assembled: Assembled,
  { row, key, file, options, config, context }: RowWork,
): Promise<RowResult> {
  const named = { line: row.line, ...(row.id === undefined ? {} : { id: row.id }), key };
  try {
    const given = await givenOf(row, options, context);
    const { report, files, seconds } = await makeFiles(assembled, given, file, context, config);
    const { title, degraded, outputs } = report.short;
    return {
      ...named,
      state: 'done',
      title,
      path: files.videos[0] ?? file,
      seconds: outputs[0]?.seconds ?? seconds,
      costUsd: report.costUsd,
      ...(degraded.length > 0 ? { degraded } : {}),
    };
  } catch (error) {
    if (context.signal.aborted) throw error;
    // A disk that is full is full for the next row as well.
    if (!(error instanceof DomainError) || error instanceof StorageFailed) throw error;
    return { ...named, state: 'failed', title: titleOf(row), costUsd: 0, error: error.message };
  }
}

/** A row as if the command had been called for it; what the row does not say, the command line does. */
async function givenOf(
  { line, request }: BatchRow,
  base: ShortOptions,
  { env }: ShortContext,
): Promise<Given> {
  const { topic, script, sources, kind, callToAction, look, ...said } = request;
  const locales = localesOf(base.locale, env);
  const brief = {
    ...base.brief,
    ...(kind === undefined ? {} : { kind }),
    ...(callToAction === undefined ? {} : { callToAction }),
  };
  const options: ShortOptions = {
    ...base,
    brief,
    wanted: { ...base.wanted, ...said, ...(look === undefined ? {} : { look: lookOf(look) }) },
  };
  const row = { out: undefined, narration: [] };
  if (topic !== undefined) {
    const told =
      sources &&
      (await readSources(
        sources.map((source, index) => ({ ...source, place: `/sources/${index}/text` })),
        options.wanted.language ?? (await languageOfTopic(topic, [])),
      ));
    const spoken = told && { ...options.wanted, language: told.language };
    const ofTopic = { ...options, topic, ...(spoken && { wanted: spoken }) };
    return {
      ...row,
      options: await withLanguage(ofTopic, locales),
      read: undefined,
      ...(told && { sources: told.sources }),
    };
  }
  const ofScript = { ...options, script: `line ${line}` };
  if (typeof script !== 'string')
    return { ...row, options: ofScript, read: { script: parseScript(script), text: undefined } };
  const reading = await readingOf(script, options.wanted.language, locales);
  const read = readScriptText(script, reading);
  const sentence = leftOutSentence(read.leftOut);
  return {
    ...row,
    options: ofScript,
    read: { script: read.script, text: script, ...(sentence === undefined ? {} : { remarks: [sentence] }) },
  };
}

/** What is to be made, and about what it takes. */
async function estimate(
  rows: readonly BatchRow[],
  keys: readonly string[],
  options: ShortOptions,
  rates: Rates,
  manifest: Manifest,
): Promise<string> {
  const made = await Promise.all(keys.map((key) => manifest.made(key)));
  const open = rows.filter((_, index) => made[index] === undefined);
  const usd = open.reduce((sum, row) => sum + costOf(row, options, rates), 0);
  const seconds = open.reduce((sum, row) => sum + secondsOf(row, options) * rates.makeSecondsPerSecond, 0);
  const known = rows.length - open.length;
  const minutes = Math.max(1, Math.round(seconds / 60));
  return `${open.length} videos to make${known > 0 ? `, ${known} made before` : ''}: about ${minutes} min${usd > 0 ? ` and ${dollars(usd)}` : ''}.`;
}

function costOf(row: BatchRow, options: ShortOptions, rates: Rates): number {
  const { script } = row.request;
  return estimatedUsd(secondsOf(row, options), rates, typeof script === 'object' ? script : undefined);
}

function secondsOf({ request }: BatchRow, { wanted }: ShortOptions): number {
  return request.seconds ?? wanted.seconds;
}
