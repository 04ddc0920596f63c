import { execFile } from 'node:child_process';
import { everyPlan } from './every-plan.ts';
import { needsOf, PART_LISTS } from './ffmpeg-needs.ts';
import type { PartList } from './ffmpeg-needs.ts';

/** How a missing part is called in a sentence. */
const ONE_OF: Readonly<Record<PartList, string>> = {
  filters: 'filter',
  encoders: 'encoder',
  decoders: 'decoder',
  demuxers: 'demuxer',
  muxers: 'muxer',
  protocols: 'protocol',
};

/**
 * How long an ffmpeg may take to say what it can do, one try after the other. On a machine whose cores are all taken
 * the first is too short now and then.
 */
export const ANSWER_MS: readonly number[] = [10_000, 40_000];

/** An ffmpeg that was started and had not answered in time, at the last try either. */
export class NoAnswer extends Error {
  readonly waitedMs: number;
  constructor(waitedMs: number) {
    super(`no answer within ${waitedMs / 1000} s`);
    this.waitedMs = waitedMs;
  }
}

/**
 * What the ffmpeg behind this command line lacks of what the plans use, such as 'filter ebur128'. Rejects with NoAnswer
 * when it does not say in time, and with another error when it cannot be run.
 */
export async function missingAbilities(
  commandLine: readonly string[],
  answerMs: readonly number[] = ANSWER_MS,
): Promise<string[]> {
  const needs = needsOf(everyPlan());
  const lacking = async (list: PartList): Promise<readonly string[]> => {
    const there = namesIn(await said(commandLine, ['-hide_banner', `-${list}`], answerMs));
    return needs[list].filter((name) => !there.has(name));
  };
  const missing = await Promise.all(
    PART_LISTS.map(async (list) => {
      // A list that came in part, as was seen once on a machine under load, must not condemn the program.
      const names = (await lacking(list)).length > 0 ? await lacking(list) : [];
      return names.map((name) => `${ONE_OF[list]} ${name}`);
    }),
  );
  return missing.flat();
}

/** What it prints when it is asked something. Each try has a longer time than the one before. */
export async function said(
  [program = '', ...before]: readonly string[],
  args: readonly string[],
  answerMs: readonly number[] = ANSWER_MS,
): Promise<string> {
  for (const [tries, timeout] of answerMs.entries()) {
    const outcome = await new Promise<string | undefined>((resolve, reject) => {
      const options = { env: {}, timeout, killSignal: 'SIGKILL', maxBuffer: 4 * 2 ** 20 } as const;
      const started = performance.now();
      execFile(program, [...before, ...args], options, (error, stdout) => {
        if (!error) resolve(stdout);
        else if (error.killed === true && performance.now() - started >= timeout) resolve(undefined);
        else reject(error);
      });
    });
    if (outcome !== undefined) return outcome;
    if (tries === answerMs.length - 1) throw new NoAnswer(timeout);
  }
  throw new Error('ffmpeg was given no time to answer');
}

/**
 * Names in a list of ffmpeg's: rows of flags, a name or several with commas, and words; or a name alone. The legend
 * above has a sign where a name would stand.
 */
function namesIn(list: string): Set<string> {
  const rows = list.matchAll(/^(?: [A-Z.|d ]{2,7} +| {2})?([\w,]+)(?: |$)/gm);
  return new Set([...rows].flatMap(([, names = '']) => names.split(',')));
}
