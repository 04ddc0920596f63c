import type { Gcloud } from '../gcloud/gcloud.ts';
import { cloudRunErrors, serverErrors } from './verdict.ts';
import type { VerdictSource } from './verdict.ts';

/** Where a rollout reads error rates: a Prometheus that was named, else the project's own monitoring. */
export function errorSource(
  gcloud: Gcloud,
  project: string,
  prometheus: string | undefined,
): () => Promise<VerdictSource> {
  if (prometheus === undefined) {
    const url = `https://monitoring.googleapis.com/v1/projects/${project}/location/global/prometheus`;
    // A token lives for an hour and a deploy may take longer: each question asks for its own.
    return async () => ({
      url,
      query: cloudRunErrors,
      token: await gcloud.text(['auth', 'print-access-token']),
    });
  }
  return async () => ({ url: prometheus, query: serverErrors });
}
