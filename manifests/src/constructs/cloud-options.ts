/** Settings of a service that only Cloud Run has. What is left out is as the platform has it by default. */
export interface CloudOptions {
  readonly scalingTargets?: ScalingTargets | undefined;
  readonly network?: VpcEgress | undefined;
  readonly encryption?: Encryption | undefined;
  /** `default`, the project's own policy, or the name of one of the platform's. */
  readonly binaryAuthorization?: string | undefined;
}

/**
 * How busy instances shall be before there are more of them, as shares; `disabled` leaves a measure out of account.
 * @see https://cloud.google.com/run/docs/configuring/scaling-controls
 */
export interface ScalingTargets {
  readonly cpu?: number | 'disabled' | undefined;
  readonly concurrency?: number | 'disabled' | undefined;
}

/**
 * The network by which a service's own calls go out (direct VPC egress).
 * @see https://cloud.google.com/run/docs/configuring/vpc-direct-vpc
 */
export interface VpcEgress {
  readonly network: string;
  readonly subnet: string;
  readonly egress: 'private-ranges-only' | 'all-traffic';
  readonly tags?: readonly string[] | undefined;
}

/**
 * The key by which the container's image is encrypted, and what happens to instances when it is taken away.
 * @see https://cloud.google.com/run/docs/securing/using-cmek
 */
export interface Encryption {
  readonly key: string;
  readonly revoked?: 'prevent-new' | 'shut-down' | undefined;
}

const RUN = 'run.googleapis.com';
type Annotations = Readonly<Record<string, (options: CloudOptions) => string | undefined>>;

export const CLOUD_SERVICE_ANNOTATIONS: Annotations = {
  [`${RUN}/binary-authorization`]: ({ binaryAuthorization }) => binaryAuthorization,
};

export const CLOUD_TEMPLATE_ANNOTATIONS: Annotations = {
  [`${RUN}/scaling-cpu-target`]: ({ scalingTargets }) => scalingTargets?.cpu?.toString(),
  [`${RUN}/scaling-concurrency-target`]: ({ scalingTargets }) => scalingTargets?.concurrency?.toString(),
  [`${RUN}/network-interfaces`]: ({ network }) => network && networkInterfaces(network),
  [`${RUN}/vpc-access-egress`]: ({ network }) => network?.egress,
  [`${RUN}/encryption-key`]: ({ encryption }) => encryption?.key,
  [`${RUN}/post-key-revocation-action-type`]: ({ encryption }) => encryption?.revoked,
};

/** As the client writes it: one interface, its keys in alphabetical order. */
function networkInterfaces({ network, subnet, tags = [] }: VpcEgress): string {
  return JSON.stringify([{ network, subnetwork: subnet, ...(tags.length > 0 ? { tags } : {}) }]);
}
