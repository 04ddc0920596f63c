import { ProviderFailed, isCallCost } from '@shortfactory/core';
import type { DayBudget, ProviderKind, ProviderOutcome, Telemetry } from '@shortfactory/core';
import { CallFailed, CallRefused } from './failure.ts';
import type { CallFor } from './provider-calls.ts';

interface Payer {
  readonly provider: string;
  readonly kind: ProviderKind;
  readonly telemetry: Telemetry;
  readonly day?: DayBudget;
  /** Called when a response states an impossible cost. */
  readonly onOddCost: () => void;
}

/**
 * The cost of one try: reserved on the video's account and the day's budget before it, settled on both after it. What
 * is not known to be free counts in full: a timeout, a response that was cut off or cannot be used. A response with an
 * error status is free. An impossible stated cost (NaN, below zero, more than any call costs) counts as the estimate.
 * @see https://ai.google.dev/gemini-api/docs/billing
 */
export class Charge {
  readonly #payer: Payer;
  readonly #wanted: CallFor;
  readonly #startMs = performance.now();

  private constructor(payer: Payer, wanted: CallFor) {
    this.#payer = payer;
    this.#wanted = wanted;
  }

  /** Throws LimitReached when either limit would be exceeded; nothing is reserved then. */
  static async begin(payer: Payer, wanted: CallFor): Promise<Charge> {
    const { usd, account } = wanted;
    account?.reserve(usd);
    try {
      await payer.day?.reserve(usd);
    } catch (error) {
      account?.settle(usd, { provider: payer.provider, kind: payer.kind, usd: 0 });
      throw error;
    }
    return new Charge(payer, wanted);
  }

  /** @param stated in dollars; undefined when the response does not state it in a usable way. */
  end(outcome: ProviderOutcome, stated: number | undefined): void {
    const { provider, kind, telemetry, day, onOddCost } = this.#payer;
    if (!isCallCost(stated)) onOddCost();
    const usd = isCallCost(stated) ? stated : this.#wanted.usd;
    this.#wanted.account?.settle(this.#wanted.usd, { provider, kind, usd });
    day?.settle(this.#wanted.usd, usd);
    const seconds = (performance.now() - this.#startMs) / 1000;
    telemetry.record({ type: 'provider-called', kind, provider, outcome, seconds, costUsd: usd });
  }

  failed(error: unknown, cancelled: boolean): void {
    const { usd } = this.#wanted;
    if (cancelled) return this.end('cancelled', usd);
    if (error instanceof CallRefused) return this.end('failed', error.usd);
    const free = error instanceof CallFailed && !error.charged;
    const retryable = error instanceof ProviderFailed && error.retryable;
    this.end(retryable ? 'retryable' : 'failed', free ? 0 : usd);
  }
}
