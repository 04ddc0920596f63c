import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { InputInvalid } from '@shortfactory/core/errors';
import type { CommandContext, Values } from '@shortfactory/command-line';
import {
  environmentNames,
  forgetFile,
  OWN_FOLDER,
  resolveEnvironment,
  SCHEMA_FILE,
  settingProblem,
  valueAt,
  writtenEnvironment,
} from '@shortfactory/manifests';
import { parseDocument } from 'yaml';
import { environmentsFolder, understood } from '../../environment/cloud-environment.ts';
import type { FOLDER_FLAG, OVERRIDE_FLAGS } from '../../environment/flags.ts';
import { Answers } from './answers.ts';
import { QUESTIONS } from './questions.ts';
import type { Question } from './questions.ts';

export type InitValues = Values<typeof FOLDER_FLAG & typeof OVERRIDE_FLAGS> & {
  readonly like: string | undefined;
  readonly 'dry-run': boolean;
};
type Written = ReturnType<typeof writtenEnvironment>['settings'];

/** Of our own environments, which name projects that do not exist. */
const PLACEHOLDER = /^shortfactory-(dev|staging|prod)$/;

/**
 * Asks for what an environment needs and no option answers, and writes its file: a new one extends another, in one that
 * is there only the answers are changed. Throws InputInvalid, and then nothing is changed.
 */
export async function initEnvironment(
  name: string,
  values: InitValues,
  { say, input, signal }: CommandContext,
): Promise<void> {
  const folder = environmentsFolder(values);
  const file = resolve(folder, `${name}.yaml`);
  const isNew = !existsSync(file);
  const like = parentOf(name, values.like, isNew);
  const written = understood(() =>
    like === undefined ? writtenEnvironment(name, folder) : writtenEnvironment(like, OWN_FOLDER),
  ).settings;
  const platform = written['platform'] === 'knative' ? 'knative' : 'cloud-run';
  const before = isNew ? header(folder, like ?? '') : readFileSync(file, 'utf8');
  const document = parseDocument(before);
  const answers = new Answers(input(), say, signal);
  try {
    for (const question of QUESTIONS[platform]) {
      const value = await answerOf(question, {
        platform,
        written,
        given: values[question.option],
        answers,
        say,
      });
      if (JSON.stringify(value) !== JSON.stringify(valueAt(written, question.path)))
        document.setIn(question.path, value);
    }
  } finally {
    answers.close();
  }
  const text = document.toString({ singleQuote: true, lineWidth: 0 });
  if (values['dry-run']) return say(`${relative(process.cwd(), file)} would be:\n${text}`);
  mkdirSync(folder, { recursive: true });
  writeChecked(name, folder, file, text, isNew ? undefined : before);
  const where = folder === OWN_FOLDER ? '' : ` --environments ${relative(process.cwd(), folder)}`;
  say(`${relative(process.cwd(), file)} is written. What it becomes: npm run synth -- --env ${name}${where}`);
}

/** What a new file extends: what was given, or ours of that name or kind. */
function parentOf(name: string, given: string | undefined, isNew: boolean): string | undefined {
  if (!/^[a-z]([a-z0-9-]{0,29}[a-z0-9])?$/.test(name))
    throw new InputInvalid(
      '--init',
      `“${name}” does not fit; up to 31 lowercase letters, digits and hyphens were expected.`,
    );
  if (!isNew) {
    if (given === undefined) return undefined;
    throw new InputInvalid('--like', `${name} has a file already; in it “extends” says what it is like.`);
  }
  const own = environmentNames();
  const like = given ?? own.find((each) => name === each || name.startsWith(`${each}-`)) ?? 'prod';
  if (own.includes(like)) return like;
  throw new InputInvalid('--like', `“${like}” is none of ours; one of ${own.join(', ')} was expected.`);
}

interface Asking {
  readonly platform: 'cloud-run' | 'knative';
  readonly written: Written;
  /** By an option. */
  readonly given: string | readonly string[] | undefined;
  readonly answers: Answers;
  readonly say: (line: string) => void;
}

/** The option's value, or what is answered, asked again until it fits; nothing answered leaves it as it is. */
async function answerOf(question: Question, asking: Asking): Promise<unknown> {
  const { option, path, ask, needed } = question;
  const { given, platform, written, answers, say } = asking;
  const present = valueAt(written, path);
  const standard = needed && PLACEHOLDER.test(String(present)) ? undefined : present;
  if (given !== undefined && given.length > 0) {
    const value = question.number && /^\d+$/.test(String(given)) ? Number(given) : given;
    const problem = settingProblem(platform, path, value);
    if (problem === undefined) return value;
    throw new InputInvalid(`--${option}`, `“${String(given)}” does not fit; ${problem}.`);
  }
  for (;;) {
    const shown = String(standard ?? '');
    const line = await answers.to(`${ask}${shown === '' ? '' : ` [${shown}]`}:`);
    if (line === undefined || line === '') {
      if (standard !== undefined || !needed) return standard;
      if (line === undefined) {
        throw new InputInvalid(
          `--${option}`,
          'is missing, and standard input has ended without an answer; the option, or a terminal to ask on, was expected.',
        );
      }
    }
    const value = valueOf(question, line ?? '');
    const problem = settingProblem(platform, path, value);
    if (problem === undefined) return value;
    say(`“${line ?? ''}” does not fit; ${problem}.`);
  }
}

function valueOf({ number, list }: Question, line: string): unknown {
  if (list) return line.split(',').map((each) => each.trim());
  return number && /^\d+$/.test(line) ? Number(line) : line;
}

function header(folder: string, like: string): string {
  return [
    `# yaml-language-server: $schema=${relative(folder, SCHEMA_FILE)}`,
    '# What is not said here is as in the environment of ShortFactory that it extends.',
    `extends: ${like}`,
    '',
  ].join('\n');
}

/** The whole is checked as it will be read; what does not fit is not left behind. */
function writeChecked(
  name: string,
  folder: string,
  file: string,
  text: string,
  before: string | undefined,
): void {
  writeFileSync(file, text);
  forgetFile(file);
  try {
    understood(() => resolveEnvironment(name, {}, folder));
  } catch (error) {
    if (before === undefined) rmSync(file);
    else writeFileSync(file, before);
    forgetFile(file);
    throw error;
  }
}
