import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { StorageUnknown } from '@shortfactory/core';
import type { VersionedObjects } from '@shortfactory/core';

/**
 * Writes the history of a store as JSON lines: one when a call begins, one when it ends, on the clock that all
 * processes of a machine share. A call that has no second line was cut off by its process's death. Several processes
 * append to one file; lines are short enough not to be mixed.
 */
export function recorded(objects: VersionedObjects, file: string, by: string): VersionedObjects {
  let calls = 0;
  const write = (line: object): void => appendFileSync(file, `${JSON.stringify(line)}\n`);
  const now = (): string => String(process.hrtime.bigint());
  const call = async <T>(asked: object, act: () => Promise<T>, seen: (result: T) => object): Promise<T> => {
    const id = `${by} ${(calls += 1)}`;
    write({ id, at: now(), by, ...asked });
    try {
      const result = await act();
      write({ id, at: now(), ...seen(result) });
      return result;
    } catch (error) {
      // Nothing was done, unless the store says that it does not know.
      write({ id, at: now(), outcome: error instanceof StorageUnknown ? 'unknown' : 'failed' });
      throw error;
    }
  };
  return {
    get: (name) =>
      call(
        { op: 'get', key: name },
        () => objects.get(name),
        (found) =>
          found
            ? { outcome: 'found', generation: found.generation, value: hash(found.bytes) }
            : { outcome: 'absent' },
      ),
    swap: (name, expected, bytes) =>
      call(
        { op: 'swap', key: name, expected, value: hash(bytes) },
        () => objects.swap(name, expected, bytes),
        (result) =>
          result.swapped ? { outcome: 'swapped', generation: result.generation } : { outcome: 'refused' },
      ),
    discard: (name, generation) =>
      call(
        { op: 'discard', key: name, expected: generation },
        () => objects.discard(name, generation),
        (done) => ({
          outcome: done ? 'discarded' : 'refused',
        }),
      ),
  };
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
