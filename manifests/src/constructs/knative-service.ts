import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { CloudOptions } from './cloud-options.ts';
import { ServiceContainer } from './container.ts';
import { OTEL_COLLECTOR, OTEL_CONFIG_VOLUME, otelCollectorContainer } from './otel-collector.ts';
import { cloudRun } from './platform.ts';
import type { Platform } from './platform.ts';
import { COLLECTOR_CONFIG_VOLUME, collectorContainer } from './prometheus.ts';
import type { Collector } from './prometheus.ts';
import { revisionName, templateHash } from './revision-name.ts';
import type { Service, ServiceSpec } from './shapes.ts';
import type { Ingress, ServiceSettings, VolumeSource } from './service-settings.ts';
import { blueGreen } from './traffic.ts';
import type { BlueGreen } from './traffic.ts';
import { violations } from '../policies/service-policies.ts';

export interface KnativeServiceProps {
  /** A DNS-1035 label; part of every address of the service. */
  readonly name: string;
  readonly platform?: Platform;
  readonly region?: string;
  /** A commit or the like, which a revision's name begins with. Without it they are named by their contents alone. */
  readonly revision?: string;
  /** Which try of the same commit and contents this is, from 2 on. */
  readonly attempt?: number;
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * A Knative Service that Cloud Run and upstream Knative both accept, described step by step. What a platform would refuse is
 * refused at synth, by name and path, before a file is written.
 */
export class KnativeService extends Construct {
  readonly name: string;
  readonly platform: Platform;
  readonly resource: ApiObject;
  readonly #labels: Readonly<Record<string, string>>;
  readonly #revision: string | undefined;
  readonly #attempt: number | undefined;
  readonly #containers: ServiceContainer[] = [];
  readonly #volumes = new Map<string, VolumeSource>();
  #settings: ServiceSettings;
  #account: string | undefined;
  #traffic: Omit<BlueGreen, 'next'> = {};

