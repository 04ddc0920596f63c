import type { Service } from '../constructs/shapes.ts';
import { ephemeralDisk } from './cloud/ephemeral-disk.ts';
import { keysAndSignatures } from './cloud/keys-and-signatures.ts';
import { scalingTargets } from './cloud/scaling-targets.ts';
import { tracing } from './cloud/tracing.ts';
import { vpcEgress } from './cloud/vpc-egress.ts';
import { onCloudRun } from './cloud-run.ts';
import { containers } from './containers.ts';
import { identity } from './identity.ts';
import { names } from './names.ts';
import { probes } from './probes.ts';
import { scalars } from './values/scalars.ts';
import { traffic } from './traffic.ts';
import { onCluster } from './on-cluster.ts';
import { onKnative } from './upstream.ts';
import { variables } from './variables.ts';
import type { PlatformName, Policy } from './values/violation.ts';
import { volumes } from './volumes.ts';

export const POLICIES: readonly Policy[] = [
  names,
  scalars,
  traffic,
  variables,
  containers,
  probes,
  volumes,
  identity,
  onCloudRun,
  ephemeralDisk,
  scalingTargets,
  vpcEgress,
  keysAndSignatures,
  tracing,
  onKnative,
  onCluster,
];

/** What is wrong with a Service document on a platform: `Service/name path: sentence`, one a line; none if it will do. */
export function violations(
  service: Service,
  platform: PlatformName,
  policies: readonly Policy[] = POLICIES,
): string[] {
  return policies
    .flatMap((policy) => policy(service, platform))
    .map(({ path, message }) => `Service/${service.metadata?.name ?? '?'} ${path}: ${message}`);
}
