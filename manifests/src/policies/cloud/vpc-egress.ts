import { shown, violation } from '../values/violation.ts';
import type { Policy } from '../values/violation.ts';

const INTERFACES = 'run.googleapis.com/network-interfaces';
const EGRESS = 'run.googleapis.com/vpc-access-egress';
const CONNECTOR = 'run.googleapis.com/vpc-access-connector';
const REGION = 'cloud.googleapis.com/location';
const at = (key: string): string => `spec.template.metadata.annotations["${key}"]`;

/** One interface in one subnet of the service's region, and what of the traffic goes through it. */
export const vpcEgress: Policy = (service, platform) => {
  if (platform !== 'cloud-run') return [];
  const annotations = service.spec?.template?.metadata?.annotations ?? {};
  const { [INTERFACES]: interfaces, [EGRESS]: egress, [CONNECTOR]: connector } = annotations;
  const found = [];
  if (egress !== undefined && interfaces === undefined && connector === undefined) {
    found.push(violation(at(EGRESS), 'needs a network and a subnet to go out by'));
  }
  if (egress !== undefined && !['private-ranges-only', 'all-traffic'].includes(egress)) {
    found.push(
      violation(at(EGRESS), `${shown(egress)} was given; private-ranges-only or all-traffic was expected`),
    );
  }
  if (interfaces === undefined) return found;
  if (connector !== undefined)
    found.push(violation(at(CONNECTOR), 'and a network of its own exclude each other'));
  if (egress === undefined)
    found.push(violation(at(EGRESS), 'private-ranges-only or all-traffic was expected'));
  const subnet = subnetOf(interfaces);
  if (subnet === undefined) {
    found.push(
      violation(at(INTERFACES), 'JSON such as [{"network":"default","subnetwork":"default"}] was expected'),
    );
    return found;
  }
  const region = service.metadata?.labels?.[REGION];
  const where = /^projects\/[^/]+\/regions\/([^/]+)\/subnetworks\//.exec(subnet)?.[1];
  if (where !== undefined && region !== undefined && where !== region) {
    found.push(violation(at(INTERFACES), `the subnet is in ${where}; one in ${region} was expected`));
  }
  return found;
};

function subnetOf(text: string): string | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const [only, ...others] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
  if (typeof only !== 'object' || only === null || others.length > 0) return undefined;
  const { network, subnetwork } = only as Record<string, unknown>;
  return typeof network === 'string' && typeof subnetwork === 'string' ? subnetwork : undefined;
}
