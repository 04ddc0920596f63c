import { createHash } from 'node:crypto';

/**
 * `<service>-<commit>-<hash of the template>`, and from the second try of the same commit and template on `-<try>`.
 * Without a commit: `<service>-<longer hash>`. One DNS label: the longest service (19), commit (30), hash (8), try (3)
 * and the hyphens between them make 63 characters.
 */
const LONGEST_COMMIT = 30;
const COMMIT_DIGITS = 12;
const HASH_DIGITS = 8;
const HASH_DIGITS_ALONE = 10;
/** The last try that a name has room for. */
export const MOST_TRIES = 999;

export interface RevisionParts {
  readonly service: string;
  readonly commit?: string;
  /** Of the template; names that were given before there was one have none. */
  readonly hash?: string;
  /** 2 and more: the same commit and template once more, as a revision that failed is never started again. */
  readonly attempt?: number;
}

/** SHA-256 of a template without its name, in hex. */
export function templateHash(template: object): string {
  return createHash('sha256').update(JSON.stringify(template)).digest('hex');
}

/** A commit as it stands in names: a whole one shortened as git does, another name cut to what there is room for. */
export function shortCommit(commit: string): string {
  return /^[0-9a-f]{40}$/.test(commit)
    ? commit.slice(0, COMMIT_DIGITS)
    : commit.slice(0, LONGEST_COMMIT).replace(/-+$/, '');
}

/** @param hash of the template, as templateHash gives it */
export function revisionName({ service, commit, hash = '', attempt }: RevisionParts): string {
  const parts =
    commit === undefined
      ? [service, hash.slice(0, HASH_DIGITS_ALONE)]
      : [service, shortCommit(commit), hash.slice(0, HASH_DIGITS)];
  return [...parts, ...(attempt === undefined ? [] : [String(attempt)])].join('-');
}

/** The parts of a service's revision name; undefined when it is another service's. */
export function readRevisionName(name: string, service: string): RevisionParts | undefined {
  if (!name.startsWith(`${service}-`)) return undefined;
  const rest = name.slice(service.length + 1);
  const found = /^(.*[a-z0-9])-([0-9a-f]{8})(?:-([1-9]\d{0,2}))?$/.exec(rest);
  if (found) {
    const [, commit = '', hash = '', attempt] = found;
    return { service, commit, hash, ...(attempt === undefined ? {} : { attempt: Number(attempt) }) };
  }
  return /^[0-9a-f]{10}$/.test(rest) ? { service, hash: rest } : { service, commit: rest };
}
