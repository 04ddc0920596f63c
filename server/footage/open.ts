import type { Clock, FootageSource, SecretName, SecretSource } from '@shortfactory/core';
import { networkRule } from '@shortfactory/network';
import type { Lookup } from '@shortfactory/network';
import { SourceFailed } from './net/failure.ts';
import type { Reach } from './net/get.ts';
import type { Asked } from './net/json.ts';
import { FootageSearch } from './search.ts';
import { Openverse } from './sources/openverse.ts';
import { Pexels } from './sources/pexels.ts';
import { Pixabay } from './sources/pixabay.ts';
import type { Source } from './sources/source.ts';
import { Wikimedia } from './sources/wikimedia.ts';

export interface FootageOptions {
  /** In the order in which they are asked. */
  readonly sources: readonly FootageSource[];
  /** Of who runs this. */
  readonly contact?: string | undefined;
  readonly version: string;
  /** In place of the sources' own. */
  readonly baseUrls: Readonly<Partial<Record<FootageSource, string | undefined>>>;
}

export interface FootageDeps {
  readonly secrets: Pick<SecretSource, 'get'>;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly lookup: Lookup;
}

const BASE_URLS = {
  pexels: 'https://api.pexels.com',
  pixabay: 'https://pixabay.com',
  openverse: 'https://api.openverse.org',
  wikimedia: 'https://commons.wikimedia.org',
} as const satisfies Record<FootageSource, string>;

/** The configured sources behind the port. Nothing is asked before it is needed. */
export function openFootage(options: FootageOptions, { secrets, clock, lookup }: FootageDeps): FootageSearch {
  const { contact, version } = options;
  // @see https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy
  const userAgent = `ShortFactory/${version}${contact === undefined ? '' : ` (${contact})`}`;
  const sources = [...new Set(options.sources)].map((name) => {
    const own = options.baseUrls[name];
    const baseUrl = own ?? BASE_URLS[name];
    // Who configures a server on this machine has its files there, too.
    const isHere = own !== undefined && /^http:\/\/(127\.|localhost[:/]|\[::1\])/.test(own);
    const files: Reach = {
      ...{ lookup, userAgent, http: isHere },
      mayReach: networkRule({ networks: [], loopback: isHere }),
    };
    const asked: Reach =
      own === undefined
        ? files
        : {
            ...files,
            http: true,
            mayReach: networkRule({ networks: ['0.0.0.0/0', '::/0'], loopback: true }),
          };
    return { source: sourceOf(name, baseUrl, asked, secrets), files };
  });
  return new FootageSearch({ sources, clock });
}

function sourceOf(
  name: FootageSource,
  baseUrl: string,
  reach: Reach,
  secrets: FootageDeps['secrets'],
): Source {
  const keyed = (label: string, keyName: SecretName) => ({
    baseUrl,
    key: () => keyFrom(secrets, label, keyName),
    asked: { label, keyName, reach } satisfies Asked,
  });
  switch (name) {
    case 'pexels':
      return new Pexels(keyed('Pexels', 'PEXELS_API_KEY'));
    case 'pixabay':
      return new Pixabay(keyed('Pixabay', 'PIXABAY_API_KEY'));
    case 'openverse':
      return new Openverse({ baseUrl, asked: { label: 'Openverse', reach } });
    case 'wikimedia':
      return new Wikimedia({ baseUrl, asked: { label: 'Wikimedia Commons', reach } });
  }
}

/** Read before every call: a key that was renewed is used at once. */
async function keyFrom(secrets: FootageDeps['secrets'], label: string, name: SecretName): Promise<string> {
  const key = await secrets.get(name).catch(() => undefined);
  if (key === undefined)
    throw new SourceFailed(`There is no key for ${label} (expected in ${name}).`, { retryable: false });
  return key;
}
