import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { withDefaults } from './defaults.ts';
import { conditions, GoogleError, notFound, SERVICE_CONDITIONS } from './objects.ts';
import type { Revision, Service, TrafficTarget } from './objects.ts';
import { Revisions } from './revisions.ts';
import type { Fate } from './revisions.ts';
import { checkService } from './rules.ts';

export interface ControlPlaneOptions {
  readonly fateOf: (revision: Revision) => Fate;
  /** The address of a service, or of one of its tags. */
  readonly addressOf: (service: string, tag: string | undefined) => Promise<string>;
}

interface Operation {
  readonly service: string;
  readonly done: Promise<void>;
  finished: boolean;
}

const OPERATION_ID = 'run.googleapis.com/operation-id';

/** Services of one region: optimistic locking, generations, conditions, traffic that follows readiness. */
export class ControlPlane {
  readonly services = new Map<string, Service>();
  readonly revisions: Revisions;
  readonly #operations = new Map<string, Operation>();
  readonly #addressOf: ControlPlaneOptions['addressOf'];
  readonly #stopped = new AbortController();
  #version = 1000;

  constructor({ fateOf, addressOf }: ControlPlaneOptions) {
    this.#addressOf = addressOf;
    this.revisions = new Revisions(fateOf, this.#stopped.signal);
  }

  close(): void {
    this.#stopped.abort();
  }

  get(name: string): Service {
    const service = this.services.get(name);
    if (!service) throw notFound(`Resource '${name}' of kind 'SERVICE' does not exist.`);
    return service;
  }

  /** POST: a new service. */
  async create(given: Service, project: string, dryRun: boolean): Promise<Service> {
    const { name = '' } = given.metadata;
    checkService(given);
    if (this.services.has(name)) {
      throw new GoogleError(409, 'ALREADY_EXISTS', `Resource '${name}' already exists.`);
    }
    return this.#write(given, undefined, project, dryRun);
  }

  /** PUT: the whole service anew. Refused when it was read before another write. */
  async replace(
    name: string,
    given: Service,
    project: string,
    dryRun: boolean,
    modifier?: string,
  ): Promise<Service> {
    const current = this.get(name);
    if (given.metadata.name !== name) {
      throw new GoogleError(400, 'INVALID_ARGUMENT', 'metadata.name does not match the URL');
    }
    checkService(given);
    const seen = given.metadata.resourceVersion;
    const { resourceVersion } = current.metadata;
    if (seen !== undefined && seen !== resourceVersion) {
      throw new GoogleError(
        409,
        'ABORTED',
        `Conflict for resource '${name}': version '${seen}' was specified but current version is '${String(resourceVersion)}'.`,
      );
    }
    return this.#write(given, current, project, dryRun, modifier);
  }

  delete(name: string): void {
    this.get(name);
    this.services.delete(name);
    this.revisions.deleteOf(name);
  }

  deleteRevision(name: string): void {
    const { spec, status } = this.get(this.revisions.ownerOf(name));
    const routed = [...(spec.traffic ?? []), ...(status?.traffic ?? [])];
    if (
      routed.some(({ revisionName }) => revisionName === name) ||
      status?.latestCreatedRevisionName === name
    ) {
      throw new GoogleError(
        400,
        'FAILED_PRECONDITION',
        `Revision '${name}' is the latest or is assigned traffic and cannot be deleted.`,
      );
    }
    this.revisions.delete(name);
  }

  /** Resolves when the operation is done or the time is over; says which. */
  async wait(id: string, timeoutMs: number): Promise<{ done: boolean; service: string }> {
    const operation = this.#operations.get(id);
    if (!operation) throw notFound(`Operation '${id}' does not exist.`);
    const { signal } = this.#stopped;
    await Promise.race([operation.done, sleep(timeoutMs, undefined, { signal }).catch(() => undefined)]);
    return { done: operation.finished, service: operation.service };
  }

  async #write(
    given: Service,
    current: Service | undefined,
    project: string,
    dryRun: boolean,
    modifier?: string,
  ): Promise<Service> {
    const service = withDefaults(given, project, modifier);
    const name = String(service.metadata.name);
    const latest = current?.status?.latestCreatedRevisionName;
    const fresh = this.revisions.isNew(service.spec.template ?? {}, latest);
    const generation = (current?.metadata.generation ?? 0) + 1;
    service.metadata = {
      ...service.metadata,
      namespace: project,
      uid: current?.metadata.uid ?? randomUUID(),
      creationTimestamp: current?.metadata.creationTimestamp ?? new Date().toISOString(),
      generation,
      resourceVersion: current?.metadata.resourceVersion ?? '0',
    };
    delete service.status;
    if (dryRun) return service;
    const { annotations = {} } = service.metadata;
    annotations['run.googleapis.com/ingress-status'] = annotations['run.googleapis.com/ingress'] ?? 'all';
    const id = randomUUID();
    service.metadata.resourceVersion = this.#nextVersion();
    annotations[OPERATION_ID] = id;
    service.metadata.annotations = annotations;
    const url = await this.#addressOf(name, undefined);
    const revision = fresh
      ? this.revisions.add(service, service.spec.template ?? {}, this.#nextVersion())
      : String(service.spec.template?.metadata?.name ?? latest);
    service.status = {
      ...current?.status,
      observedGeneration: generation,
      conditions: conditions(SERVICE_CONDITIONS, 'Unknown'),
      latestCreatedRevisionName: revision,
      url,
      address: { url },
    };
    annotations['run.googleapis.com/urls'] = JSON.stringify([url]);
    this.services.set(name, service);
    const followed = (service.spec.traffic ?? []).map((target) => target.revisionName ?? revision);
    this.#begin(id, name, this.#reconcile(name, generation, fresh ? [revision, ...followed] : followed));
    return structuredClone(service);
  }

  #begin(id: string, service: string, work: Promise<void>): void {
    const operation: Operation = { service, finished: false, done: work.then(() => this.#finish(operation)) };
    this.#operations.set(id, operation);
  }

  #finish(operation: Operation): void {
    operation.finished = true;
  }

  async #reconcile(name: string, generation: number, awaited: readonly string[]): Promise<void> {
    await Promise.all(awaited.map((revision) => this.revisions.settled(revision)));
    const service = this.services.get(name);
    // Overtaken by a later write, whose own turn settles it.
    if (service?.metadata.generation !== generation || !service.status) return;
    const { status } = service;
    const latest = status.latestCreatedRevisionName ?? '';
    if (this.revisions.readyCondition(latest)?.status === 'True') status.latestReadyRevisionName = latest;
    const problem = this.#unready(service);
    if (problem) {
      // What is served stays as it was, whatever the spec now says.
      status.conditions = conditions(SERVICE_CONDITIONS, 'False', problem);
    } else {
      status.traffic = await this.#resolved(service);
      status.conditions = conditions(SERVICE_CONDITIONS, 'True');
    }
    service.metadata.resourceVersion = this.#nextVersion();
  }

