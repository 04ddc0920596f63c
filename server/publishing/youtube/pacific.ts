const HOUR_MS = 60 * 60 * 1000;
const IN_CALIFORNIA = new Intl.DateTimeFormat('en-US', {
  ...{ timeZone: 'America/Los_Angeles', hourCycle: 'h23' },
  ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
});

/**
 * When quotas are given anew: the next midnight of Pacific Time, in ms since 1970.
 * @see https://developers.google.com/youtube/v3/determine_quota_cost
 */
export function nextPacificMidnight(nowMs: number): number {
  const wholeMs = Math.floor(nowMs / 1000) * 1000;
  const aboutMs = wholeMs - sinceMidnight(wholeMs) + 24 * HOUR_MS;
  // A day on which the clocks change has an hour more or less.
  const offMs = sinceMidnight(aboutMs);
  return offMs === 0 ? aboutMs : offMs < 12 * HOUR_MS ? aboutMs - offMs : aboutMs + 24 * HOUR_MS - offMs;
}

function sinceMidnight(atMs: number): number {
  const part = (type: string): number =>
    Number(IN_CALIFORNIA.formatToParts(atMs).find((each) => each.type === type)?.value);
  return ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1000;
}
