import type { CloudOptions } from './cloud-options.ts';

/** The settings of a service, before a platform writes them down. */
export interface ServiceSettings {
  /** Requests that one instance takes at the same time. */
  readonly concurrency: number;
  readonly timeoutSeconds: number;
  readonly scaling: { readonly min: number; readonly max: number };
  readonly ingress: Ingress;
  /** Whether anyone may call it, or only who has the invoker role. */
  readonly publicAccess: boolean;
  /** Whether Google's Identity-Aware Proxy stands before every way to it. */
  readonly iap: boolean;
  /** request: CPU while a request runs. instance: CPU as long as the instance lives. */
  readonly billing: 'request' | 'instance';
  readonly sessionAffinity: boolean;
  /** Secrets of a cluster that open private registries. */
  readonly pullSecrets: readonly string[];
  readonly description?: string;
  readonly region?: string;
  /** Container → the containers that have to be up before it starts. */
  readonly dependencies: Readonly<Record<string, readonly string[]>>;
  /** How finished the least finished feature is that the service uses; Cloud Run refuses what is less finished than said. */
  readonly launchStage: 'GA' | 'BETA' | 'ALPHA';
  readonly cloud: CloudOptions;
}

export type Ingress = 'all' | 'internal' | 'internal-and-cloud-load-balancing';

export type VolumeSource =
  /** Scratch space; on Cloud Run it lies in memory and counts against the container's limit. */
  | { readonly kind: 'memory'; readonly size: string }
  /**
   * Scratch space on a disk of the instance's own, which goes with it; on a cluster the node's disk.
   * @see https://cloud.google.com/run/docs/configuring/services/ephemeral-disk
   */
  | { readonly kind: 'disk'; readonly size: string }
  /** One version of a secret as a file, read anew at each access. */
  | { readonly kind: 'secret'; readonly secret: string; readonly version: string; readonly path: string }
  /** A bucket as a folder (gcsfuse); a cluster without the driver gets an empty folder in its place. */
  | { readonly kind: 'bucket'; readonly bucket: string; readonly readOnly: boolean };

export interface SecretReference {
  readonly secret: string;
  readonly version: string;
}
