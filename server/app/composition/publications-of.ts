import type { Config } from '@shortfactory/config';
import type { SecretSource } from '@shortfactory/core';
import { GoogleSignIn, Publications, YouTube, createAsk } from '@shortfactory/publishing';
import type { PublicationsOptions } from '@shortfactory/publishing';

type PublishingConfig = Pick<Config, 'YOUTUBE_CLIENT_ID' | 'YOUTUBE_BASE_URL'>;

/** Publishing where the configuration names a client of Google's; undefined without one. */
export function publicationsOf(
  { YOUTUBE_CLIENT_ID: clientId, YOUTUBE_BASE_URL: baseUrl }: PublishingConfig,
  {
    secrets,
    ...deps
  }: Omit<PublicationsOptions, 'publisher' | 'signIn'> & { readonly secrets: Pick<SecretSource, 'get'> },
): Publications | undefined {
  if (clientId === undefined) return undefined;
  const clientSecret = (): Promise<string | undefined> => secrets.get('YOUTUBE_CLIENT_SECRET');
  return new Publications({
    ...deps,
    publisher: new YouTube({ ask: createAsk('YouTube'), nowMs: () => deps.clock.nowMs(), baseUrl }),
    signIn: new GoogleSignIn({ ask: createAsk('Google'), clientId, clientSecret, baseUrl }),
  });
}
