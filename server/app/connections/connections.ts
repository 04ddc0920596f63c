import type { Config, ServiceKey } from '@shortfactory/config';
import type {
  ConnectionJson,
  ConnectionRequest,
  ConnectionsJson,
  FoundJson,
  TestAnswer,
} from '@shortfactory/contract';
import { Conflict, ConfigInvalid, InputInvalid, ProviderFailed, StorageUnwritable } from '@shortfactory/core';
import type { Clock } from '@shortfactory/core';
import type { Found, PartName } from '@shortfactory/providers';
import { addition, fixedBy, isSetUp, listOf, reordered, withoutKey } from './changes.ts';
import type { Edit } from './changes.ts';
import type { LiveConfig } from './live-config.ts';
import { LIST_OF, PARTS, SWITCH_OF, entryOf, services } from './services.ts';

/** A test ends after this time, in milliseconds. */
const TEST_MS = 10_000;

export interface ConnectionsDeps {
  readonly live: LiveConfig;
  /** Asks a provider of a configuration; throws ProviderFailed. */
  readonly tryProvider: (
    config: Config,
    part: PartName,
    entry: string,
    signal: AbortSignal,
  ) => Promise<string>;
  readonly findEndpoints: (signal: AbortSignal) => Promise<readonly Found[]>;
  readonly register: (value: string) => void;
  readonly clock: Clock;
}

type Tested = NonNullable<ConnectionJson['tested']>;

/** Who writes, draws and speaks, and what a person at this machine changes of it. No key ever leaves it. */
export class Connections {
  readonly #deps: ConnectionsDeps;
  readonly #tested = new Map<string, Tested>();

  constructor(deps: ConnectionsDeps) {
    this.#deps = deps;
  }

