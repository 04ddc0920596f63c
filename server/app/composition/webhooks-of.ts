import type { Config } from '@shortfactory/config';
import { lookupByDns, lookupHere, networkRule } from '@shortfactory/network';
import { Webhooks, createSend } from '@shortfactory/webhooks';

type WebhooksConfig = Pick<Config, 'APP_ENV' | 'WEBHOOK_HTTP' | 'WEBHOOK_NETWORKS' | 'SERVICE_VERSION'>;

/** Webhooks as the configuration allows them: on a laptop also receivers on it, found as its programs find names. */
export function webhooksOf(
  config: WebhooksConfig,
  deps: Omit<ConstructorParameters<typeof Webhooks>[0], 'allowed' | 'send'>,
): Webhooks {
  const isLocal = config.APP_ENV === 'local';
  const networks = { networks: config.WEBHOOK_NETWORKS, loopback: isLocal };
  return new Webhooks({
    ...deps,
    allowed: { ...networks, http: isLocal || config.WEBHOOK_HTTP },
    send: createSend({
      lookup: isLocal ? lookupHere : lookupByDns(),
      mayReach: networkRule(networks),
      userAgent: `ShortFactory/${config.SERVICE_VERSION}`,
    }),
  });
}
