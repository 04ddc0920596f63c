import type { Config } from '@shortfactory/config';
import type { Clock, Footage, FootageViewing, SecretSource } from '@shortfactory/core';
import { openFootage } from '@shortfactory/footage';
import { lookupByDns, lookupHere } from '@shortfactory/network';

type FootageConfig = Pick<
  Config,
  | 'APP_ENV'
  | 'SERVICE_VERSION'
  | 'FOOTAGE'
  | 'FOOTAGE_CONTACT'
  | 'PEXELS_BASE_URL'
  | 'PIXABAY_BASE_URL'
  | 'OPENVERSE_BASE_URL'
  | 'WIKIMEDIA_BASE_URL'
>;

/** The sources of footage that the configuration names. */
export function footageOf(
  config: FootageConfig,
  deps: { readonly secrets: Pick<SecretSource, 'get'>; readonly clock: Pick<Clock, 'monotonicMs'> },
): Footage & FootageViewing {
  return openFootage(
    {
      sources: config.FOOTAGE,
      contact: config.FOOTAGE_CONTACT,
      version: config.SERVICE_VERSION,
      baseUrls: {
        pexels: config.PEXELS_BASE_URL,
        pixabay: config.PIXABAY_BASE_URL,
        openverse: config.OPENVERSE_BASE_URL,
        wikimedia: config.WIKIMEDIA_BASE_URL,
      },
    },
    { ...deps, lookup: config.APP_ENV === 'local' ? lookupHere : lookupByDns() },
  );
}