  /** @param atMachine The one who asks sits at the machine and may see addresses. */
  async state(atMachine: boolean): Promise<ConnectionsJson> {
    const { live } = this.#deps;
    const config = await live.fresh();
    const editable = atMachine && live.takes;
    return {
      editable,
      ...(live.problem !== undefined && atMachine ? { problem: live.problem } : {}),
      parts: PARTS.map((part) => {
        const fixed = fixedBy(part, live.env);
        const list = LIST_OF[part];
        return {
          ...{ part, variable: list, inUse: config[SWITCH_OF[part]] },
          from: this.#isInEnv(list) ? 'environment' : live.stored.variables[list] ? 'entered' : 'default',
          ...(fixed === undefined ? {} : { fixedBy: fixed }),
          list: listOf(part, config).map((entry) => this.#connection(entry, part, config, editable)),
        };
      }),
      services: editable
        ? services(config).map(({ key, parts, ...service }) => ({
            ...service,
            parts: [...parts],
            ...(key ? { key: this.#key([key], config) } : {}),
          }))
        : [],
    };
  }

  async found(signal: AbortSignal): Promise<FoundJson> {
    const found = await this.#deps.findEndpoints(signal);
    return {
      found: found.map(({ endpoint: { name, label, url, speaksOnly }, models }) => ({
        ...{ name, label, address: url },
        models: models.slice(0, 200).map((model) => model.slice(0, 200)),
        parts: speaksOnly ? ['voice'] : ['llm'],
      })),
    };
  }

  /** Tests a connection and keeps it when it works. Throws InputInvalid when it does not, Conflict when it cannot be kept. */
  async add(request: ConnectionRequest, signal: AbortSignal): Promise<void> {
    const { live, register, clock } = this.#deps;
    if (request.key !== undefined) register(request.key);
    const config = await live.fresh();
    const at = new Date(clock.nowMs()).toISOString();
    const { entry, label, edit } = addition(request, config, live.env, at);
    const candidate = fitting(() => live.with(edit(live.stored)));
    const { ok, detail, latencyMs, kind } = await this.#ask(candidate, request.part, entry, label, signal);
    if (!ok) throw new InputInvalid(placeOfFailure(kind, request), `${detail} It was not kept.`);
    await this.#change(edit);
    this.#note(request.part, entry, { ok, detail, latencyMs });
  }

  /** Asks one that is in use. */
  async test(part: PartName, entry: string, signal: AbortSignal): Promise<TestAnswer> {
    const config = await this.#deps.live.fresh();
    if (!listOf(part, config).includes(entry)) throw new InputInvalid('/entry', 'is not used now');
    const { label } = entryOf(entry, part, config);
    const { ok, detail, latencyMs } = await this.#ask(config, part, entry, label, signal);
    this.#note(part, entry, { ok, detail, latencyMs });
    return { ok, detail, latencyMs };
  }

  /** Throws InputInvalid and Conflict. */
  async setList(part: PartName, list: readonly string[]): Promise<void> {
    const { live } = this.#deps;
    await this.#change(reordered(part, list, await live.fresh(), live.env));
  }

  /** Throws Conflict. */
  async removeKey(name: ServiceKey): Promise<void> {
    const { live } = this.#deps;
    await this.#change(withoutKey(name, await live.fresh(), live.env));
  }

  async #change(edit: Edit): Promise<void> {
    try {
      await this.#deps.live.change(edit);
    } catch (error) {
      if (error instanceof ConfigInvalid || error instanceof StorageUnwritable)
        throw new Conflict(oneLine(error.message));
      throw error;
    }
  }

  async #ask(
    config: Config,
    part: PartName,
    entry: string,
    label: string,
    signal: AbortSignal,
  ): Promise<TestAnswer & { readonly kind?: unknown }> {
    const { clock, tryProvider } = this.#deps;
    const start = clock.monotonicMs();
    const late = AbortSignal.timeout(TEST_MS);
    const latencyMs = (): number => Math.round(clock.monotonicMs() - start);
    try {
      const detail = await tryProvider(config, part, entry, AbortSignal.any([signal, late]));
      return { ok: true, detail, latencyMs: latencyMs() };
    } catch (error) {
      signal.throwIfAborted();
      if (late.aborted) {
        const detail = `${label} did not answer within ${TEST_MS / 1000} s.`;
        return { ok: false, detail, latencyMs: latencyMs() };
      }
      if (!(error instanceof ProviderFailed || error instanceof ConfigInvalid)) throw error;
      const kind = 'kind' in error ? error.kind : undefined;
      return { ok: false, detail: error.message, latencyMs: latencyMs(), kind };
    }
  }

  #note(part: PartName, entry: string, answer: TestAnswer): void {
    const at = new Date(this.#deps.clock.nowMs()).toISOString();
    this.#tested.set(`${part} ${entry}`, { ...answer, at });
  }

  #connection(entry: string, part: PartName, config: Config, seesAddress: boolean): ConnectionJson {
    const { label, model, address, keys, here } = entryOf(entry, part, config);
    const tested = this.#tested.get(`${part} ${entry}`);
    return {
      ...{ entry, label, here, isSetUp: isSetUp(entry, part, config) },
      ...(model === undefined ? {} : { model }),
      ...(address === undefined || !seesAddress ? {} : { address }),
      ...(keys.length === 0 ? {} : { key: this.#key(keys, config) }),
      ...(tested === undefined ? {} : { tested }),
    };
  }

  #key(names: readonly ServiceKey[], config: Config): NonNullable<ConnectionJson['key']> {
    const { live } = this.#deps;
    const variable = names.find((name) => config[name] !== undefined) ?? names.at(-1) ?? '';
    const setAt = live.stored.setAt[variable as ServiceKey];
    if (this.#isInEnv(variable)) return { variable, from: 'environment' };
    if (config.SECRETS === 'secret-manager') return { variable, from: 'secret-manager' };
    if (live.stored.variables[variable as ServiceKey] === undefined) return { variable, from: 'missing' };
    return { variable, from: 'entered', ...(setAt === undefined ? {} : { setAt }) };
  }

  #isInEnv(name: string): boolean {
    return (this.#deps.live.env[name] ?? '') !== '';
  }
}

function fitting(make: () => Config): Config {
  try {
    return make();
  } catch (error) {
    if (error instanceof ConfigInvalid) throw new InputInvalid('', oneLine(error.message));
    throw error;
  }
}

/** The field that the failure is about. */
function placeOfFailure(kind: unknown, { key, model }: ConnectionRequest): string {
  if (kind === 'key' && key !== undefined) return '/key';
  if (kind === 'request' && model !== undefined) return '/model';
  return '';
}

const oneLine = (message: string): string =>
  message
    .replace(/^Invalid environment:\n/, '')
    .replace(/\s*\n\s*/g, '; ')
    .trim();
