import type { FailureKind } from '../services/service-driver.ts';

const REFUSED =
  /permission|denied|forbidden|unauthenticated|unauthorized|credential|reauth|may not exist|\b40[13]\b|has not been used|is disabled|billing/i;
const PASSING =
  /quota|rate.?limit|too many|exhausted|unavailable|deadline|internal|aborted|conflict|timed? ?out|in time|connection|temporar|\b(409|429|5\d\d)\b/i;
/** @see what `describe` of each kind of resource says, in the client's sources */
const ABSENT = [
  /^ERROR: \(gcloud\.run\.services\.describe\) Cannot find service \[[^\]]+\]$/,
  /^ERROR: (\(gcloud\.[^)]+\) )?NOT_FOUND: /,
  /^ERROR: \(gcloud\.storage\.[^)]+\) gs:\/\/\S+ not found: 404\.?$/,
  /^ERROR: \(gcloud\.compute\.[^)]+\) Could not fetch resource:\s+- The resource '[^']+' was not found$/,
];

/** What a failed call of gcloud means, by its own words. */
export function failureKind(stderr: string): FailureKind {
  const said = lastError(stderr);
  if (REFUSED.test(said)) return 'refused';
  if (PASSING.test(said)) return 'passing';
  return ABSENT.some((sentence) => sentence.test(said)) ? 'absent' : 'unknown';
}

/** Whether a `create` failed because what it makes is there already. */
export function saysPresent(stderr: string): boolean {
  const said = lastError(stderr);
  return /ALREADY_EXISTS|already exists/i.test(said) && !REFUSED.test(said);
}

/** The error itself, without warnings before it and without the sentence about who asked, which stands in each. */
function lastError(stderr: string): string {
  const from = stderr.lastIndexOf('ERROR:');
  return stderr
    .slice(Math.max(from, 0))
    .replace(/\s*This command is (un)?authenticated .*/s, '')
    .trim();
}
