import { z } from 'zod';
import { text } from '../fields.ts';

const NAME = '[a-z]([a-z0-9-]{0,61}[a-z0-9])?';
const PROJECT = '[a-z][a-z0-9-]{4,28}[a-z0-9]';
/** Cloud Run reserves addresses 16 at a time; a smaller range is not taken. */
const SMALLEST_PREFIX = 26;
const LARGEST_PREFIX = 8;
/** Each instance holds two addresses, and every subnet loses four. */
const ADDRESSES_PER_INSTANCE = 2;
const RESERVED_ADDRESSES = 4;

export const network = z
  .strictObject({
    name: text(
      new RegExp(`^(projects/${PROJECT}/global/networks/)?${NAME}$`),
      'the name of a network, or projects/HOST/global/networks/NAME,',
    ),
    subnet: text(
      new RegExp(`^(projects/${PROJECT}/regions/[a-z0-9-]+/subnetworks/)?${NAME}$`),
      'the name of a subnet, or projects/HOST/regions/REGION/subnetworks/NAME,',
    ),
    egress: z
      .enum(['private-ranges-only', 'all-traffic'], {
        error: 'private-ranges-only or all-traffic was expected',
      })
      .describe(
        'all-traffic: calls to services of others go through the network too, by its NAT. private-ranges-only: only what is addressed to it.',
      ),
    tags: z
      .array(text(new RegExp(`^${NAME}$`), 'a network tag'), { error: 'network tags were expected' })
      .optional()
      .describe('Names by which firewall rules know the instances.'),
    range: text(/^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/, 'a range of addresses such as 10.8.0.0/22')
      .optional()
      .describe(
        'With it bootstrap makes network and subnet, and for all-traffic a router with NAT; without it they are there already.',
      ),
  })
  .describe('The network by which the calls of all three services go out; without it they go out directly.');

interface Networked {
  readonly region: string;
  readonly network?: z.output<typeof network> | undefined;
  readonly services: Readonly<Record<string, { readonly scaling: { readonly max: number } }>>;
}

/** A subnet of the environment's own region, in the network's own project, with room for every instance. */
export function networkProblems({ region, network: given, services }: Networked): string[] {
  if (given === undefined) return [];
  const { name, subnet, range } = given;
  const [, host, where] = /^projects\/([^/]+)\/regions\/([^/]+)\//.exec(subnet) ?? [];
  const owner = /^projects\/([^/]+)\//.exec(name)?.[1];
  const problems: string[] = [];
  if (where !== undefined && where !== region) {
    problems.push(`network.subnet: is in ${where}; one in ${region} was expected, where the services are`);
  }
  if (host !== owner) {
    problems.push(
      `network.subnet: is of ${host ?? 'this project'} and network.name of ${owner ?? 'this project'}; one project was expected`,
    );
  }
  if (range === undefined) return problems;
  if (host !== undefined || owner !== undefined) {
    problems.push(
      "network.range: the network is another project's, where bootstrap makes nothing; none was expected",
    );
  }
  const problem = rangeProblem(range);
  if (problem !== undefined) return [...problems, `network.range: ${problem}`];
  const instances = Object.values(services).reduce((sum, { scaling }) => sum + scaling.max, 0);
  const room = 2 ** (32 - prefixOf(range)) - RESERVED_ADDRESSES;
  if (room < instances * ADDRESSES_PER_INSTANCE) {
    problems.push(
      `network.range: ${range} has ${room} addresses; ${instances * ADDRESSES_PER_INSTANCE} were expected, two for each of ${instances} instances (services.*.scaling.max)`,
    );
  }
  return problems;
}

const prefixOf = (range: string): number => Number(range.split('/')[1]);

function rangeProblem(range: string): string | undefined {
  const [address = ''] = range.split('/');
  const prefix = prefixOf(range);
  const bytes = address.split('.').map(Number);
  if (bytes.some((byte) => byte > 255)) return `${range} is not a range of addresses`;
  if (prefix > SMALLEST_PREFIX || prefix < LARGEST_PREFIX) {
    return `${range} is not between /${LARGEST_PREFIX} and /${SMALLEST_PREFIX}, which Cloud Run takes`;
  }
  const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return number % 2 ** (32 - prefix) === 0
    ? undefined
    : `${range} does not begin where a range of /${prefix} can; its first address was expected`;
}
