import { serviceName } from '../environments/schema.ts';
import type { CloudEnvironment } from '../environments/schema.ts';

export const OBSERVED = ['server', 'ui'] as const;
type Observed = (typeof OBSERVED)[number];

/** A service to which objectives belong (google.monitoring.v3.Service). */
export function monitoredService({ region, name }: CloudEnvironment, key: Observed) {
  return {
    displayName: `${serviceName(key)} ${name}`,
    cloudRun: { serviceName: serviceName(key), location: region },
    userLabels: { environment: name, managed_by: 'shortfactory' },
  };
}

/** How many requests have to succeed over 30 days (google.monitoring.v3.ServiceLevelObjective). */
export function availabilityObjective({ name, alerts }: CloudEnvironment, key: Observed) {
  return {
    displayName: `${Number((alerts.availability * 100).toPrecision(6))} % of requests succeed`,
    goal: alerts.availability,
    rollingPeriod: `${30 * 24 * 3600}s`,
    serviceLevelIndicator: { basicSli: { availability: {} } },
    userLabels: { environment: name, service: serviceName(key), managed_by: 'shortfactory' },
  };
}
