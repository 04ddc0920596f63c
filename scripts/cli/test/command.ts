import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const SHORT = fileURLToPath(new URL('../short.ts', import.meta.url));

/** A folder of its own for one test: what a person's folder, data and temporary files are to the command. */
export interface Workplace {
  readonly folder: string;
  readonly dataDir: string;
  readonly scratchDir: string;
}

const made: string[] = [];
process.once('exit', () => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Makes a workplace; it is removed when the tests end. */
export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'short-test-'));
  made.push(folder);
  const [dataDir, scratchDir] = [join(folder, 'data'), join(folder, 'scratch')];
  mkdirSync(scratchDir);
  return { folder, dataDir, scratchDir };
}

/** Writes a file into a workplace and gives its name there; anything but text and bytes is written as JSON. */
export async function put(place: Workplace, name: string, content: unknown): Promise<string> {
  const plain = typeof content === 'string' || content instanceof Uint8Array;
  await writeFile(join(place.folder, name), plain ? content : JSON.stringify(content));
  return name;
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
}

export interface StartOptions {
  /** Added to the environment, which is otherwise the least that a shell has. */
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** By `npm run short` itself, in a process group of its own, as a terminal makes it. */
  readonly likeTerminal?: boolean;
}

/** Starts scripts/short.ts in a workplace, as a process of its own. */
export function startShort(
  place: Workplace,
  args: readonly string[],
  { env, stdin, likeTerminal = false }: StartOptions = {},
): Started {
  const [program, before] = likeTerminal
    ? ['npm', ['--prefix', PROJECT, 'run', '--silent', 'short', '--']]
    : [process.execPath, ['--import', resolved('tsx'), SHORT]];
  const child = spawn(program, [...before, ...args], {
    cwd: place.folder,
    detached: likeTerminal,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environmentOf(place, env),
  });
  child.stdin.on('error', () => undefined).end(stdin ?? '');
  const code = new Promise<number | null>((resolve, reject) => {
    // npm ends by the signal itself, which a shell shows as 128 and its number.
    const shown = (code: number | null, signal: NodeJS.Signals | null): number | null =>
      signal === null ? code : 128 + constants.signals[signal];
    child.once('error', reject).once('close', (code, signal) => resolve(shown(code, signal)));
  });
  const finished = Promise.all([code, text(child.stdout), text(child.stderr)]).then(
    ([code, stdout, stderr]): Finished => ({ code, stdout, stderr }),
  );
  return { child, finished };
}

/**
 * Calls the command in this process, to its end: what it says and its exit code are those of `npm run short`, and its
 * start is paid for once. What a process does besides, such as to end, is seen by those that are started.
 */
export async function short(
  place: Workplace,
  args: readonly string[],
  { env, stdin }: Pick<StartOptions, 'env' | 'stdin'> = {},
): Promise<Finished> {
  // Not by a static import: mocha turns it into a require, and what the command loads later would be other modules.
  const { shortCommand } = await import('../short/command.ts');
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const said = Promise.all([text(stdout), text(stderr)]);
  const code = await shortCommand({
    ...{ args, stdout, stderr },
    env: environmentOf(place, env),
    folder: place.folder,
    stdin: Readable.from(stdin ?? ''),
    signal: new AbortController().signal,
  });
  stdout.end();
  stderr.end();
  const [out, err] = await said;
  return { code, stdout: out, stderr: err };
}

/** What --json printed that these tests read. */
export interface ShortJson {
  readonly path: string;
  readonly seconds: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly title: string;
  readonly language: string;
  readonly voice: string;
  readonly scenes: readonly { readonly narration: string }[];
  readonly outputs: readonly {
    readonly path: string;
    readonly aspect: string;
    readonly bytes: number;
    readonly seconds: number;
    readonly widthPx: number;
    readonly heightPx: number;
  }[];
  readonly captions: { readonly srt: string; readonly vtt: string; readonly ass: string };
  readonly poster: string;
  /** With --project. */
  readonly project?: string;
  readonly kit: { readonly json: string; readonly text: string };
  readonly timings: Readonly<Record<string, number>>;
  readonly cacheHits: number;
  readonly cacheMisses: number;
  readonly degraded: readonly string[];
}

/** Runs with --json, called or started; throws what the command said when it did not succeed. */
export async function shortJson(
  place: Workplace,
  args: readonly string[],
  { started = false } = {},
): Promise<ShortJson> {
  const all = [...args, '--json'];
  const { code, stdout, stderr } = await (started ? startShort(place, all).finished : short(place, all));
  if (code !== 0) throw new Error(`short ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as ShortJson;
}

/** Temporary files and unfinished files that a run left behind, by path in the workplace. */
export async function leftovers(place: Workplace): Promise<string[]> {
  const all = await readdir(place.folder, { recursive: true });
  // Checksums stay with what they belong to; the socket in the scratch folder is this very process's, which runs on.
  const kept = /^data\/\.sums\/|^scratch\/\.shortfactory-[^/]+$/;
  const unfinished = (name: string): boolean =>
    /\.part$|^scratch\/|^data\/\.[^/]+\/./.test(name) && !kept.test(name);
  return all.filter((name) => unfinished(name.replaceAll('\\', '/')));
}

/** Finished media files of a workplace outside the store and the folder for temporary files, by path in it. */
export async function mediaFiles(place: Workplace): Promise<string[]> {
  const all = await readdir(place.folder, { recursive: true });
  return all.filter((name) => /\.(?:mp4|srt|vtt|ass|jpg)$/.test(name) && !/^(?:data|scratch)/.test(name));
}

/** Does work for each, two at a time: as many as the smallest machine has cores. */
export async function twoAtATime<T, R>(each: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = [...each.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all([worker(), worker()]);
  return results;
}

function environmentOf(
  { dataDir, scratchDir }: Workplace,
  more: StartOptions['env'],
): Record<string, string> {
  const names = ['PATH', 'HOME', 'FFMPEG_PATH'];
  const inherited = names.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  );
  return { ...Object.fromEntries(inherited), DATA_DIR: dataDir, SCRATCH_DIR: scratchDir, ...more };
}

function resolved(specifier: string): string {
  // By require: mocha loads these files as CommonJS, where import.meta has no resolve.
  return pathToFileURL(createRequire(import.meta.url).resolve(specifier)).href;
}
