// What is installed: a folder with the files of voices, and for each voice a record that is written when all of its
// files are in place. A voice is there when its record is.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PREPARED } from '../graph/prepare.ts';
import { VOICES, filesOf, withWeights } from './table.ts';
import type { NaturalVoice } from './table.ts';

const recordSchema = z.strictObject({
  voice: z.string(),
  prepared: z.int(),
  files: z.array(
    z.strictObject({
      name: z.string().regex(/^[A-Za-z0-9][\w.-]*$/),
      /** Of the file as it lies there: a graph is prepared. */
      bytes: z.int(),
      sha256: z.string(),
      /** Hash of the published file. */
      from: z.string(),
    }),
  ),
});

export type InstalledRecord = z.infer<typeof recordSchema>;

/** The name of a voice's record in the folder. */
export function recordName(voice: string): string {
  return `${voice}.installed.json`;
}

/** The record of a voice, or undefined when it is not installed or the record is none. */
export function recordOf(folder: string, voice: string): InstalledRecord | undefined {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(join(folder, recordName(voice)), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Names of the voices that have a record, in the table or not. */
export function recorded(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(recordName('')))
      .map((name) => name.slice(0, -recordName('').length))
      .sort();
  } catch {
    return [];
  }
}

/** The voice with the weights that its record names, and as it is without a record. */
export function asRecorded(folder: string, voice: NaturalVoice): NaturalVoice {
  const files = recordOf(folder, voice.id)?.files ?? [];
  const graph = voice.model.graphs.find(({ sha256 }) => files.some(({ from }) => from === sha256));
  return (graph && withWeights(voice, graph.weights)) ?? voice;
}

/** Why a voice cannot be used as it is installed; undefined when it can. Sizes are compared, hashes are not. */
export function problemOf(folder: string, voice: NaturalVoice): string | undefined {
  const record = recordOf(folder, voice.id);
  if (!record) return 'its record cannot be read';
  if (record.prepared !== PREPARED) return 'it was installed by another version';
  for (const { name, sha256 } of filesOf(asRecorded(folder, voice))) {
    const file = record.files.find((each) => each.name === name);
    if (file?.from !== sha256) return `${name} is of another version`;
    const bytes = statSync(join(folder, name), { throwIfNoEntry: false })?.size;
    if (bytes === undefined) return `${name} is missing`;
    if (bytes !== file.bytes) return `${name} has ${bytes} bytes, ${file.bytes} were expected`;
  }
  return undefined;
}

/** The voices of a table that are installed in a folder and whole, with the weights that they have there, in the table's order. */
export function installedVoices(folder: string, voices: readonly NaturalVoice[] = VOICES): NaturalVoice[] {
  const names = recorded(folder);
  return voices
    .filter((voice) => names.includes(voice.id) && problemOf(folder, voice) === undefined)
    .map((voice) => asRecorded(folder, voice));
}
