import { resolve } from 'node:path';
import { LOOK_NAMES, lookNamed, parseLook } from '@shortfactory/contract';
import { InputInvalid } from '@shortfactory/core';
import type { Look } from '@shortfactory/core';
import { readInput } from './input.ts';
import type { ShortOptions } from './options.ts';

/** A look is a page of JSON. */
const MOST_BYTES = 100_000;

/** The options with the look that --look names. Throws InputInvalid with the option, the file and what was expected. */
export async function withLookRead(options: ShortOptions, folder: string): Promise<ShortOptions> {
  const { look, wanted } = options;
  return look === undefined
    ? options
    : { ...options, wanted: { ...wanted, look: await readLook(look, folder) } };
}

async function readLook(given: string, folder: string): Promise<Look> {
  const named = lookNamed(given);
  if (named) return named;
  if (!/[./\\]/.test(given))
    throw new InputInvalid(
      '--look',
      `there is no look “${given}”; one of ${LOOK_NAMES.join(', ')} or a file of JSON was expected.`,
    );
  const where = `--look ${given}`;
  const bytes = await readInput('--look', given, resolve(folder, given), MOST_BYTES);
  return parseLook(parseJson(bytes.toString('utf8'), where), where);
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputInvalid(
      where,
      `it is not valid JSON (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
}
