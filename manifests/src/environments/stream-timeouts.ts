import { HTTP_LIMITS } from '@shortfactory/http-server/limits';
import { FIRST_BYTE_MS } from '@shortfactory/ui/proxy-limits';
import type { Environment, ServiceKey } from './schema.ts';

/** The API ends each event stream itself after this long; browsers open it again and miss nothing. */
export const STREAM_SECONDS = HTTP_LIMITS.streamMs / 1000;

/**
 * Seconds that a request with an event stream can last in each Service on its way. In the web interface it begins
 * before the API's answer does.
 */
const LASTS: Partial<Record<ServiceKey, number>> = {
  server: STREAM_SECONDS,
  ui: STREAM_SECONDS + FIRST_BYTE_MS / 1000,
};

/** Services that the platform would make cut event streams: it logs each as truncated and counts it as an error. */
export function streamTimeoutProblems({ services }: Pick<Environment, 'services'>): string[] {
  return Object.entries(LASTS).flatMap(([key, seconds]) => {
    const { timeoutSeconds } = services[key as ServiceKey];
    return timeoutSeconds > seconds
      ? []
      : [
          `services.${key}.timeoutSeconds: ${timeoutSeconds} cuts event streams, which last up to ${seconds} s there; more was expected`,
        ];
  });
}
