import type { Gcloud } from '../operate/gcloud.ts';
import { shown } from '../operate/gcloud.ts';
import { readFile } from 'node:fs/promises';
import type { Command, Part, Post, Step } from './step.ts';

export interface LayDownOptions {
  readonly gcloud: Gcloud;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Walks the steps in order. With --dry-run nothing is asked and nothing changed: every command is printed, those that
 * depend on a look with the look before them. Stops at the first fault; running it again goes on from there.
 */
export async function layDown(steps: readonly Step[], options: LayDownOptions): Promise<void> {
  for (const [index, step] of steps.entries()) {
    options.say(`\n# ${index + 1} of ${steps.length} ${step.id}: ${step.title}`);
    for (const part of step.parts) {
      options.signal.throwIfAborted();
      await layPart(part, options);
    }
  }
}

async function layPart(part: Part, { gcloud, say, signal }: LayDownOptions): Promise<void> {
  if (gcloud.dryRun) return printPart(part, gcloud, say);
  const found = part.look === undefined ? undefined : await gcloud.read(part.look);
  const absent = found === undefined || (Array.isArray(found) && found.length === 0);
  if (part.note !== undefined && absent) say(part.note);
  const first = absent ? part.create : part.whenFound;
  for (const command of first ?? []) await run(gcloud, command);
  for (const command of part.always ?? []) await run(gcloud, command);
  for (const post of part.posts ?? []) {
    say(curl(post));
    await send(post, await gcloud.text(['auth', 'print-access-token']), signal);
  }
}

const TIMEOUT_MS = 30_000;
const CONFLICT = 409;

async function send({ url, file }: Post, token: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: await readFile(file, 'utf8'),
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  const said = (await response.text()).slice(0, 300);
  if (response.ok || response.status === CONFLICT) return;
  throw new Error(`${new URL(url).host} answered ${response.status} to ${file}: ${said}`);
}

function curl({ url, file }: Post): string {
  return `curl --fail --header "authorization: Bearer $(gcloud auth print-access-token)" --json @${file} '${url}'`;
}

async function run(gcloud: Gcloud, { args, stdin, mayExist }: Command): Promise<void> {
  await gcloud.change(args, {
    ...(stdin === undefined ? {} : { stdin: stdin() }),
    ...(mayExist === undefined ? {} : { mayExist }),
  });
}

function printPart(part: Part, gcloud: Gcloud, say: (line: string) => void): void {
  const line = ({ args, stdin }: Command): string => shown(gcloud.full(args), stdin !== undefined);
  if (part.note !== undefined) say(`# ${part.look === undefined ? '' : 'if it is absent: '}${part.note}`);
  if (part.create !== undefined && part.look !== undefined) {
    say(`# unless it is there: ${shown(gcloud.full(part.look))}`);
  }
  if (part.whenFound !== undefined && part.look !== undefined) {
    say(`# if it is there: ${shown(gcloud.full(part.look))}`);
  }
  for (const command of [...(part.create ?? []), ...(part.whenFound ?? []), ...(part.always ?? [])]) {
    say(line(command));
  }
  for (const post of part.posts ?? []) say(curl(post));
}
