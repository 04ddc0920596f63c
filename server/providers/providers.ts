import { ConfigInvalid } from '@shortfactory/core';
import type { Illustrator, Narrator, StoryWriter } from '@shortfactory/core';
import { ILLUSTRATORS, NARRATORS, STORY_WRITERS } from './catalog.ts';
import type { Build, Provider, Tools } from './tools.ts';

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
  close(): Promise<void>;
}

/**
 * The providers that the configuration switches on. Throws ConfigInvalid when none of a port's is set up. Starts nothing
 * that keeps the process alive.
 */
export function openProviders(tools: Tools): Providers {
  const { config } = tools;
  const llm = listed(tools, config.USE_REAL_LLM, 'LLM_PROVIDERS', STORY_WRITERS);
  const image = listed(tools, config.USE_REAL_IMAGE, 'IMAGE_PROVIDERS', ILLUSTRATORS);
  const voice = listed(tools, config.USE_REAL_VOICE, 'VOICE_PROVIDERS', NARRATORS);
  return {
    ...{ llm, image, voice },
    async close() {
      for (const { provider } of [...llm, ...image, ...voice]) provider?.close?.();
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

function listed<Name extends string, P>(
  tools: Tools,
  real: boolean,
  variable: 'LLM_PROVIDERS' | 'IMAGE_PROVIDERS' | 'VOICE_PROVIDERS',
  catalog: Readonly<Record<Name, Build<P>>>,
): Listed<P>[] {
  const names = real
    ? (tools.config[variable] as readonly string[] as readonly Name[])
    : (['offline'] as Name[]);
  const all = [...new Set(names)].map((name) => ({ name, provider: catalog[name](tools) }));
  if (all.some(({ provider }) => provider)) return all;
  throw new ConfigInvalid(
    `Invalid environment:\n  ${variable}: none of ${names.join(', ') || 'an empty list'} is set up`,
  );
}
