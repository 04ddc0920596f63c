import { GoogleError } from '@shortfactory/manifests/run-api';

/**
 * How a call goes wrong on its way. lost: it happened, and the connection broke before the answer. stray: 404 that
 * names the object, though it is there. nowhere: 404 of something else on the way, in plain text.
 */
export type Refusal = 'unavailable' | 'lost' | 'conflict' | 'refused' | 'exhausted' | 'stray' | 'nowhere';

const REASONS: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  422: 'Invalid',
  429: 'TooManyRequests',
  503: 'ServiceUnavailable',
};

/** The answer of a fault, as an error of the control plane. */
export function refusal(kind: Exclude<Refusal, 'lost'>, name: string): Error {
  const what = `services.serving.knative.dev "${name}"`;
  switch (kind) {
    case 'unavailable':
      return new GoogleError(503, 'UNAVAILABLE', 'the server is currently unable to handle the request');
    case 'conflict':
      return new GoogleError(
        409,
        'ABORTED',
        `Operation cannot be fulfilled on ${what}: the object has been modified; please apply your changes to the latest version and try again`,
      );
    case 'refused':
      return new GoogleError(
        403,
        'PERMISSION_DENIED',
        `${what} is forbidden: User "ci" cannot get resource "services" in API group "serving.knative.dev" in the namespace "shortfactory"`,
      );
    case 'exhausted':
      return new GoogleError(429, 'RESOURCE_EXHAUSTED', 'the server has received too many requests');
    case 'stray':
      return new GoogleError(404, 'NOT_FOUND', `${what} not found`);
    case 'nowhere':
      return new Error('404 page not found');
  }
}

/** An error as Kubernetes answers it: a Status that names the object. */
export function statusOf(error: unknown, name: string): { code: number; body: unknown } {
  if (!(error instanceof GoogleError)) {
    const text = String(error instanceof Error ? error.message : error);
    return { code: text.startsWith('404') ? 404 : 500, body: text };
  }
  const { code, message, status } = error;
  // What is not one of our Services is named by its path.
  const [, plural = '', last = ''] = /([^/]+)\/([^/]+)$/.exec(message) ?? [];
  const details =
    name === '' ? { name: last, kind: plural } : { name, kind: 'services', group: 'serving.knative.dev' };
  return {
    code,
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      reason: status === 'ALREADY_EXISTS' ? 'AlreadyExists' : (REASONS[code] ?? 'InternalError'),
      code,
      message,
      details,
    },
  };
}
