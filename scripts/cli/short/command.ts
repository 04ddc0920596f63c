import type { Readable } from 'node:stream';
import { withEntered } from '@shortfactory/config';
import { ConfigInvalid, DomainError, InputInvalid } from '@shortfactory/core';
import type { TopicText } from '@shortfactory/core';
import { readTable } from '../batch/read-table.ts';
import { readFrom, readScript } from './input.ts';
import type { ReadScript } from './input.ts';
import { localesOf, withLanguage } from './language.ts';
import { withLookRead } from './look.ts';
import { configWith } from './models.ts';
import { narrationFiles } from './narration.ts';
import { readOptions, USAGE } from './options.ts';
import type { ShortOptions } from './options.ts';
import { prepareOutput } from './output.ts';
import type { Terminal } from './progress.ts';

/** What the entry of the command hands in: nothing below it reads the process. */
export interface ShortContext {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Names of files are meant from here. */
  readonly folder: string;
  readonly stdin: Readable;
  readonly stdout: Pick<NodeJS.WritableStream, 'write'>;
  readonly stderr: Terminal;
  /** Aborted when the person does not want it any more. */
  readonly signal: AbortSignal;
}

/** What the command line and its files alone say; nothing of it was put into the store yet. */
export interface Given {
  readonly options: ShortOptions;
  /** Where the video goes, when it was said. */
  readonly out: string | undefined;
  readonly read: ReadScript | undefined;
  /** What the topic is told from. */
  readonly sources?: readonly TopicText[];
  /** Files of --narration: one, or one a scene. */
  readonly narration: readonly string[];
}

/** Runs `npm run short` to its exit code; never throws. */
export async function shortCommand(context: ShortContext): Promise<number> {
  try {
    const { text, code } = await answer(context);
    context.stdout.write(`${text}\n`);
    return code;
  } catch (error) {
    return explain(context, error);
  }
}

async function answer(context: ShortContext): Promise<{ readonly text: string; readonly code: number }> {
  const given = readOptions(context.args);
  if (!given) return { text: USAGE, code: 0 };
  const options = await withLookRead(given, context.folder);
  const { env, problem } = await withEntered(context.env);
  if (problem !== undefined) context.stderr.write(`${problem}\n`);
  const config = configWith(env, options.models);
  if (options.batch !== undefined && !options.listVoices) {
    const rows = await readTable(options.batch, context.folder, options.wanted.visuals);
    const { makeBatch } = await import('../batch/make-batch.ts');
    const { text, left } = await makeBatch(config, rows, options, context);
    return { text, code: left > 0 ? 1 : 0 };
  }
  const all = options.listVoices ? undefined : await readGiven(context, options);
  for (const remark of all?.read?.remarks ?? []) context.stderr.write(`${remark}\n`);
  // Pipeline, renderer and voices take longer to load than all before: bad input does not wait for them.
  const { listVoices, makeVideo } = await import('./make.ts');
  return { text: all ? await makeVideo(config, all, context) : await listVoices(config), code: 0 };
}

async function readGiven({ folder, stdin, env }: ShortContext, options: ShortOptions): Promise<Given> {
  const { out, script, from } = options;
  const told = from.length === 0 ? undefined : await readFrom(from, folder, options);
  const spoken = told && { ...options, wanted: { ...options.wanted, language: told.language } };
  const read = script === undefined ? undefined : await readScript(script, folder, stdin, options, env);
  return {
    options: spoken ?? (await withLanguage(options, localesOf(options.locale, env))),
    ...(told && { sources: told.sources }),
    out: await prepareOutput(out, folder),
    read,
    narration:
      options.narration === undefined || read === undefined
        ? []
        : await narrationFiles(options.narration, folder, read.script.scenes.length),
  };
}

function explain({ stderr, signal }: ShortContext, error: unknown): number {
  if (signal.aborted && error === signal.reason) {
    stderr.write('Interrupted; nothing was written. What was finished is kept and will be used again.\n');
    return 130;
  }
  const sentence =
    error instanceof DomainError
      ? error.message
      : `Something went wrong inside ShortFactory: ${String(error)}`;
  stderr.write(`${sentence}\n`);
  return error instanceof InputInvalid || error instanceof ConfigInvalid ? 2 : 1;
}
