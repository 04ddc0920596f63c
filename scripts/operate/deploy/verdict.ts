import { z } from 'zod';

export interface Verdict {
  readonly good: boolean;
  /** One sentence for the log. */
  readonly words: string;
}

/** Where error rates are asked for: Managed Prometheus' API or any Prometheus; both speak the same protocol. */
export interface VerdictSource {
  /** The base under which /api/v1/query lies. */
  readonly url: string;
  readonly token?: string;
  /** PromQL with the ratio of failed requests of a revision, 0 … 1. */
  readonly query: (service: string, revision: string) => string;
}

const answer = z.object({
  status: z.literal('success'),
  data: z.object({ result: z.array(z.object({ value: z.tuple([z.number(), z.string()]) })) }),
});
const TIMEOUT_MS = 20_000;

/** Ratio of 5xx by Cloud Run's own count, per revision; two regions may have revisions of one name. */
export function cloudRunErrors(region: string | undefined): VerdictSource['query'] {
  const place = region === undefined ? '' : `,location="${region}"`;
  return (service, revision) => {
    const which = `monitored_resource="cloud_run_revision",service_name="${service}",revision_name="${revision}"${place}`;
    const count = (more: string): string =>
      `sum(rate(run_googleapis_com:request_count{${which}${more}}[5m]))`;
    return `${count(',response_code_class="5xx"')} / ${count('')}`;
  };
}

/** Ratio of 5xx by the server's own metrics, for a Prometheus that scrapes it. */
export function serverErrors(): string {
  return ownErrors('');
}

/** The same of one revision, for a Prometheus that labels what it scrapes by the revision, as ours on a cluster does. */
export function revisionErrors(_service: string, revision: string): string {
  return ownErrors(`revision_name="${revision}"`);
}

/** No failure at all is 0, and no request at all is no answer. */
function ownErrors(which: string): string {
  const count = (more: string): string =>
    `sum(rate(shortfactory_http_request_duration_seconds_count{${[which, more].filter(Boolean).join(',')}}[5m]))`;
  return `(${count('status_class="5xx"')} or vector(0)) / (${count('')} > 0)`;
}

/**
 * Whether the revision may go on. No requests yet is not a failure, and is said; a source that cannot be asked is one: a
 * rollout that is not watched does not go on.
 */
export async function judge(
  source: VerdictSource,
  service: string,
  revision: string,
  maxErrorRatio: number,
  signal: AbortSignal,
): Promise<Verdict> {
  const url = new URL(`${source.url.replace(/\/$/, '')}/api/v1/query`);
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(source.token === undefined ? {} : { authorization: `Bearer ${source.token}` }),
    },
    body: new URLSearchParams({ query: source.query(service, revision) }).toString(),
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  if (!response.ok) return { good: false, words: `the error rate cannot be read (${response.status})` };
  const { data } = answer.parse(await response.json());
  const ratio = Number(data.result[0]?.value[1] ?? Number.NaN);
  if (!Number.isFinite(ratio)) return { good: true, words: 'no requests were counted yet' };
  const percent = `${(100 * ratio).toFixed(2)} % of its requests failed`;
  return ratio <= maxErrorRatio
    ? { good: true, words: percent }
    : { good: false, words: `${percent}, at most ${(100 * maxErrorRatio).toFixed(2)} % may` };
}
