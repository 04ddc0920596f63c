import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { OpenMetricsContentType, PrometheusContentType } from 'prom-client';
import type { MetricDefinition } from './metric-definitions.ts';

type Labels = Readonly<Record<string, string>>;

/** Calls that never throw. What cannot be recorded is dropped and counted. */
export interface Recorder {
  /** Adds to a counter or gauge. */
  add(by: number, labels?: Labels): void;
  /** Sets a counter to a sum that is counted elsewhere. */
  total(sum: number, labels?: Labels): void;
  /** Sets a gauge. */
  set(value: number, labels?: Labels): void;
  /** Notes a value of a histogram: a duration or size, not below zero; `exemplar` names a trace in which it was. */
  observe(value: number, labels?: Labels, exemplar?: Labels): void;
  /** Makes a series begin at zero. */
  begin(labels: Labels): void;
}

/**
 * The only access to prom-client, whose metrics throw for values that are not numbers and for counters that would
 * decrease. Here an invalid value loses only that observation: it is counted in `dropped` and reported to `onDrop`.
 */
export class GuardedRegistry {
  // Exemplars are only taken by a registry of this format; which format a text has is decided for each text.
  readonly registry = new Registry<PrometheusContentType | OpenMetricsContentType>();
  readonly #dropped: Counter;
  readonly #onDrop: (name: string, error: unknown) => void;

  constructor(dropped: MetricDefinition, onDrop: (name: string, error: unknown) => void) {
    this.registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
    this.#dropped = new Counter({ ...this.#options(dropped) });
    this.#onDrop = onDrop;
  }

  recorder(definition: MetricDefinition): Recorder {
    const guarded = (act: () => void): void => {
      try {
        act();
      } catch (error) {
        this.#dropped.inc();
        this.#onDrop(definition.name, error);
      }
    };
    const metric = this.#make(definition);
    const checked = (value: number): number => {
      const least = definition.type === 'gauge' ? -Infinity : 0;
      if (Number.isFinite(value) && value >= least) return value;
      throw new TypeError(`${value} is not a number that can be recorded`);
    };
    const unfit = (): never => {
      throw new TypeError(`a ${definition.type} cannot do this`);
    };
    return {
      add: (by, labels = {}) =>
        guarded(() => (metric instanceof Histogram ? unfit() : metric.inc(labels, checked(by)))),
      total: (sum, labels = {}) =>
        guarded(() => {
          if (!(metric instanceof Counter)) return unfit();
          const value = checked(sum);
          metric.remove(labels);
          metric.inc(labels, value);
        }),
      set: (value, labels = {}) =>
        guarded(() => (metric instanceof Gauge ? metric.set(labels, checked(value)) : unfit())),
      observe: (value, labels = {}, exemplarLabels = {}) =>
        guarded(() => {
          if (!(metric instanceof Histogram)) return unfit();
          if (!definition.exemplars) return metric.observe(labels, checked(value));
          metric.observe({ labels, value: checked(value), exemplarLabels });
        }),
      begin: (labels) =>
        guarded(() => (metric instanceof Histogram ? metric.zero(labels) : metric.inc(labels, 0))),
    };
  }

  #make(definition: MetricDefinition): Counter | Gauge | Histogram {
    const options = this.#options(definition);
    if (definition.type === 'counter') return new Counter(options);
    if (definition.type === 'gauge') return new Gauge(options);
    return new Histogram({
      ...options,
      ...(definition.buckets ? { buckets: [...definition.buckets] } : {}),
      ...(definition.exemplars ? { enableExemplars: true } : {}),
    });
  }

  #options({ name, help, labels }: MetricDefinition) {
    return { name, help, labelNames: [...labels], registers: [this.registry] };
  }
}
