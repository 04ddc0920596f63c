import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { ownerOf } from '../services/ownership.ts';
import { CallFailed } from '../services/service-driver.ts';
import type { ServiceDriver } from '../services/service-driver.ts';
import { newestFirst, readRevisions, readService } from '../services/service-state.ts';
import type { RevisionState, ServiceState, Shift } from '../services/service-state.ts';
import type { Cluster } from './cluster.ts';
import { called, KubernetesFailed } from './failure.ts';
import { shiftedTraffic } from './traffic.ts';
import { whyPodsAreNotReady } from './why-not-ready.ts';

/** Group and version of Knative's kinds. */
export const KNATIVE = { group: 'serving.knative.dev', version: 'v1' } as const;
const SERVICES = { ...KNATIVE, plural: 'services' } as const;
const REVISIONS = { ...KNATIVE, plural: 'revisions' } as const;
const FIELD_MANAGER = 'shortfactory-deploy';
/** Knative refuses a Service whose creator another write takes away. */
const KEPT_ANNOTATIONS = ['serving.knative.dev/creator', 'serving.knative.dev/lastModifier'];
/** The controllers write the status of a Service whenever they like; a version lost to that alone is no conflict. */
const MOST_STATUS_CONFLICTS = 5;

export interface ClusterOptions {
  readonly namespace: string;
  /** Changes are printed, not made; reads are made. */
  readonly dryRun: boolean;
  readonly say: (line: string) => void;
}

/** A Knative Service on a cluster. Each write carries the resourceVersion of what was seen: another one in between wins. */
export class KnativeService implements ServiceDriver {
  readonly #name: string;
  readonly #cluster: Cluster;
  readonly #options: ClusterOptions;
  readonly removal: string;

  constructor(name: string, cluster: Cluster, options: ClusterOptions) {
    this.#name = name;
    this.#cluster = cluster;
    this.#options = options;
    this.removal = `kubectl --context ${cluster.context} --namespace ${options.namespace} delete ${SERVICES.plural}.${SERVICES.group} ${name}`;
  }

  async describe(): Promise<ServiceState> {
    const answer: unknown = await this.#call('reading', () =>
      this.#cluster.objects.getNamespacedCustomObject(this.#self()),
    );
    return this.#shaped(readService, answer);
  }

  async revisions(): Promise<RevisionState[]> {
    const { namespace } = this.#options;
    const labelSelector = `serving.knative.dev/service=${this.#name}`;
    const answer: unknown = await this.#call('listing the revisions of', () =>
      this.#cluster.objects.listNamespacedCustomObject({ ...REVISIONS, namespace, labelSelector }),
    );
    return newestFirst(this.#shaped((list) => readRevisions((list as { items?: unknown }).items), answer));
  }

  async planned(file: string, seen: ServiceState | undefined): Promise<unknown> {
    // Over what stands now: a status that was written since is none of the manifest's business.
    const now = seen && (await this.describe());
    const body = await this.#body(file, now);
    const { namespace } = this.#options;
    const { objects } = this.#cluster;
    return this.#call('the dry run of', (): Promise<unknown> =>
      now === undefined
        ? objects.createNamespacedCustomObject({ ...SERVICES, namespace, body, dryRun: 'All' })
        : objects.replaceNamespacedCustomObject({ ...this.#self(), body, dryRun: 'All' }),
    );
  }

  async replace(file: string, seen: ServiceState | undefined): Promise<void> {
    const body = await this.#body(file, seen);
    const { namespace, dryRun, say } = this.#options;
    const { objects } = this.#cluster;
    say(this.#shown(seen === undefined ? 'POST' : 'PUT', file, seen));
    if (dryRun) return;
    await this.#call(seen === undefined ? 'making' : 'replacing', async () => {
      const fieldManager = FIELD_MANAGER;
      if (seen === undefined)
        await objects.createNamespacedCustomObject({ ...SERVICES, namespace, body, fieldManager });
      else await objects.replaceNamespacedCustomObject({ ...this.#self(), body, fieldManager });
    });
  }

  async shift(change: Shift, seen: ServiceState): Promise<void> {
    const { dryRun, say } = this.#options;
    const traffic = shiftedTraffic(seen.spec.traffic ?? [], change);
    say(this.#shown('PATCH', JSON.stringify({ spec: { traffic } }), seen));
    if (dryRun) return;
    let state = seen;
    for (let conflicts = 0; ; conflicts += 1) {
      const { resourceVersion } = state.metadata;
      const body = { metadata: { resourceVersion }, spec: { traffic } };
      try {
        await this.#call('dividing the requests of', () =>
          this.#cluster.objects.patchNamespacedCustomObject({
            ...this.#self(),
            body,
            fieldManager: FIELD_MANAGER,
          }),
        );
        return;
      } catch (error) {
        if (!(error instanceof KubernetesFailed) || error.code !== 409 || conflicts === MOST_STATUS_CONFLICTS)
          throw error;
        state = await this.describe();
        const { generation } = state.metadata;
        if (generation !== seen.metadata.generation || ownerOf(state) !== ownerOf(seen)) throw error;
      }
    }
  }

  why(revision: string): Promise<string | undefined> {
    return whyPodsAreNotReady(this.#cluster, this.#options.namespace, revision);
  }

  /** The manifest over what was seen, with what a manifest does not have and a replace would take away. */
  async #body(file: string, seen: ServiceState | undefined): Promise<Manifest> {
    const manifest = parse(await readFile(file, 'utf8')) as Manifest;
    const { resourceVersion, finalizers, ownerReferences } = (seen?.metadata ?? {}) as Readonly<
      Record<string, unknown>
    >;
    const kept = Object.entries(seen?.metadata.annotations ?? {}).filter(([key]) =>
      KEPT_ANNOTATIONS.includes(key),
    );
    const given = manifest.metadata['annotations'] as Record<string, string> | undefined;
    return {
      ...manifest,
      metadata: {
        ...manifest.metadata,
        namespace: this.#options.namespace,
        annotations: { ...Object.fromEntries(kept), ...given },
        ...(resourceVersion === undefined ? {} : { resourceVersion }),
        ...(finalizers === undefined ? {} : { finalizers }),
        ...(ownerReferences === undefined ? {} : { ownerReferences }),
      },
    };
  }

  #self() {
    return { ...SERVICES, namespace: this.#options.namespace, name: this.#name };
  }

  #call<T>(doing: string, call: () => Promise<T>): Promise<T> {
    const { name, plural } = this.#self();
    return called(`${doing} the Service ${this.#options.namespace}/${name}`, { name, plural }, call);
  }

  /** The request as it goes over the wire. */
  #shown(method: string, what: string, seen: ServiceState | undefined): string {
    const { group, version, namespace, plural, name } = this.#self();
    const path = `/apis/${group}/${version}/namespaces/${namespace}/${plural}${method === 'POST' ? '' : `/${name}`}`;
    const over = seen?.metadata.resourceVersion;
    return `${method} ${path} ${what}${over === undefined ? '' : ` (over resourceVersion ${over})`}`;
  }

  /** An answer of another shape does not count as a reading. */
  #shaped<T>(read: (answer: unknown) => T, answer: unknown): T {
    try {
      return read(answer);
    } catch {
      throw new CallFailed(`The answer about ${this.#name} has not the expected shape.`, 'unknown');
    }
  }
}

interface Manifest {
  readonly metadata: Record<string, unknown>;
}
