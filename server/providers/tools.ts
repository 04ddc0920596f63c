import type { Config, ModelRef } from '@shortfactory/config';
import type {
  Clock,
  DayBudget,
  Log,
  ObjectStore,
  ProviderKind,
  SecretName,
  SecretSource,
  Telemetry,
  Traces,
} from '@shortfactory/core';
import type { PictureReader } from '@shortfactory/pictures';
import { ProviderCalls } from './calls/provider-calls.ts';
import type { CallLimits } from './calls/provider-calls.ts';

/** Dependencies of a provider. */
export interface Tools {
  readonly config: Config;
  readonly secrets: Pick<SecretSource, 'get'>;
  readonly store: ObjectStore;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly log?: Log;
  readonly traces?: Traces;
  /** Decodes pictures of services. */
  readonly pictures: Pick<PictureReader, 'take'>;
  readonly day?: DayBudget;
  /** Other limits than the usual ones, for every provider. */
  readonly limits?: Partial<CallLimits>;
}

/** A provider of one port, ready for calls. */
export interface Provider<P> {
  readonly port: P;
  /** What it costs, about: once a video, and for a second of it. */
  readonly usdPerVideo: number;
  readonly usdPerSecond: number;
  /** The cheapest call that verifies the credentials; returns a short text. Throws CallFailed. */
  check(signal: AbortSignal): Promise<string>;
  /** Stops what it started. */
  close?(): void;
}

/** Builds a provider; undefined when it is not set up, which the configuration allows as long as another one is. */
export type Build<P> = (tools: Tools) => Provider<P> | undefined;

/** Builds a provider that is a model of an endpoint. */
export type BuildModel<P> = (tools: Tools, ref: ModelRef) => Provider<P>;

/** Timeouts by kind of work: a picture takes longer than a sentence. */
const LIMITS: Readonly<Record<ProviderKind, Pick<CallLimits, 'timeoutMs' | 'deadlineMs'>>> = {
  llm: { timeoutMs: 60_000, deadlineMs: 150_000 },
  image: { timeoutMs: 120_000, deadlineMs: 270_000 },
  voice: { timeoutMs: 60_000, deadlineMs: 150_000 },
};

/** The calls to a provider for one kind of work, with all limits; `limits` are those in which it differs. */
export function callsFor(
  tools: Tools,
  kind: ProviderKind,
  provider: string,
  label: string,
  limits: Partial<CallLimits> = {},
): ProviderCalls {
  return new ProviderCalls({
    ...{ provider, label, kind, telemetry: tools.telemetry },
    ...(tools.day ? { day: tools.day } : {}),
    ...(tools.log ? { log: tools.log } : {}),
    ...LIMITS[kind],
    tries: 3,
    concurrency: tools.config.PROVIDER_CONCURRENCY,
    backoffMs: 1000,
    maxPauseMs: 30_000,
    faultsInARow: 5,
    restMs: 30_000,
    ...limits,
    ...tools.limits,
  });
}

/**
 * Whether one of these secrets can be expected. Those of the environment are known; those of Secret Manager are known
 * only when they are read, so there a provider that is listed counts as set up.
 */
export function hasKey({ SECRETS, ...config }: Config, names: readonly SecretName[]): boolean {
  return SECRETS === 'secret-manager' || names.some((name) => config[name] !== undefined);
}
