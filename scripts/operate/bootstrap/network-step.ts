import { z } from 'zod';
import type { CloudResources } from './cloud-resources.ts';
import type { Part, Step } from './step.ts';
import { command, named } from './step.ts';

const subnetwork = z.object({ ipCidrRange: z.string() });

/** Network and subnet by which the Services' calls go out, and a way to the internet where all of them do. */
export function network(resources: CloudResources): Step[] {
  const { network: given, region, projectNumber } = resources;
  if (given === undefined) return [];
  const { name, subnet, range, egress } = given;
  const enable: Part = { always: [command('services', 'enable', 'compute.googleapis.com')] };
  const agent = `service-${projectNumber}@serverless-robot-prod.iam.gserviceaccount.com`;
  const shared = subnet.startsWith('projects/')
    ? ` Its owner gives roles/compute.networkUser on it to ${agent}.`
    : '';
  const parts: Part[] =
    range === undefined
      ? [
          enable,
          {
            note: `The environment says no range, so ${subnet} of ${name} has to be there, with Private Google Access${egress === 'all-traffic' ? ' and NAT' : ''}.${shared}`,
          },
        ]
      : [
          enable,
          ...ownNetwork(name, subnet, range, region),
          ...(egress === 'all-traffic' ? nat(name, region) : []),
        ];
  return [{ id: 'network', title: 'The network by which calls go out', parts }];
}

function ownNetwork(name: string, subnet: string, range: string, region: string): Part[] {
  const at = `--region=${region}`;
  const reachesGoogle = '--enable-private-ip-google-access';
  return [
    {
      look: ['compute', 'networks', 'describe', name],
      proof: ['compute', 'networks', 'list', named(name)],
      create: [command('compute', 'networks', 'create', name, '--subnet-mode=custom')],
    },
    {
      look: ['compute', 'networks', 'subnets', 'describe', subnet, at],
      proof: ['compute', 'networks', 'subnets', 'list', `--regions=${region}`, named(subnet)],
      check: (found) => {
        const { ipCidrRange } = subnetwork.parse(found);
        if (ipCidrRange === range) return;
        throw new Error(
          `The subnet ${subnet} has ${ipCidrRange}, and network.range of the environment is ${range}. Nothing of it was changed: say the range that it has, or another subnet.`,
        );
      },
      create: [
        command(
          'compute',
          'networks',
          'subnets',
          'create',
          subnet,
          `--network=${name}`,
          at,
          `--range=${range}`,
          reachesGoogle,
        ),
      ],
      whenFound: [command('compute', 'networks', 'subnets', 'update', subnet, at, reachesGoogle)],
    },
  ];
}

function nat(name: string, region: string): Part[] {
  const at = `--region=${region}`;
  const router = `${name}-router`;
  return [
    {
      look: ['compute', 'routers', 'describe', router, at],
      proof: ['compute', 'routers', 'list', `--regions=${region}`, named(router)],
      create: [command('compute', 'routers', 'create', router, `--network=${name}`, at)],
    },
    {
      look: ['compute', 'routers', 'nats', 'list', `--router=${router}`, at],
      create: [
        command(
          ...['compute', 'routers', 'nats', 'create', `${name}-nat`, `--router=${router}`, at],
          ...['--auto-allocate-nat-external-ips', '--nat-all-subnet-ip-ranges'],
        ),
      ],
    },
  ];
}
