import { modelRef } from '@shortfactory/config';
import { ConfigInvalid, NO_TRACES } from '@shortfactory/core';
import type { Illustrator, Narrator, StoryWriter } from '@shortfactory/core';
import { ILLUSTRATORS, NARRATORS, STORY_WRITERS } from './catalog.ts';
import type { Catalog } from './catalog.ts';
import { offlineNarrator } from './offline.ts';
import type { PartName } from './part-name.ts';
import type { Provider, Tools } from './tools.ts';
import { tracedPort } from './traced-port.ts';

/** A provider of a port under the name that the configuration lists it by; `provider` is absent when it is not set up. */
export interface Listed<P> {
  readonly name: string;
  readonly provider: Provider<P> | undefined;
}

export interface Providers {
  /** In the order in which they are tried; the first of each is set up. */
  readonly llm: readonly Listed<StoryWriter>[];
  readonly image: readonly Listed<Illustrator>[];
  readonly voice: readonly Listed<Narrator>[];
  /** Speaks on this machine, whatever the configuration switches on: what a person's recording is compared with. */
  readonly reference: Narrator;
  close(): Promise<void>;
}

/**
 * The providers that the configuration switches on. Throws ConfigInvalid when none of a port's is set up. Starts nothing
 * that keeps the process alive.
 */
export function openProviders(tools: Tools): Providers {
  const { config } = tools;
  const llm = listed(tools, config.USE_REAL_LLM, STORY_WRITERS);
  const image = listed(tools, config.USE_REAL_IMAGE, ILLUSTRATORS);
  const voice = listed(tools, config.USE_REAL_VOICE, NARRATORS);
  const reference = offlineNarrator(tools) as Provider<Narrator>;
  return {
    ...{ llm, image, voice, reference: reference.port },
    async close() {
      for (const { provider } of [...llm, ...image, ...voice]) provider?.close?.();
      reference.close?.();
      await tools.day?.release();
    },
  };
}

/** The ports of those that are set up, best first. */
export function portsOf<P>(list: readonly Listed<P>[]): readonly [P, ...P[]] {
  const ports = list.flatMap(({ provider }) => (provider ? [provider.port] : []));
  return ports as [P, ...P[]];
}

/** The costs of the first one that is set up. */
export function costOf(
  list: readonly Listed<unknown>[],
): Pick<Provider<unknown>, 'usdPerVideo' | 'usdPerSecond'> {
  return list.find(({ provider }) => provider)?.provider ?? { usdPerVideo: 0, usdPerSecond: 0 };
}

function listed<P extends object>(tools: Tools, real: boolean, catalog: Catalog<P>): Listed<P>[] {
  const { list } = catalog;
  const all = real
    ? [...new Set(tools.config[list])].map((name) => ({ name, provider: build(tools, name, catalog) }))
    : onThisMachine(tools, catalog);
  const traces = tools.traces ?? NO_TRACES;
  if (all.some(({ provider }) => provider))
    return all.map(({ name, provider }) => ({
      name,
      provider: provider && { ...provider, port: tracedPort(provider.port, name, traces) },
    }));
  throw new ConfigInvalid(
    `Invalid environment:\n  ${list}: none of ${tools.config[list].join(', ') || 'an empty list'} is set up`,
  );
}

/** Without services: natural voices, where there are any, before what always works. */
function onThisMachine<P>(tools: Tools, catalog: Catalog<P>): Listed<P>[] {
  const natural = catalog.own['neural']?.(tools);
  return [
    ...(natural ? [{ name: 'neural', provider: natural }] : []),
    { name: 'offline', provider: build(tools, 'offline', catalog) },
  ];
}

const CATALOGS = { llm: STORY_WRITERS, image: ILLUSTRATORS, voice: NARRATORS } as const;

/**
 * Asks one provider, which need not be in use, the cheapest question that shows whether it is there and takes its key;
 * gives a short text. Throws ProviderFailed, and ConfigInvalid when it is not set up.
 */
export async function tryProvider(
  tools: Tools,
  part: PartName,
  entry: string,
  signal: AbortSignal,
): Promise<string> {
  const catalog: Catalog<Illustrator | Narrator | StoryWriter> = CATALOGS[part];
  const provider = build(tools, entry, catalog);
  if (!provider) throw new ConfigInvalid(`${entry} is not set up.`);
  try {
    return await provider.check(signal);
  } finally {
    provider.close?.();
  }
}

function build<P>(tools: Tools, name: string, { own, model }: Catalog<P>): Provider<P> | undefined {
  const ref = modelRef(name, tools.config.ENDPOINTS);
  if (ref) return model(tools, ref);
  return own[name]?.(tools);
}
