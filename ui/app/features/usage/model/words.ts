/** How services write themselves; another one is shown by its id. */
const PROVIDERS: Readonly<Record<string, string>> = {
  gemini: 'Gemini',
  google: 'Google',
  elevenlabs: 'ElevenLabs',
  openai: 'OpenAI',
  openrouter: 'OpenRouter',
  groq: 'Groq',
  deepseek: 'DeepSeek',
};

/** What the page of one's usage says. */
export const words = {
  title: 'Usage',
  lead: 'What you have made and what services cost for it, by day. Days are days of UTC.',
  csv: 'Save as CSV',
  periods: 'Period',
  ninety: '90 days',
  quotas: 'Left today',
  quota: { videos: 'Videos', minutes: 'Minutes', usd: 'Dollars' },
  of: (limit: string) => `of ${limit}`,
  left: (left: string) => `${left} left.`,
  renews: (wait: string) => `Renews at 00:00 UTC, in ${wait}.`,
  nearly: 'Nearly used',
  used: 'Used up',
  byDay: 'By day',
  byWeek: 'By week',
  dollars: 'Dollars',
  videos: 'Videos',
  free: 'What is made on this installation’s own machines costs $0.00 and is counted.',
  none: (period: string) =>
    `Nothing was made in ${period}. The first video shows here a minute after it ends.`,
  bar: (date: string, videos: number, usd: string, providers: readonly string[]) =>
    [`${date}: ${videos === 1 ? '1 video' : `${videos} videos`}, ${usd}`, providers.join(', ')]
      .filter((part) => part !== '')
      .join(': '),
  table: 'The same as a table',
  caption: 'Videos, minutes and dollars by day',
  day: 'Day',
  minutes: 'Minutes',
  stopped: 'Failed or stopped',
  untold: 'Not told apart',
  sum: 'Sum',
  all: 'In all',
  provider: (id: string) => PROVIDERS[id] ?? id,
  untilNow: (date: string) => `${date}, until now`,
  note: 'Counted from the videos’ own records. A video that failed or was stopped counts with what it had cost; one that is being made counts as a video.',
  yourData: 'Take your data along, or delete it',
  stored: (size: string) => `Files of these videos take ${size}.`,
};
