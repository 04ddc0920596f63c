import { readFile } from 'node:fs/promises';
import { PRONUNCIATIONS_EXPECTED, pronunciationsOf } from '@shortfactory/config';
import { ConfigInvalid } from '@shortfactory/core';
import type { PronunciationList } from '@shortfactory/text';

/**
 * How words are said on this installation, from PRONUNCIATIONS: JSON, or the path of a file with it. Throws
 * ConfigInvalid when the file cannot be read or holds something else.
 */
export async function readPronunciations(value: string | undefined): Promise<PronunciationList> {
  if (value === undefined) return {};
  const inline = value.trimStart().startsWith('{');
  const json = inline
    ? value
    : await readFile(value, 'utf8').catch((error: unknown) => refuse(value, codeOf(error)));
  return pronunciationsOf(json) ?? refuse(value, `${PRONUNCIATIONS_EXPECTED} were expected`);
}

function refuse(value: string, why: string): never {
  throw new ConfigInvalid(`Invalid environment:\n  PRONUNCIATIONS: ${value.slice(0, 200)}: ${why}`);
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return code === 'ENOENT' ? 'there is no such file' : `the file cannot be read (${code})`;
}