  constructor(
    scope: Construct,
    id: string,
    { name, platform, region, revision, attempt, labels }: KnativeServiceProps,
  ) {
    super(scope, id);
    this.name = name;
    this.platform = platform ?? cloudRun;
    this.#revision = revision;
    this.#attempt = attempt;
    this.#labels = labels ?? {};
    this.#settings = {
      concurrency: 80,
      timeoutSeconds: 300,
      scaling: { min: 0, max: 100 },
      ingress: 'internal',
      publicAccess: false,
      iap: false,
      billing: 'request',
      sessionAffinity: false,
      pullSecrets: [],
      dependencies: {},
      launchStage: 'GA',
      cloud: {},
      ...(region === undefined ? {} : { region }),
    };
    this.resource = new ApiObject(this, 'service', {
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Service',
      metadata: {
        name,
        labels: { ...this.#labels, ...this.#lazily(this.platform.serviceLabels) },
        annotations: this.#lazily(this.platform.serviceAnnotations),
      },
      spec: Lazy.any({ produce: () => this.#spec() }),
    });
    this.node.addValidation({ validate: () => violations(this.toService(), this.platform.name) });
  }

  description(description: string): this {
    return this.#set({ description });
  }

  scale(min: number, max: number): this {
    return this.#set({ scaling: { min, max } });
  }

  /** From where requests may come, and whether a caller needs the invoker role. */
  reachable(ingress: Ingress, by: 'anyone' | 'invokers'): this {
    return this.#set({ ingress, publicAccess: by === 'anyone' });
  }

  /**
   * Lets in only whom Google's Identity-Aware Proxy signed in, at every address; its own account is the invoker. gcloud 528
   * has it in its beta track, and a service of that stage takes what has become general since, too.
   */
  behindIap(): this {
    return this.#set({ iap: true, publicAccess: false, launchStage: 'BETA' });
  }

  billing(billing: 'request' | 'instance'): this {
    return this.#set({ billing });
  }

  serviceAccount(email: string): this {
    this.#account = email;
    return this;
  }

  requests({ concurrency, timeoutSeconds }: { concurrency: number; timeoutSeconds: number }): this {
    return this.#set({ concurrency, timeoutSeconds });
  }

  /** Settings that only Cloud Run has; another platform leaves them out. */
  onCloudRun(options: CloudOptions): this {
    return this.#set({ cloud: { ...this.#settings.cloud, ...options } });
  }

  /** Secrets by which a cluster gets images out of private registries; Cloud Run asks as the service's account. */
  pullSecrets(...names: readonly string[]): this {
    return this.#set({ pullSecrets: names });
  }

  /** Adds a container; the one with a port takes the requests. */
  container(name: string, image: string, describe: (container: ServiceContainer) => void): this {
    const container = new ServiceContainer(name, image);
    describe(container);
    this.#containers.push(container);
    return this;
  }

  volume(name: string, source: VolumeSource): this {
    this.#volumes.set(name, source);
    // The platform took disks with BETA in April 2026 and gcloud 587 (September 2026) calls them finished; BETA is taken in both.
    return source.kind === 'disk' ? this.#set({ launchStage: 'BETA' }) : this;
  }

  traffic(traffic: Omit<BlueGreen, 'next'>): this {
    this.#traffic = traffic;
    return this;
  }

  /** Adds the Managed Prometheus collector, which starts when `scraped` is up. Nothing where sidecars are not run. */
  prometheus(collector: Collector, scraped: string): this {
    if (!this.platform.sidecars) return this;
    const { config } = collector;
    this.volume(COLLECTOR_CONFIG_VOLUME, { kind: 'secret', ...config, path: 'config.yaml' });
    const container = collectorContainer(collector);
    this.#containers.push(container);
    return this.#set({ dependencies: { ...this.#settings.dependencies, [container.name]: [scraped] } });
  }

  /** Adds the OpenTelemetry collector, after which `traced` starts and before which it ends. Nothing where sidecars are not run. */
  traces(collector: Collector, traced: string): this {
    if (!this.platform.sidecars) return this;
    this.volume(OTEL_CONFIG_VOLUME, { kind: 'secret', ...collector.config, path: 'config.yaml' });
    this.#containers.push(otelCollectorContainer(collector));
    return this.#set({ dependencies: { ...this.#settings.dependencies, [traced]: [OTEL_COLLECTOR] } });
  }

  /** The document as it will be written. */
  toService(): Service {
    return this.resource.toJson() as Service;
  }

  get revisionName(): string {
    return revisionName({
      service: this.name,
      hash: templateHash(this.#template()),
      ...(this.#revision === undefined ? {} : { commit: this.#revision }),
      ...(this.#attempt === undefined ? {} : { attempt: this.#attempt }),
    });
  }

  #set(change: Partial<ServiceSettings>): this {
    this.#settings = { ...this.#settings, ...change };
    return this;
  }

  /** Values that are asked for at synth, when every step has been called. */
  #lazily(written: Platform['serviceLabels']): Record<string, string> {
    return Object.fromEntries(
      Object.entries(written).map(([key, value]) => [
        key,
        Lazy.any({ produce: () => value(this.#settings) }),
      ]),
    );
  }

  #now(written: Platform['templateAnnotations']): Record<string, string> {
    const entries = Object.entries(written).map(([key, value]) => [key, value(this.#settings)] as const);
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  #template() {
    const account = this.platform.serviceAccountName(this.#account);
    const volumes = [...this.#volumes].map(([name, source]) => this.platform.volume(name, source));
    return {
      metadata: {
        annotations: this.#now(this.platform.templateAnnotations),
        labels: this.#labels,
      },
      spec: {
        containerConcurrency: this.#settings.concurrency,
        timeoutSeconds: this.#settings.timeoutSeconds,
        ...this.platform.pod(this.#settings),
        ...(account === undefined ? {} : { serviceAccountName: account }),
        containers: this.#containers.map((container) => ({
          ...container.toSpec(),
          ...this.platform.everyContainer,
        })),
        ...(volumes.length > 0 ? { volumes } : {}),
      },
    };
  }

  #spec(): ServiceSpec {
    const template = this.#template();
    const next = this.revisionName;
    return {
      template: { ...template, metadata: { name: next, ...template.metadata } },
      traffic: blueGreen({ ...this.#traffic, next }),
    };
  }
}
