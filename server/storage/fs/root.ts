import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@shortfactory/core';
import { codeOf, storageFailure } from './failure.ts';
import { assertObjectName } from '../names.ts';

/** There is no object: nothing of that name, a folder of that name, or an object where the name wants a folder. */
const MISSING = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ERR_FS_EISDIR'];

/** The folder of a store: where its objects are, and what its failures mean. */
export class FsRoot {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Where unfinished files are. No object's name begins with a dot. */
  get tempPath(): string {
    return join(this.path, '.tmp');
  }

  /** Throws InputInvalid unless the name is one. */
  pathOf(name: string): string {
    assertObjectName(name);
    return join(this.path, ...name.split('/'));
  }

  /** What `act` returns. Its system errors become StorageFailed. */
  async act<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (cause) {
      throw cause instanceof DomainError ? cause : this.failure(cause);
    }
  }

  /** As `act`; undefined where there is no such object. */
  async ifPresent<T>(act: () => Promise<T>): Promise<T | undefined> {
    return this.act(async () => {
      try {
        return await act();
      } catch (cause) {
        const code = codeOf(cause) ?? '';
        // Below something that is not a folder the system says ENOTDIR.
        if (code === 'ENOENT') return undefined;
        if (MISSING.includes(code) && !(await this.#isBlocked())) return undefined;
        throw cause;
      }
    });
  }

  failure(cause: unknown): DomainError {
    return storageFailure(this.path, cause);
  }

  /** True when the root is not a folder: then the store is missing, not the object. */
  async #isBlocked(): Promise<boolean> {
    return stat(this.path).then(
      (found) => !found.isDirectory(),
      (cause: unknown) => codeOf(cause) !== 'ENOENT',
    );
  }
}
