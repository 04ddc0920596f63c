import { resolve } from 'node:path';
import { command, converted, texts } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { loadConfig } from '@shortfactory/config';
import { InputInvalid, StorageFailed } from '@shortfactory/core';
import {
  NO_RUNTIME,
  VOICES,
  WEIGHTS,
  asRecorded,
  filesOf,
  problemOf,
  recorded,
  runtimeHere,
  withWeights,
} from '@shortfactory/neural';
import type { NaturalVoice, Weights } from '@shortfactory/neural';
import { addVoice, damageOf, removeVoice } from '@shortfactory/neural/install';
import { downloadView } from './progress.ts';

const FLAGS = {
  from: texts(
    'FILE',
    'with add: a file or folder that has what is needed, in place of the network; may be repeated',
  ),
  weights: converted(
    'KIND',
    `with add: how exact the model’s numbers are, of ${WEIGHTS.join(', ')}`,
    weightsOf,
  ),
};

export const voices = command({
  summary:
    'Installs natural voices on this machine. With one of them in its language a video is spoken by it; without, espeak-ng speaks.',
  usage: [
    'npm run voices -- list',
    'npm run voices -- add heart',
    'npm run voices -- add heart --weights fp32',
    'npm run voices -- add heart --from kokoro-v1.0.int8.onnx --from af_heart.bin',
    'npm run voices -- remove heart',
    'npm run voices -- check',
  ],
  flags: FLAGS,
  takesPositionals: true,
  notes: `Voices go to VOICES_DIR (the folder voices here unless it says otherwise). Every file is compared with the size and the SHA-256 in server/neural/voices/table.json; a download that was cut goes on where it stopped. Nothing is fetched while videos are made.
Exit codes: 0 done, 1 it could not be installed, or an installed voice is damaged, 2 bad input, 130 interrupted.`,
  run: ({ from, weights }: Values<typeof FLAGS>, context: CommandContext): Promise<void> => {
    const [verb, ...names] = context.positionals;
    const { VOICES_DIR } = loadConfig(context.env);
    const folder = resolve(VOICES_DIR);
    const stray = verb === 'add' ? undefined : from.length > 0 ? '--from' : weights && '--weights';
    if (stray !== undefined) throw new InputInvalid(stray, 'belongs to add');
    if (verb === 'list' && names.length === 0) return list(folder, context);
    if (verb === 'check' && names.length === 0) return check(folder, context);
    if (verb === 'add' && names.length > 0) return add(names, { from, weights }, folder, context);
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
        ? `installed${otherWeights(folder, voice)}`
        : `damaged: ${problem}`;
    say(
      `${id.padEnd(10)} ${label.padEnd(16)} ${languages.join(', ').padEnd(11)} ${state.padEnd(10)} ${model.licence}`,
    );
  }
  for (const { credit, about, graphs } of new Map(VOICES.map(({ model }) => [model.id, model])).values()) {
    say(`${credit}: ${about}`);
    if (graphs.length > 1)
      say(`  --weights ${graphs.map((each) => `${each.weights} (${inMegabytes(each.bytes)})`).join(', ')}`);
  }
}

/** Which weights an installed voice has, when they are not those that it has unless others are asked for. */
function otherWeights(folder: string, voice: NaturalVoice): string {
  const { weights } = asRecorded(folder, voice).model.graph;
  return weights === voice.model.graph.weights ? '' : ` (${weights})`;
}

async function add(
  names: readonly string[],
  { from, weights }: Values<typeof FLAGS>,
  folder: string,
  { say, warn, env, signal }: CommandContext,
): Promise<void> {
  const wanted = names.map((name) => {
    const voice = voiceNamed(name);
    return weights === undefined ? asRecorded(folder, voice) : voiceWith(voice, weights);
  });
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

function weightsOf(given: string, option: string): Weights {
  const found = WEIGHTS.find((each) => each === given);
  if (found) return found;
  throw new InputInvalid(option, `is “${given}”; one of ${WEIGHTS.join(', ')} was expected.`);
}

function voiceWith(voice: NaturalVoice, weights: Weights): NaturalVoice {
  const found = withWeights(voice, weights);
  if (found) return found;
  const there = voice.model.graphs.map((graph) => graph.weights).join(', ');
  throw new InputInvalid('--weights', `${voice.id} is not published with ${weights}; there is ${there}.`);
}

function megabytes(voice: NaturalVoice): string {
  return inMegabytes(filesOf(voice).reduce((sum, { bytes }) => sum + bytes, 0));
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}
