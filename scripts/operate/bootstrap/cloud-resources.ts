/** The cloud resources that bootstrap creates, by name; made from an environment and the command's options. */
export interface CloudResources {
  readonly env: string;
  readonly project: string;
  /** 12 digits. */
  readonly projectNumber: string;
  /** Of the registry, and the first of `regions`. */
  readonly region: string;
  /** Each has Services, a queue and an endpoint group of its own. */
  readonly regions: readonly string[];
  readonly bucket: string;
  /** Origins whose pages may upload to the bucket and play from it. */
  readonly origins: readonly string[];
  readonly registry: string;
  readonly queue: string;
  readonly maxDispatches: number;
  /** Service accounts by what they are for; names without the domain. */
  readonly accounts: Readonly<Record<'server' | 'worker' | 'ui' | 'tasks' | 'pusher' | 'deployer', string>>;
  readonly secrets: readonly ResourceSecret[];
  /** Without it no identity federation is set up. */
  readonly github?: GithubRepository;
  readonly billingAccount?: string;
  readonly budgetUsd: number;
  /** Who signs in at the web interface; `atBackend` where the proxy stands at the load balancer. */
  readonly iap?: { readonly members: readonly string[]; readonly atBackend: boolean };
  /** The name of the key for images, bucket, registry and secrets. */
  readonly encryptionKey?: string;
  /** By which calls go out; made here when it has a range. */
  readonly network?: {
    readonly name: string;
    readonly subnet: string;
    readonly range?: string | undefined;
    readonly egress: 'private-ranges-only' | 'all-traffic';
  };
  /** Whether the services write spans to Cloud Trace. */
  readonly traced: boolean;
  /** The policy that an image has to pass. */
  readonly binaryAuthorization?: string;
  /** Names of our own in front of UI and API; both or none. */
  readonly domains?: { readonly ui: string; readonly api: string };
}

export interface GithubRepository {
  /** owner/name: for people. A name that became free can be taken by others. */
  readonly name: string;
  /** Digits; never given to another repository. */
  readonly id: string;
}

export interface ResourceSecret {
  readonly id: string;
  /** Who reads it. */
  readonly readers: readonly ('server' | 'worker' | 'ui')[];
  /** Made here when it has no version yet; the others are a person's to bring. */
  readonly value?: () => string;
  /** Whether the deployment cannot do without. */
  readonly needed: boolean;
}

export function accountEmail(resources: CloudResources, account: keyof CloudResources['accounts']): string {
  return `${resources.accounts[account]}@${resources.project}.iam.gserviceaccount.com`;
}
