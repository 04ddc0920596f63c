import { publicUrl } from '../environments/addresses.ts';
import { serviceName } from '../environments/schema.ts';
import type { CloudEnvironment } from '../environments/schema.ts';

export function publicHost(environment: CloudEnvironment, key: 'server' | 'ui'): string {
  return new URL(publicUrl(environment, key)).host;
}

/** What a look from outside sees: where people sign in it would see Google's page in place of ours. */
export function openToAll({ iap }: CloudEnvironment): readonly ('server' | 'ui')[] {
  return iap ? ['server'] : ['server', 'ui'];
}

/**
 * A look from outside, through TLS, every five minutes from three regions (google.monitoring.v3.UptimeCheckConfig).
 * /live, so that a check does not cost a look at every provider.
 */
export function uptimeCheck(environment: CloudEnvironment, key: 'server' | 'ui') {
  return {
    displayName: `${serviceName(key)} ${environment.name}`,
    monitoredResource: {
      type: 'uptime_url',
      labels: { project_id: environment.project, host: publicHost(environment, key) },
    },
    httpCheck: {
      requestMethod: 'GET',
      path: '/live',
      port: 443,
      useSsl: true,
      validateSsl: true,
      acceptedResponseStatusCodes: [{ statusClass: 'STATUS_CLASS_2XX' }],
    },
    period: '300s',
    timeout: '10s',
    selectedRegions: ['USA', 'EUROPE', 'ASIA_PACIFIC'],
    checkerType: 'STATIC_IP_CHECKERS',
    userLabels: { environment: environment.name, managed_by: 'shortfactory' },
  };
}
