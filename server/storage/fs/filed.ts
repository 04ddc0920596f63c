import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from './failure.ts';

/**
 * Names that begin with a time, thirteen digits and a hyphen, as the entries of an owner's list do. They are filed in
 * folders by their digits (`owners/x/.8204/123/456/8204123456789-…`, a second each), so that the first names after any
 * other are found without reading all of them. A folder of the first level begins with a dot, as no name does.
 */
const TIMED = /^(\d{4})(\d{3})(\d{3})\d{3}-/;
const FIRST_LEVEL = /^\.\d{4}$/;
const INNER_LEVEL = /^\d{3}$/;
/** Folders between the folder of the name and the file. */
const LEVELS = 3;

/** Where a timed name's file is, below the folder that its name says; undefined for every other name. */
export function filedPath(segment: string): string | undefined {
  const [, first, second, third] = TIMED.exec(segment) ?? [];
  return first === undefined || second === undefined || third === undefined
    ? undefined
    : join(`.${first}`, second, third, segment);
}

export interface Wanted {
  readonly prefix: string;
  readonly after: string;
  readonly signal?: AbortSignal | undefined;
}

/** The names in a folder of the store, unsorted; throws what the disk throws, and nothing for a folder that is gone. */
export type ReadNames = (folder: string) => Promise<readonly string[]>;

/**
 * Timed names in order, lazily: those filed below `folder` and, among them, those that stand in it directly as earlier
 * versions wrote them.
 * @param folder with its closing slash, as in an object's name.
 * @param inside what the folder holds.
 */
export async function* timedNames(
  read: ReadNames,
  folder: string,
  inside: readonly string[],
  wanted: Wanted,
): AsyncGenerator<string> {
  const unfiled = inside
    .filter(isTimed)
    .map((name) => `${folder}${name}`)
    .filter((name) => name.startsWith(wanted.prefix) && name > wanted.after)
    .sort(byCode);
  // One that is being moved may be seen at both places.
  yield* inOrder(filedNames(read, folder, inside, wanted), unfiled);
}

/** Two ordered sequences as one, what is in both once. Reads each no further than it is asked for. */
export async function* inOrder(
  one: AsyncIterable<string>,
  other: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string> {
  const first = one[Symbol.asyncIterator]();
  const second = iterate(other);
  let [a, b] = [await first.next(), await second.next()];
  while (a.done !== true || b.done !== true) {
    const least = a.done === true || (b.done !== true && b.value < a.value) ? (b.value as string) : a.value;
    yield least as string;
    if (a.done !== true && a.value === least) a = await first.next();
    if (b.done !== true && b.value === least) b = await second.next();
  }
}

async function* iterate(names: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  yield* names;
}

async function* filedNames(
  read: ReadNames,
  folder: string,
  inside: readonly string[],
  wanted: Wanted,
): AsyncGenerator<string> {
  const firsts = inside.filter(isFirstLevel).sort(byCode);
  for (const first of firsts) yield* within(`${folder}${first}/`, first.slice(1), 1);

  async function* within(path: string, digits: string, level: number): AsyncGenerator<string> {
    if (!mayHold(`${folder}${digits}`, wanted)) return;
    const names = [...(await read(path))].sort(byCode);
    for (const name of names) {
      if (level < LEVELS) {
        if (INNER_LEVEL.test(name)) yield* within(`${path}${name}/`, `${digits}${name}`, level + 1);
      } else if (TIMED.test(name)) {
        const whole = `${folder}${name}`;
        if (whole.startsWith(wanted.prefix) && whole > wanted.after) yield whole;
      }
    }
  }
}

/** Whether names that begin so can be among the wanted ones. */
function mayHold(start: string, { prefix, after }: Wanted): boolean {
  const fits = start.startsWith(prefix) || prefix.startsWith(start);
  return fits && (start > after || after.startsWith(start));
}

/**
 * Files the timed names that earlier versions left in a folder itself. Each is at one of its two places at any moment.
 * Ends at the first that cannot be moved, by throwing what the disk threw: what is left is found where it is.
 */
export async function fileNames(path: string, names: readonly string[]): Promise<void> {
  const made = new Set<string>();
  for (const name of names) {
    const filed = filedPath(name);
    if (filed === undefined) continue;
    await makeLevels(path, dirname(filed), made);
    await rename(join(path, name), join(path, filed));
  }
}

/** Level by level and never the folder itself, which another process may have removed. */
async function makeLevels(path: string, levels: string, made: Set<string>): Promise<void> {
  if (made.has(levels) || levels === '.') return;
  await makeLevels(path, dirname(levels), made);
  await mkdir(join(path, levels)).catch((cause: unknown) => {
    if (codeOf(cause) !== 'EEXIST') throw cause;
  });
  made.add(levels);
}

export function isFirstLevel(folder: string): boolean {
  return FIRST_LEVEL.test(folder);
}

export function isTimed(segment: string): boolean {
  return TIMED.test(segment);
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : 1;
}
