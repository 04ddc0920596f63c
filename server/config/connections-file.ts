import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigInvalid, StorageUnwritable } from '@shortfactory/core/errors';
import { NOTHING_STORED, storedFrom, textOfStored } from './stored-connections.ts';
import type { StoredConnections } from './stored-connections.ts';

/** More than every key and endpoint that there may be. */
const MOST_BYTES = 1_000_000;
/** Bits of a mode with which somebody else could read or write it. */
const OTHERS = 0o077;

/** The file in the data folder that holds what was entered on the page Connections, for its owner alone. */
export class ConnectionsFile {
  readonly path: string;

  constructor(dataFolder: string) {
    this.path = join(dataFolder, 'connections.json');
  }

  /** Differs after every change of the file, also by another process; empty without a file. */
  async mark(): Promise<string> {
    const found = await stat(this.path).catch(() => undefined);
    return found ? [found.ino, found.size, found.mtimeMs, found.ctimeMs, found.mode].join(' ') : '';
  }

  /** What it holds; nothing without a file. Throws ConfigInvalid with one sentence that repeats nothing of it. */
  async read(): Promise<StoredConnections> {
    try {
      const file = await open(this.path, constants.O_RDONLY);
      try {
        const { mode, size } = await file.stat();
        // Windows has no such bits.
        if (process.platform !== 'win32' && (mode & OTHERS) !== 0)
          throw new ConfigInvalid(
            `may be read by others than its owner (mode ${(mode & 0o777).toString(8)}); chmod 600 lets it be used again`,
          );
        if (size > MOST_BYTES) throw new ConfigInvalid('is damaged: it is longer than it can be');
        return storedFrom(await file.readFile('utf8'));
      } finally {
        await file.close();
      }
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return NOTHING_STORED;
      const what = error instanceof ConfigInvalid ? error.message : `cannot be read (${codeOf(error)})`;
      throw new ConfigInvalid(`The file of connections, ${this.path}, ${what}.`);
    }
  }

  /** Replaces it as a whole, with mode 0600. Throws StorageUnwritable; the earlier one then stays. */
  async write(next: StoredConnections): Promise<void> {
    const part = `${this.path}.${randomUUID()}`;
    try {
      await mkdir(join(this.path, '..'), { recursive: true });
      const file = await open(part, 'wx', 0o600);
      try {
        await file.writeFile(textOfStored(next));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, this.path);
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined);
      throw new StorageUnwritable(
        `The file of connections, ${this.path}, cannot be written (${codeOf(error)}).`,
      );
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
