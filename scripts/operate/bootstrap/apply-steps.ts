import type { Gcloud } from '../gcloud/gcloud.ts';
import { GcloudFailed, shown } from '../gcloud/gcloud.ts';
import { readFile } from 'node:fs/promises';
import type { Command, Part, Post, Step } from './step.ts';

export interface ApplyOptions {
  readonly gcloud: Gcloud;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Applies the steps in order. With --dry-run nothing is asked and nothing changed: every command is printed, those that
 * depend on a look with the look before them. Stops at the first fault; running it again goes on from there.
 */
export async function applySteps(steps: readonly Step[], options: ApplyOptions): Promise<void> {
  for (const [index, step] of steps.entries()) {
    options.say(`\n# ${index + 1} of ${steps.length} ${step.id}: ${step.title}`);
    for (const part of step.parts) {
      options.signal.throwIfAborted();
      await applyPart(part, options);
    }
  }
}

async function applyPart(part: Part, { gcloud, say, signal }: ApplyOptions): Promise<void> {
  if (gcloud.dryRun) return printPart(part, gcloud, say);
  const found = await lookFor(part, gcloud);
  const absent = found === undefined;
  if (!absent) part.check?.(found);
  if (part.note !== undefined && absent) say(part.note);
  const first = absent ? part.create : part.whenFound;
  for (const command of first ?? []) await run(gcloud, command);
  for (const command of part.always ?? []) await run(gcloud, command);
  for (const post of part.posts ?? []) {
    say(curl(post));
    await send(post, await gcloud.text(['auth', 'print-access-token']), signal);
  }
}

/**
 * What the look found. Undefined is a proven absence: a list that is empty, or a `describe` that says in gcloud's own words
 * that there is none, with a list that has none either. Throws for everything else, so that nothing is made over it.
 */
async function lookFor({ look, proof }: Part, gcloud: Gcloud): Promise<unknown> {
  if (look === undefined) return undefined;
  try {
    return present(await gcloud.read(look));
  } catch (error) {
    if (!(error instanceof GcloudFailed) || error.kind !== 'absent' || proof === undefined) throw error;
    if (present(await gcloud.read(proof)) === undefined) return undefined;
    throw new Error(
      `gcloud ${look.slice(0, 4).join(' ')} finds nothing, but gcloud ${proof.slice(0, 3).join(' ')} lists it. Nothing was made: run it again.`,
    );
  }
}

function present(answer: unknown): unknown {
  return Array.isArray(answer) && answer.length === 0 ? undefined : answer;
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
  if (response.ok || (response.status === CONFLICT && /ALREADY_EXISTS|already exists/i.test(said))) return;
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
  if (part.proof !== undefined) say(`# or it is listed: ${shown(gcloud.full(part.proof))}`);
  for (const command of [...(part.create ?? []), ...(part.whenFound ?? []), ...(part.always ?? [])]) {
    say(line(command));
  }
  for (const post of part.posts ?? []) say(curl(post));
}
