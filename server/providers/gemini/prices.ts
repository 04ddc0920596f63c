/** Dollars for a million tokens. */
interface Price {
  /** First day, UTC, on which it holds. */
  readonly from: string;
  readonly input: number;
  readonly output: number;
  /** Of an image model: its thoughts are text, and cheaper than a picture. */
  readonly thoughts?: number;
}

export interface Tokens {
  readonly input: number;
  readonly output: number;
  readonly thoughts: number;
}

/**
 * Estimates, as read in November 2026; the provider's invoice is what counts. A model that is not listed is counted as
 * the dearest of its kind. The text and voice models' lower prices end with the year 2026.
 * @see https://ai.google.dev/gemini-api/docs/pricing
 */
const PRICES: Readonly<Record<'text' | 'image' | 'voice', Readonly<Record<string, readonly Price[]>>>> = {
  text: {
    'gemini-3.8-flash': [
      { from: '2026-01-01', input: 0.75, output: 3.75 },
      { from: '2027-01-01', input: 1.5, output: 7.5 },
    ],
    'gemini-3.1-pro-preview': [{ from: '2026-01-01', input: 2, output: 12 }],
  },
  image: { 'gemini-nano-banana-2.1': [{ from: '2026-01-01', input: 1.5, output: 30, thoughts: 7.5 }] },
  voice: {
    'gemini-3.8-flash-tts': [
      { from: '2026-01-01', input: 0.5, output: 9 },
      { from: '2027-01-01', input: 1, output: 18 },
    ],
    'gemini-3.8-flash-lite-tts': [
      { from: '2026-01-01', input: 0.5, output: 6 },
      { from: '2027-01-01', input: 1, output: 12 },
    ],
  },
};

/** Cost of this number of tokens on that day, in dollars. */
export function geminiUsd(
  kind: keyof typeof PRICES,
  model: string,
  tokens: Tokens,
  nowMs = Date.now(),
): number {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const known = PRICES[kind][model];
  const candidates = (known ? [known] : Object.values(PRICES[kind])).map(
    (prices) => prices.findLast(({ from }) => from <= today) ?? (prices[0] as Price),
  );
  const costs = candidates.map(
    ({ input, output, thoughts = output }) =>
      (tokens.input * input + tokens.output * output + tokens.thoughts * thoughts) / 1e6,
  );
  return Math.max(...costs);
}

/** Output tokens of a picture; a picture that is sent along counts as input. */
export const PICTURE_TOKENS = { '1K': 1120, '2K': 1680, '4K': 3780 } as const;
const SECONDS_A_PICTURE = 5;
const AUDIO_TOKENS_A_SECOND = 32;

/** What a video costs, about, in dollars: once, and for each of its seconds. */
export interface VideoPrice {
  readonly usdPerVideo: number;
  readonly usdPerSecond: number;
}

/** What each kind of work costs, about, before anything is asked. */
export function geminiVideoPrice(
  kind: keyof typeof PRICES,
  model: string,
  size: keyof typeof PICTURE_TOKENS = '2K',
): VideoPrice {
  if (kind === 'text')
    return {
      usdPerVideo: geminiUsd(kind, model, { input: 2500, output: 5500, thoughts: 0 }),
      usdPerSecond: 0,
    };
  if (kind === 'voice')
    return {
      usdPerVideo: 0,
      usdPerSecond: geminiUsd(kind, model, { input: 5, output: AUDIO_TOKENS_A_SECOND, thoughts: 0 }),
    };
  const picture = geminiUsd(kind, model, { input: 1500, output: PICTURE_TOKENS[size], thoughts: 600 });
  return { usdPerVideo: picture, usdPerSecond: picture / SECONDS_A_PICTURE };
}
