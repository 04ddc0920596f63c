/** The parts of the Admin API's v1 objects that matter here; everything else is carried along untouched. */
export interface Metadata {
  name?: string;
  namespace?: string;
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  resourceVersion?: string;
  generation?: number;
  uid?: string;
  creationTimestamp?: string;
}

export interface TrafficTarget {
  revisionName?: string;
  latestRevision?: boolean;
  percent?: number;
  tag?: string;
  url?: string;
}

export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  lastTransitionTime: string;
}

export interface Container {
  name?: string;
  image?: string;
  env?: { name: string; value?: string; valueFrom?: unknown }[];
  ports?: { name?: string; containerPort?: number }[];
  resources?: { limits?: Record<string, string> };
  startupProbe?: object;
  [field: string]: unknown;
}

export interface Template {
  metadata?: Metadata;
  spec?: {
    containerConcurrency?: number;
    timeoutSeconds?: number;
    serviceAccountName?: string;
    containers?: Container[];
    [field: string]: unknown;
  };
}

export interface Service {
  apiVersion: string;
  kind: string;
  metadata: Metadata;
  spec: { template?: Template; traffic?: TrafficTarget[] };
  status?: {
    observedGeneration?: number;
    conditions?: Condition[];
    latestCreatedRevisionName?: string;
    latestReadyRevisionName?: string;
    url?: string;
    address?: { url: string };
    traffic?: TrafficTarget[];
  };
}

export interface Revision {
  apiVersion: string;
  kind: string;
  metadata: Metadata;
  spec: NonNullable<Template['spec']>;
  status: { conditions: Condition[] };
}

/** An answer in Google's error format. */
export class GoogleError extends Error {
  readonly code: number;
  readonly status: string;
  readonly details: readonly object[];
  constructor(code: number, status: string, message: string, details: readonly object[] = []) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
  }

  toJSON(): object {
    const { code, status, message, details } = this;
    return { error: { code, message, status, ...(details.length > 0 ? { details } : {}) } };
  }
}

/** 400 with the field at fault, as the API says it. */
export function invalid(field: string, description: string): GoogleError {
  return new GoogleError(400, 'INVALID_ARGUMENT', `${field}: ${description}`, [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field, description }] },
  ]);
}

export function notFound(message: string): GoogleError {
  return new GoogleError(404, 'NOT_FOUND', message);
}

/** Conditions that all stand alike; the first one is the terminal one. */
export function conditions(
  types: readonly string[],
  status: Condition['status'],
  why: { reason?: string; message?: string } = {},
): Condition[] {
  const lastTransitionTime = new Date().toISOString();
  return types.map((type) => ({ type, status, lastTransitionTime, ...(status === 'True' ? {} : why) }));
}

export const SERVICE_CONDITIONS = ['Ready', 'ConfigurationsReady', 'RoutesReady'] as const;
export const REVISION_CONDITIONS = ['Ready', 'ContainerHealthy', 'ResourcesAvailable', 'Active'] as const;
