/**
 * The pause that a provider asks for, in ms: the Retry-After header (seconds or a date), or google.rpc.RetryInfo in an
 * error's details ("retryDelay": "12s"). Undefined when it is absent or neither of these.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 * @see https://github.com/googleapis/googleapis/blob/master/google/rpc/error_details.proto
 */
export function retryAfterMs(header: string | null, body: unknown, nowMs: number): number | undefined {
  if (header !== null && /^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  // Date.parse takes "-5" and "12x" for years.
  const date = header !== null && /^[A-Z][a-z]+, .* GMT$/.test(header.trim()) ? Date.parse(header) : NaN;
  if (Number.isFinite(date)) return Math.max(0, date - nowMs);
  const delay = /"retryDelay"\s*:\s*"(\d{1,9}(?:\.\d+)?)s"/.exec(JSON.stringify(body) ?? '')?.[1];
  return delay === undefined ? undefined : Math.round(Number(delay) * 1000);
}
