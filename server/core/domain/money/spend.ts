import { LimitReached } from '../errors.ts';

export type SpendKind = 'llm' | 'image' | 'voice';

/** What one provider got for one kind of work. */
export interface SpendLine {
  readonly provider: string;
  readonly kind: SpendKind;
  readonly calls: number;
  readonly usd: number;
}

export interface SpendAccountOptions {
  /** The most that this video may cost; without it there is no limit. */
  readonly maxUsd?: number;
  /** What earlier runs of the same video have cost. */
  readonly spentUsd?: number;
  /** How many times, in all, a failed call may be tried again. */
  readonly retries?: number;
  /** Told of every change of the sum. */
  readonly onSpent?: (usd: number) => void;
}

export const DEFAULT_RETRIES = 20;

/** Upper bound of one provider call; a larger estimate is an error of the provider's adapter. */
export const MOST_CALL_USD = 100;

/** Whether a number can be a sum of dollars: finite and not below zero. */
export function isSum(usd: unknown): usd is number {
  return typeof usd === 'number' && Number.isFinite(usd) && usd >= 0;
}

/** Whether a number can be what one call cost. */
export function isCallCost(usd: unknown): usd is number {
  return isSum(usd) && usd <= MOST_CALL_USD;
}

/**
 * What one video spends on providers, in estimated dollars, and how often it may still try again. Money is set aside
 * before a call and settled after it, so that calls side by side do not pass the limit together.
 */
export class SpendAccount {
  readonly #maxUsd: number;
  readonly #onSpent: (usd: number) => void;
  readonly #lines = new Map<string, SpendLine>();
  #spentUsd: number;
  #reservedUsd = 0;
  #retries: number;

  constructor(options: SpendAccountOptions = {}) {
    this.#maxUsd = options.maxUsd ?? Infinity;
    this.#spentUsd = options.spentUsd ?? 0;
    this.#retries = options.retries ?? DEFAULT_RETRIES;
    this.#onSpent = options.onSpent ?? (() => undefined);
  }

  /** Sets aside what a call is estimated to cost. Throws LimitReached when the video would pass its limit. */
  reserve(usd: number): void {
    const wouldBe = this.#spentUsd + this.#reservedUsd + usd;
    // A millionth of a dollar is a rounding error of sums such as 0.1 + 0.2.
    // Written so that NaN is refused.
    if (usd !== 0 && this.#maxUsd !== Infinity && !(wouldBe <= this.#maxUsd + 1e-6)) {
      throw new LimitReached(
        `The next call would bring this video to about ${dollars(wouldBe)}; MAX_COST_PER_VIDEO_USD allows ${dollars(this.#maxUsd)}. What is finished is kept.`,
      );
    }
    this.#reservedUsd += usd;
  }

  /** Ends a reservation: `usd` is what the call is taken to have cost, 0 when it is not charged. */
  settle(
    reservedUsd: number,
    call: { readonly provider: string; readonly kind: SpendKind; usd: number },
  ): void {
    this.#reservedUsd = Math.max(0, this.#reservedUsd - reservedUsd);
    const key = `${call.kind} ${call.provider}`;
    const { calls, usd } = this.#lines.get(key) ?? { calls: 0, usd: 0 };
    this.#lines.set(key, { ...call, calls: calls + 1, usd: usd + call.usd });
    if (call.usd === 0) return;
    this.#spentUsd += call.usd;
    this.#onSpent(this.usd);
  }

  /** Takes one of the tries that are left; false when none is. */
  takeRetry(): boolean {
    if (this.#retries <= 0) return false;
    this.#retries -= 1;
    return true;
  }

  /** Earlier runs included, to a millionth. */
  get usd(): number {
    return Math.round(this.#spentUsd * 1e6) / 1e6;
  }

  /** Of this run alone. */
  get lines(): readonly SpendLine[] {
    return [...this.#lines.values()].map((line) => ({ ...line, usd: Math.round(line.usd * 1e6) / 1e6 }));
  }
}

/** "$0.04", and "$0.0004" rather than "$0.00". */
export function dollars(usd: number): string {
  if (!Number.isFinite(usd)) return 'an unknown sum';
  return `$${usd >= 0.01 || usd === 0 ? usd.toFixed(2) : usd.toFixed(4)}`;
}