  /** Why a target of the wanted traffic cannot be served, if one cannot; a target with a tag alone counts too. */
  #unready({ spec, status }: Service): { reason: string; message: string } | undefined {
    for (const { revisionName, latestRevision } of spec.traffic ?? []) {
      const name = latestRevision === true ? status?.latestCreatedRevisionName : revisionName;
      if (!this.revisions.find(name)) {
        return {
          reason: 'RevisionMissing',
          message: `Revision "${String(name)}" referenced in traffic not found.`,
        };
      }
      const ready = this.revisions.readyCondition(String(name));
      if (ready?.status === 'False') return { reason: String(ready.reason), message: String(ready.message) };
    }
    return undefined;
  }

  #resolved({ metadata, spec, status }: Service): Promise<TrafficTarget[]> {
    const { name = '' } = metadata;
    return Promise.all(
      (spec.traffic ?? []).map(async (target) => ({
        ...target,
        ...(target.latestRevision === true ? { revisionName: status?.latestReadyRevisionName ?? '' } : {}),
        ...(target.tag === undefined ? {} : { url: await this.#addressOf(name, target.tag) }),
      })),
    );
  }

  #nextVersion(): string {
    this.#version += 1;
    return `AAY${String(this.#version).padStart(8, '0')}`;
  }
}
