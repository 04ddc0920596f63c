import { loadConfig, withEntered } from '@shortfactory/config';
import { InputInvalid, ProviderFailed, dollars } from '@shortfactory/core';
import type { Listed } from '@shortfactory/providers';
import { command, toggle } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';

const CHECK_MS = 15_000;
const VIDEO_SECONDS = 30;

type State = 'ok' | 'failed' | 'not set up';

interface Row {
  readonly port: 'llm' | 'image' | 'voice';
  readonly provider: string;
  readonly state: State;
  readonly detail: string;
}

const FLAGS = { json: toggle('prints one JSON object') };

export const providers = command({
  summary:
    'Shows which providers write, draw and speak, and makes a request to each of them that costs nothing.',
  usage: ['npm run providers -- check'],
  flags: FLAGS,
  takesPositionals: true,
  notes: `It reads the environment as the server does, and what was entered on the page Connections of the same DATA_DIR: USE_REAL_LLM, USE_REAL_IMAGE, USE_REAL_VOICE, the lists of providers and their keys (see docs/PROVIDERS.md). No key is ever printed.
Exit codes: 0 every provider that is set up can be used, 1 one of them cannot, 2 bad input, 130 interrupted.`,
  run: checkAll,
});

async function checkAll(
  { json }: Values<typeof FLAGS>,
  { env, say, warn, signal, positionals }: CommandContext,
): Promise<void> {
  if (positionals.length !== 1 || positionals[0] !== 'check')
    throw new InputInvalid('', `“check” was expected; --help says what it does.`);
  const { env: entered, problem } = await withEntered(env);
  if (problem !== undefined) warn(problem);
  const config = loadConfig(entered);
  // Loads pipeline and renderer: help and bad input do not wait for them.
  const { assemble } = await import('@shortfactory/app/composition');
  const { findEndpoints, foundInWords } = await import('@shortfactory/providers');
  // Elsewhere, what else runs on the machine is nobody's business.
  const found = config.APP_ENV === 'local' ? await findEndpoints(signal) : [];
  const assembled = await assemble(config);
  try {
    const { llm, image, voice } = assembled.providers;
    const rows = (
      await Promise.all([
        ...llm.map((each) => check('llm', each, signal)),
        ...image.map((each) => check('image', each, signal)),
        ...voice.map((each) => check('voice', each, signal)),
      ])
    ).flat();
    signal.throwIfAborted();
    const { usdPerVideo, usdPerSecond } = assembled.rates;
    const usd = usdPerVideo + usdPerSecond * VIDEO_SECONDS;
    if (json)
      say(
        JSON.stringify({
          providers: rows,
          usdPer30Seconds: Math.round(usd * 1e4) / 1e4,
          found: found.map(({ endpoint: { name, url }, models }) => ({ name, url, models })),
        }),
      );
    else {
      for (const row of rows) say(line(row));
      say(`A video of ${VIDEO_SECONDS} s costs about ${dollars(usd)} with the first of each.`);
      for (const each of found)
        say(
          `${foundInWords(each)}; ${each.endpoint.name}:${each.models[0] ?? ''} in a list of providers asks it.`,
        );
    }
    const failed = rows.filter(({ state }) => state === 'failed');
    if (failed.length > 0)
      throw new ProviderFailed(`${failed.length} of ${rows.length} cannot be used.`, { retryable: true });
  } finally {
    await assembled.close();
  }
}

async function check(
  port: Row['port'],
  { name, provider }: Listed<unknown>,
  signal: AbortSignal,
): Promise<Row> {
  if (!provider) {
    const detail =
      name === 'neural'
        ? 'no natural voice is installed; npm run voices -- add heart installs one'
        : 'there is no key for it';
    return { port, provider: name, state: 'not set up', detail };
  }
  const late = AbortSignal.timeout(CHECK_MS);
  try {
    const detail = await provider.check(AbortSignal.any([signal, late]));
    return { port, provider: name, state: 'ok', detail };
  } catch (error) {
    const detail = late.aborted
      ? `it did not answer within ${CHECK_MS / 1000} s`
      : error instanceof Error
        ? error.message
        : String(error);
    return { port, provider: name, state: 'failed', detail };
  }
}

function line({ port, provider, state, detail }: Row): string {
  return `${port.padEnd(6)} ${provider.padEnd(11)} ${state.padEnd(11)} ${detail}`;
}
