import { loadConfig } from '../server/src/config.ts';
import { InputInvalid, ProviderFailed } from '../server/src/domain/errors.ts';
import { dollars } from '../server/src/domain/spend.ts';
import type { Listed } from '../server/src/adapters/providers/index.ts';
import { runCommand } from './operate/command.ts';
import type { CommandContext } from './operate/command.ts';
import { readFlags } from './operate/options.ts';

const CHECK_MS = 15_000;
const VIDEO_SECONDS = 30;

const USAGE = `Tells which providers write, draw and speak, and asks each of them for something that is free.

  npm run providers -- check

Options
  --json    prints one JSON object
  --help    prints this

It reads the environment as the server does: USE_REAL_LLM, USE_REAL_IMAGE, USE_REAL_VOICE, the lists of providers and
their keys (see docs/PROVIDERS.md). No key is ever printed.

Exit codes: 0 every provider that is set up can be used, 1 one of them cannot, 2 bad input, 130 interrupted.`;

type State = 'ok' | 'failed' | 'not set up';

interface Row {
  readonly port: 'llm' | 'image' | 'voice';
  readonly provider: string;
  readonly state: State;
  readonly detail: string;
}

async function providers({ args, env, say, signal }: CommandContext): Promise<void> {
  const named = args[0] !== undefined && !args[0].startsWith('-');
  const [word, rest] = named ? [args[0], args.slice(1)] : [undefined, args];
  const given = readFlags(rest, { json: { type: 'boolean' } });
  if (given['help']) return say(USAGE);
  if (word !== 'check') throw new InputInvalid('', `“check” was expected; --help says what it does.`);
  const config = loadConfig(env);
  // With it come pipeline and renderer: who asked for help, or wrongly, need not wait for them.
  const { assemble } = await import('../server/src/composition.ts');
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
    if (given['json']) say(JSON.stringify({ providers: rows, usdPer30Seconds: Math.round(usd * 1e4) / 1e4 }));
    else {
      for (const row of rows) say(line(row));
      say(`A video of ${VIDEO_SECONDS} s costs about ${dollars(usd)} with the first of each.`);
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
  if (!provider) return { port, provider: name, state: 'not set up', detail: 'there is no key for it' };
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

process.exitCode = await runCommand(process.argv.slice(2), process.env, providers);
