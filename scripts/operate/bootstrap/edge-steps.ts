import type { CloudResources } from './cloud-resources.ts';
import type { Command, Part, Step } from './step.ts';
import { command, named } from './step.ts';

const NAME = 'shortfactory';
const GLOBAL = '--global';

/**
 * A load balancer with a CDN in front of UI and API, throttled by Cloud Armor, TLS 1.3 only. The UI's hashed assets are
 * cached by what their own headers say; the API has a host of its own. Afterwards the environment's `edge` is set to
 * load-balancer, so that nothing gets in beside it.
 */
export function edge({ regions, domains, iap }: CloudResources): Step {
  if (domains === undefined) {
    const note = 'The environment has no domains: the Services answer at run.app themselves.';
    return { id: 'edge', title: 'Load balancer, CDN, throttle', parts: [{ note }] };
  }
  return {
    id: 'edge',
    title: 'Load balancer, CDN, throttle',
    parts: [
      {
        always: [
          command('services', 'enable', 'compute.googleapis.com', 'certificatemanager.googleapis.com'),
        ],
      },
      make(['compute', 'addresses'], `${NAME}-ip`, [GLOBAL], ['--network-tier=PREMIUM']),
      ...throttle(),
      // The proxy and the CDN exclude each other on one backend.
      ...backend('ui', regions, iap ? [] : ['--enable-cdn', '--cache-mode=USE_ORIGIN_HEADERS']),
      ...backend('server', regions, []),
      make(['compute', 'url-maps'], NAME, [GLOBAL], [`--default-service=${NAME}-ui`]),
      {
        look: ['compute', 'url-maps', 'list', `--filter=name=${NAME} AND pathMatchers.name:api`],
        create: [
          command(
            ...['compute', 'url-maps', 'add-path-matcher', NAME, GLOBAL, '--path-matcher-name=api'],
            ...[`--default-service=${NAME}-server`, `--new-hosts=${domains.api}`],
          ),
        ],
      },
      make(
        ['compute', 'ssl-policies'],
        `${NAME}-tls13`,
        [GLOBAL],
        ['--profile=RESTRICTED', '--min-tls-version=1.3'],
      ),
      make(['compute', 'ssl-certificates'], NAME, [GLOBAL], [`--domains=${domains.ui},${domains.api}`]),
      make(
        ['compute', 'target-https-proxies'],
        NAME,
        [GLOBAL],
        [`--url-map=${NAME}`, `--ssl-certificates=${NAME}`, `--ssl-policy=${NAME}-tls13`],
      ),
      make(
        ['compute', 'forwarding-rules'],
        NAME,
        [GLOBAL],
        [
          ...['--load-balancing-scheme=EXTERNAL_MANAGED', '--ports=443', `--address=${NAME}-ip`],
          `--target-https-proxy=${NAME}`,
        ],
      ),
    ],
  };
}

function make(
  group: readonly string[],
  name: string,
  place: readonly string[],
  settings: readonly string[],
): Part {
  return {
    look: [...group, 'describe', name, ...place],
    proof: [...group, 'list', named(name)],
    create: [command(...group, 'create', name, ...place, ...settings)],
  };
}

function throttle(): Part[] {
  const policy = `${NAME}-throttle`;
  return [
    make(['compute', 'security-policies'], policy, [], ['--type=CLOUD_ARMOR']),
    {
      look: ['compute', 'security-policies', 'list', `--filter=name=${policy} AND rules.priority:1000`],
      create: [
        command(
          ...['compute', 'security-policies', 'rules', 'create', '1000', `--security-policy=${policy}`],
          ...['--src-ip-ranges=*', '--action=throttle', '--enforce-on-key=IP'],
          ...['--rate-limit-threshold-count=600', '--rate-limit-threshold-interval-sec=60'],
          ...['--conform-action=allow', '--exceed-action=deny-429'],
        ),
      ],
    },
  ];
}

/** Which region answers is the balancer's choice: the nearest one whose instances are ready. */
function backend(service: 'ui' | 'server', regions: readonly string[], settings: readonly string[]): Part[] {
  const name = `${NAME}-${service}`;
  return [
    ...regions.map((region) =>
      make(
        ['compute', 'network-endpoint-groups'],
        name,
        [`--region=${region}`],
        ['--network-endpoint-type=serverless', `--cloud-run-service=shortfactory-${service}`],
      ),
    ),
    make(
      ['compute', 'backend-services'],
      name,
      [GLOBAL],
      ['--load-balancing-scheme=EXTERNAL_MANAGED', ...settings],
    ),
    ...regions.map((region): Part => ({
      look: regions.length > 1 ? backendIn(service, region) : backendOf(name, `:${name}`),
      create: [addBackend(service, region)],
    })),
    {
      always: [
        command('compute', 'backend-services', 'update', name, GLOBAL, `--security-policy=${NAME}-throttle`),
      ],
    },
  ];
}

function backendOf(name: string, group: string): readonly string[] {
  return ['compute', 'backend-services', 'list', `--filter=name=${name} AND backends.group${group}`];
}

/** Lists the backend of a service in a region; empty when it has none. */
export function backendIn(service: 'ui' | 'server', region: string): readonly string[] {
  const name = `${NAME}-${service}`;
  return backendOf(name, `~regions/${region}/networkEndpointGroups/${name}$`);
}

export function addBackend(service: 'ui' | 'server', region: string): Command {
  const name = `${NAME}-${service}`;
  return {
    args: [
      ...['compute', 'backend-services', 'add-backend', name, GLOBAL, `--network-endpoint-group=${name}`],
      `--network-endpoint-group-region=${region}`,
    ],
    mayExist: true,
  };
}
