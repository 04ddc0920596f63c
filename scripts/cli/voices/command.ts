import { resolve } from 'node:path';
import { command, texts } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { loadConfig } from '@shortfactory/config';
import { InputInvalid, StorageFailed } from '@shortfactory/core';
import { NO_RUNTIME, VOICES, filesOf, problemOf, recorded, runtimeHere } from '@shortfactory/neural';
import type { NaturalVoice } from '@shortfactory/neural';
import { addVoice, damageOf, removeVoice } from '@shortfactory/neural/install';
import { downloadView } from './progress.ts';

const FLAGS = {
  from: texts(
    'FILE',
    'with add: a file or folder that has what is needed, in place of the network; may be repeated',
  ),
};

export const voices = command({
  summary:
    'Installs natural voices on this machine. With one of them in its language a video is spoken by it; without, espeak-ng speaks.',
  usage: [
    'npm run voices -- list',
    'npm run voices -- add heart',
    'npm run voices -- add heart --from kokoro-v1.0.int8.onnx --from af_heart.bin',
    'npm run voices -- remove heart',
    'npm run voices -- check',
  ],
  flags: FLAGS,
  takesPositionals: true,
  notes: `Voices go to VOICES_DIR (the folder voices here unless it says otherwise). Every file is compared with the size and the SHA-256 in server/neural/voices/table.json; a download that was cut goes on where it stopped. Nothing is fetched while videos are made.
Exit codes: 0 done, 1 it could not be installed, or an installed voice is damaged, 2 bad input, 130 interrupted.`,
  run: ({ from }: Values<typeof FLAGS>, context: CommandContext): Promise<void> => {
    const [verb, ...names] = context.positionals;
    const { VOICES_DIR } = loadConfig(context.env);
    const folder = resolve(VOICES_DIR);
    if (from.length > 0 && verb !== 'add') throw new InputInvalid('--from', 'belongs to add');
    if (verb === 'list' && names.length === 0) return list(folder, context);
    if (verb === 'check' && names.length === 0) return check(folder, context);
    if (verb === 'add' && names.length > 0) return add(names, from, folder, context);
    if (verb === 'remove' && names.length > 0) return remove(names, folder, context);
    throw new InputInvalid('', 'list, add NAME, remove NAME or check was expected; --help says more.');
  },
});

async function list(folder: string, { say }: CommandContext): Promise<void> {
  const there = recorded(folder);
  for (const voice of VOICES) {
    const { id, label, languages, model } = voice;
    const problem = there.includes(id) ? problemOf(folder, voice) : undefined;
    const state = !there.includes(id)
      ? megabytes(voice)
      : problem === undefined
        ? 'installed'
        : `damaged: ${problem}`;
    say(
      `${id.padEnd(10)} ${label.padEnd(16)} ${languages.join(', ').padEnd(11)} ${state.padEnd(10)} ${model.licence}`,
    );
  }
  for (const { credit, about } of new Set(VOICES.map(({ model }) => model))) say(`${credit}: ${about}`);
}

async function add(
  names: readonly string[],
  from: readonly string[],
  folder: string,
  { say, warn, env, signal }: CommandContext,
): Promise<void> {
  const wanted = names.map(voiceNamed);
  // npm runs scripts in the project's folder; names that a person types are meant from where they stand.
  const places = from.map((place) => resolve(env['INIT_CWD'] ?? '.', place));
  for (const voice of wanted) {
    const view = downloadView(warn);
    const bytes = await addVoice(voice, {
      ...{ folder, signal, onProgress: view },
      ...(places.length > 0 ? { from: places } : {}),
    });
    const { id, languages, model } = voice;
    say(
      bytes === 0
        ? `${id} is installed in ${folder}.`
        : `${id} is installed in ${folder} and speaks ${languages[0]} from now on (${model.credit}; ${model.licence}).`,
    );
  }
  const runtime = runtimeHere();
  if (!runtime) warn(`It cannot speak yet: ${NO_RUNTIME}.`);
  else if (runtime.slower !== undefined) say(`${runtime.slower}.`);
}

async function remove(names: readonly string[], folder: string, { say }: CommandContext): Promise<void> {
  for (const name of names) {
    await removeVoice(name, folder);
    say(`${name} is removed from ${folder}.`);
  }
}

async function check(folder: string, { say }: CommandContext): Promise<void> {
  const names = recorded(folder);
  if (names.length === 0)
    return say(`No natural voice is installed in ${folder}; npm run voices -- add heart installs one.`);
  let damaged = 0;
  for (const name of names) {
    const voice = VOICES.find(({ id }) => id === name);
    const damage = voice ? await damageOf(voice, folder) : 'this version does not know it';
    if (damage !== undefined) damaged++;
    say(damage === undefined ? `${name}: whole` : `${name}: ${damage}; remove it, then add it again`);
  }
  const runtime = runtimeHere();
  const remark = runtime ? runtime.slower : NO_RUNTIME;
  if (remark !== undefined) say(`${remark}.`);
  if (damaged > 0 || !runtime)
    throw new StorageFailed(`${runtime ? damaged : names.length} of ${names.length} cannot speak.`);
}

function voiceNamed(name: string): NaturalVoice {
  const voice = VOICES.find(({ id }) => id === name.toLowerCase());
  if (!voice)
    throw new InputInvalid(
      '',
      `There is no natural voice “${name}”; there are ${VOICES.map(({ id }) => id).join(', ')}.`,
    );
  return voice;
}

function megabytes(voice: NaturalVoice): string {
  return `${Math.ceil(filesOf(voice).reduce((sum, { bytes }) => sum + bytes, 0) / 1e6)} MB`;
}
