import { StorageFailed, StorageUnwritable } from '@shortfactory/core';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'has no space left; free some or choose a folder on another disk',
  EDQUOT: 'has used up its quota; free some space or choose another folder',
  EACCES: 'is closed to this user; change its permissions or choose another folder',
  EPERM: 'is closed to this user; change its permissions or choose another folder',
  EROFS: 'is on a read-only disk; choose a folder that can be written',
  ENOTDIR: 'cannot hold files, because a file stands where a folder is needed; choose another folder',
  EEXIST: 'cannot hold files, because a file stands where a folder is needed; choose another folder',
  EMFILE: 'cannot be read now, because this program has too many files open; raise the limit (ulimit -n)',
};

const UNWRITABLE = ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS'];

/** A system error as one sentence that names the folder and what to do. */
export function storageFailure(folder: string, cause: unknown): StorageFailed {
  const code = codeOf(cause);
  const reason =
    REASONS[code ?? ''] ??
    `could not be used (${code ?? String(cause)}); check the disk or choose another folder`;
  const Failure = UNWRITABLE.includes(code ?? '') ? StorageUnwritable : StorageFailed;
  return new Failure(`The folder ${folder} ${reason}.`, { cause });
}

/** 'ENOENT' and so on; undefined for anything but a system error. */
export function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
