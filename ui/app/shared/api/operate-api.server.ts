import type {
  AuditListJson,
  ChangedManyJson,
  FailuresJson,
  MaintenanceJson,
  MaintenanceRequestJson,
  OperateJobListJson,
  OperateOverviewJson,
  OperateUsageJson,
  RetryManyJson,
  StoreSizesJson,
} from '@shortfactory/contract';

/** What whoever runs the deployment asks; refused with ApiProblem 403 or 401 for everybody else. */
export interface OperateApi {
  now(): Promise<OperateOverviewJson>;
  jobs(query: OperateJobsQuery): Promise<OperateJobListJson>;
  failures(days: string): Promise<FailuresJson>;
  usage(days: string): Promise<OperateUsageJson>;
  store(): Promise<StoreSizesJson>;
  log(query: { readonly cursor?: string | undefined; readonly limit: number }): Promise<AuditListJson>;
  retry(json: RetryManyJson): Promise<ChangedManyJson>;
  cancel(ids: readonly string[]): Promise<ChangedManyJson>;
  /** Enters why somebody looks at a video that is not theirs. */
  open(id: string, why: string): Promise<void>;
  setMaintenance(json: MaintenanceRequestJson): Promise<MaintenanceJson>;
}

export interface OperateJobsQuery {
  readonly state?: string | undefined;
  readonly reason?: string | undefined;
  readonly cursor?: string | undefined;
}

type Ask = <T>(
  method: string,
  path: string,
  how?: { readonly json: unknown; readonly waitMs?: number },
) => Promise<T>;

/** A hundred jobs are changed one by one. */
const MANY_MS = 60_000;

export function operateApi(ask: Ask, query: (of: Readonly<Record<string, unknown>>) => string): OperateApi {
  const path = '/api/operate';
  return {
    now: () => ask('GET', path),
    jobs: (of) => ask('GET', `${path}/jobs${query({ ...of })}`),
    failures: (days) => ask('GET', `${path}/failures${query({ days })}`),
    usage: (days) => ask('GET', `${path}/usage${query({ days })}`),
    store: () => ask('GET', `${path}/store`),
    log: (of) => ask('GET', `${path}/log${query({ ...of })}`),
    retry: (json) => ask('POST', `${path}/jobs/retry`, { json, waitMs: MANY_MS }),
    cancel: (ids) => ask('POST', `${path}/jobs/cancel`, { json: { ids }, waitMs: MANY_MS }),
    open: (id, why) => ask('POST', `${path}/jobs/${encodeURIComponent(id)}/open`, { json: { why } }),
    setMaintenance: (json) => ask('PUT', `${path}/maintenance`, { json }),
  };
}
