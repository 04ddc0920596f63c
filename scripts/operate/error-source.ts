import { InputInvalid } from '../../server/src/domain/errors.ts';
import type { Gcloud } from './gcloud.ts';
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
  if (!URL.canParse(prometheus)) {
    throw new InputInvalid(
      '--prometheus',
      `“${prometheus}” is not an address; one such as http://127.0.0.1:9090 was expected.`,
    );
  }
  return async () => ({ url: prometheus, query: serverErrors });
}
