import type { UsageJson } from '@shortfactory/contract';

type Day = UsageJson['days'][number];
const DAY_MS = 24 * 60 * 60 * 1000;

/** Days with videos and providers, up to today, of somebody who may make 20 videos a day and spend 2 dollars. */
export function usageOf(from: string, to: string): UsageJson {
  const today = new Date().toISOString().slice(0, 10);
  const days: Day[] = [];
  for (let ms = Date.parse(from), i = 1; ms <= Date.parse(to); ms += DAY_MS, i++) {
    const date = new Date(ms).toISOString().slice(0, 10);
    if (date <= today && (i % 6 !== 0 || date === today)) days.push(dayOf(date, 1 + ((i * 7) % 13)));
  }
  const sum = (of: (day: Day) => number): number => days.reduce((total, day) => total + of(day), 0);
  const providers = ['gemini', 'elevenlabs', 'openrouter'].map((provider, i) => ({
    provider,
    usd: sum((day) => day.providers[i]?.usd ?? 0),
  }));
  const renewsAt = new Date(Date.parse(today) + DAY_MS).toISOString();
  return {
    ...{ from, to, days },
    quotas: [
      { name: 'videos', limit: 20, used: 7, left: 13, renewsAt },
      { name: 'minutes', limit: 15, used: 15.2, left: 0, renewsAt },
      { name: 'usd', limit: 2, used: 1.86, left: 0.14, renewsAt },
    ],
    total: {
      ...{ open: sum((day) => day.open), done: sum((day) => day.done), failed: sum((day) => day.failed) },
      ...{ cancelled: 0, minutes: sum((day) => day.minutes), usd: sum((day) => day.usd) },
      ...{ bytes: sum((day) => day.bytes), providers },
    },
  };
}

function dayOf(date: string, videos: number): Day {
  const providers = [
    { provider: 'gemini', usd: 0.06 * videos },
    { provider: 'elevenlabs', usd: 0.03 * videos },
    { provider: 'openrouter', usd: 0.01 * videos },
  ];
  return {
    ...{ date, open: 0, done: videos, failed: videos % 4 === 0 ? 1 : 0, cancelled: 0 },
    ...{ minutes: 0.6 * videos, usd: 0.11 * videos, bytes: 6_100_000 * videos, providers },
  };
}
