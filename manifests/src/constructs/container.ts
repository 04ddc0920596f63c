import type { Container, EnvVariable, Probe } from './shapes.ts';
import type { SecretReference } from './service-settings.ts';

/** Times of one HTTP probe. It fails after `failures` answers in a row that are not 2xx or 3xx. */
export interface HttpProbe {
  readonly path: string;
  readonly everySeconds: number;
  readonly timeoutSeconds: number;
  readonly failures: number;
  /** Where to ask, when it is not the container's own port. */
  readonly port?: number;
}

export interface Probes {
  readonly startup?: HttpProbe;
  readonly liveness?: HttpProbe;
  readonly readiness?: HttpProbe;
}

/** As Kubernetes writes them. */
export interface Quantities {
  readonly cpu: string;
  readonly memory: string;
}

/** One container of a service, filled in step by step; each step returns it. */
export class ServiceContainer {
  readonly name: string;
  readonly #image: string;
  readonly #variables = new Map<string, string | SecretReference>();
  readonly #mounts = new Map<string, string>();
  #args: readonly string[] = [];
  #port: number | undefined;
  #limits: Quantities | undefined;
  #requests: Quantities | undefined;
  #probes: Probes = {};

  constructor(name: string, image: string) {
    this.name = name;
    this.#image = image;
  }

  /** The port that takes requests; only one container of a service has one. The platform sets it as PORT. */
  port(port: number): this {
    this.#port = port;
    return this;
  }

  /** What the image's program is started with, in place of its own arguments. */
  args(...args: readonly string[]): this {
    this.#args = args;
    return this;
  }

  limits(cpu: string, memory: string): this {
    return this.resources({ cpu, memory });
  }

  /**
   * The most that it may take, and with `requests` what a node must have free for it: without, a cluster reserves the
   * limits whole. Cloud Run knows no requests.
   */
  resources({ cpu, memory, requests }: Quantities & { readonly requests?: Quantities | undefined }): this {
    this.#limits = { cpu, memory };
    this.#requests = requests;
    return this;
  }

  /** Plain variables. A name that is given again takes the later value. */
  env(variables: Readonly<Record<string, string>>): this {
    for (const [name, value] of Object.entries(variables)) this.#variables.set(name, value);
    return this;
  }

  /** Variables whose values are versions of secrets, resolved when an instance starts. */
  secrets(references: Readonly<Record<string, SecretReference>>): this {
    for (const [name, reference] of Object.entries(references)) this.#variables.set(name, reference);
    return this;
  }

  probes(probes: Probes): this {
    this.#probes = probes;
    return this;
  }

  mount(volume: string, path: string): this {
    this.#mounts.set(volume, path);
    return this;
  }

  /** As Kubernetes writes it, variables in alphabetical order so that nothing moves between two runs. */
  toSpec(): Container {
    const variables = [...this.#variables].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      name: this.name,
      image: this.#image,
      ...(this.#args.length > 0 ? { args: [...this.#args] } : {}),
      ...(this.#port === undefined ? {} : { ports: [{ name: 'http1', containerPort: this.#port }] }),
      ...(variables.length > 0 ? { env: variables.map(([name, value]) => variable(name, value)) } : {}),
      ...this.#written(),
      ...(this.#mounts.size > 0
        ? { volumeMounts: [...this.#mounts].map(([name, mountPath]) => ({ name, mountPath })) }
        : {}),
      ...this.#probe('startupProbe', this.#probes.startup),
      ...this.#probe('livenessProbe', this.#probes.liveness),
      ...this.#probe('readinessProbe', this.#probes.readiness),
    };
  }

  #written(): Pick<Container, 'resources'> {
    if (!this.#limits) return {};
    const requests = this.#requests;
    return { resources: { limits: { ...this.#limits }, ...(requests ? { requests: { ...requests } } : {}) } };
  }

  #probe(key: string, probe: HttpProbe | undefined): Record<string, Probe> {
    if (!probe) return {};
    const port = probe.port ?? this.#port;
    if (port === undefined) throw new Error(`${this.name}: ${key} needs a port`);
    return {
      [key]: {
        httpGet: { path: probe.path, port },
        periodSeconds: probe.everySeconds,
        timeoutSeconds: probe.timeoutSeconds,
        failureThreshold: probe.failures,
        ...(key === 'readinessProbe' ? { successThreshold: 1 } : {}),
      },
    };
  }
}

function variable(name: string, value: string | SecretReference): EnvVariable {
  return typeof value === 'string'
    ? { name, value }
    : { name, valueFrom: { secretKeyRef: { name: value.secret, key: value.version } } };
}
