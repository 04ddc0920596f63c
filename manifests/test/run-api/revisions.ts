import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { conditions, GoogleError, notFound, REVISION_CONDITIONS } from './objects.ts';
import type { Condition, Revision, Service, Template } from './objects.ts';

/** What becomes of a new revision, and after how long. */
export interface Fate {
  readonly outcome: 'ready' | 'fails' | 'hangs';
  readonly afterMs: number;
  readonly message?: string;
}

const SERVICE_LABEL = 'serving.knative.dev/service';

/** Immutable copies of templates, each of which gets ready, fails or hangs once. */
export class Revisions {
  readonly #byName = new Map<string, Revision>();
  readonly #contents = new Map<string, string>();
  readonly #settled = new Map<string, Promise<void>>();
  readonly #fateOf: (revision: Revision) => Fate;
  readonly #stopped: AbortSignal;
  #counter = 0;

  constructor(fateOf: (revision: Revision) => Fate, stopped: AbortSignal) {
    this.#fateOf = fateOf;
    this.#stopped = stopped;
  }

  /** Newest first. */
  all(): Revision[] {
    return [...this.#byName.values()].reverse();
  }

  find(name: string | undefined): Revision | undefined {
    return this.#byName.get(name ?? '');
  }

  get(name: string): Revision {
    const revision = this.find(name);
    if (!revision) throw notFound(`Resource '${name}' of kind 'REVISION' does not exist.`);
    return revision;
  }

  delete(name: string): void {
    this.#byName.delete(name);
  }

  deleteOf(service: string): void {
    for (const { metadata } of this.all()) {
      if (metadata.labels?.[SERVICE_LABEL] === service) this.delete(String(metadata.name));
    }
  }

  ownerOf(name: string): string {
    return this.get(name).metadata.labels?.[SERVICE_LABEL] ?? '';
  }

  /** Whether a template makes a revision after `latest`. An existing name with other contents is refused. */
  isNew({ metadata, spec }: Template, latest: string | undefined): boolean {
    const name = metadata?.name;
    const known = this.#contents.get(name ?? latest ?? '');
    if (known === contents({ metadata: metadata ?? {}, spec: spec ?? {} })) return false;
    if (name !== undefined && known !== undefined) {
      throw new GoogleError(
        409,
        'ALREADY_EXISTS',
        `Revision named '${name}' with different configuration already exists.`,
      );
    }
    return true;
  }

  add(
    { metadata: { name: owner, namespace } }: Service,
    template: Template,
    resourceVersion: string,
  ): string {
    this.#counter += 1;
    const { metadata = {}, spec = {} } = template;
    const generated = `${String(owner)}-${String(this.#counter).padStart(5, '0')}-${randomUUID().slice(0, 3)}`;
    const name = metadata.name ?? generated;
    this.#contents.set(name, contents(template));
    const revision: Revision = {
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Revision',
      metadata: {
        ...metadata,
        name,
        ...(namespace === undefined ? {} : { namespace }),
        uid: randomUUID(),
        generation: 1,
        resourceVersion,
        creationTimestamp: new Date(Date.now() + this.#counter).toISOString(),
        labels: {
          ...metadata.labels,
          [SERVICE_LABEL]: String(owner),
          'serving.knative.dev/configuration': String(owner),
        },
      },
      spec: structuredClone(spec),
      status: { conditions: conditions(REVISION_CONDITIONS, 'Unknown') },
    };
    this.#byName.set(name, revision);
    this.#settled.set(name, this.#settle(revision, name));
    return name;
  }

  /** Resolves when a revision is ready or has failed, or is not there; one that hangs never settles. */
  settled(name: string): Promise<void> {
    return this.#settled.get(name) ?? Promise.resolve();
  }

  readyCondition(name: string): Condition | undefined {
    const revision = this.find(name);
    return revision && ready(revision);
  }

  async #settle(revision: Revision, name: string): Promise<void> {
    const { outcome, afterMs, message } = this.#fateOf(revision);
    const forever = 2 ** 30;
    await sleep(outcome === 'hangs' ? forever : afterMs, undefined, {
      signal: this.#stopped,
      ref: false,
    }).catch(() => undefined);
    if (this.#stopped.aborted) return;
    revision.status.conditions =
      outcome === 'ready'
        ? conditions(REVISION_CONDITIONS, 'True')
        : conditions(REVISION_CONDITIONS, 'False', {
            reason: 'HealthCheckContainerError',
            message:
              message ??
              `Revision '${name}' is not ready and cannot serve traffic. The user-provided container failed to start and listen on the port.`,
          });
  }
}

function ready({ status }: Revision): Condition | undefined {
  return status.conditions.find(({ type }) => type === 'Ready');
}

/** A template without its name and without what each client run adds, whatever the order of its fields. */
function contents({ metadata, spec }: Template): string {
  const without = (values: Record<string, string> = {}, prefix: string): [string, string][] =>
    Object.entries(values)
      .filter(([key]) => !key.startsWith(prefix))
      .sort();
  const parts = [
    without(metadata?.annotations, 'run.googleapis.com/client-'),
    without(metadata?.labels, 'client.knative.dev/'),
    spec,
  ];
  return JSON.stringify(parts, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
