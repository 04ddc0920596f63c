import type { V1Pod } from '@kubernetes/client-node';
import type { Cluster } from '../kubernetes/cluster.ts';
import type { ApiClient } from '../smoke/api-client.ts';
import type { Door } from '../smoke/door.ts';
import type { Shell } from './shell.ts';

/** What every step of a run works with. */
export interface Scene {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly shell: Shell;
  /** A visitor of its own. */
  readonly api: () => ApiClient;
  /** Addresses of API and web UI as they are reached from here. */
  readonly url: string;
  readonly uiUrl: string;
  readonly door: Door;
  /** Image of the server, by which users' Pods run too. */
  readonly serverImage: string;
  /** Runs a command on the cluster's node, as its root; undefined where there is no way there. */
  readonly onNode: ((script: string, always?: boolean) => Promise<string>) | undefined;
  /** `npm run deploy` or `npm run rollback` with these further options, in this process. Rejects unless it ends with 0. */
  readonly command: (which: 'deploy' | 'rollback', ...args: readonly string[]) => Promise<void>;
  readonly workers: () => Promise<V1Pod[]>;
  readonly users: number;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** A part of the journey. */
export interface Step {
  readonly name: string;
  /** What Cloud Run is documented to do. */
  readonly expected: string;
  /** What was seen, in a few words. Rejects with what is not as it should be, or with CannotBeTried. */
  readonly run: (scene: Scene) => Promise<string>;
}

/** A step that this cluster, or the way to it, does not allow; nothing was tried, and the message says why. */
export class CannotBeTried extends Error {
  override readonly name = 'CannotBeTried';
}
