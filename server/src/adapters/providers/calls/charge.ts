import { ProviderFailed } from '../../../domain/errors.ts';
import type { DayBudget } from '../../../ports/day-budget.ts';
import type { ProviderKind, ProviderOutcome, Telemetry } from '../../../ports/telemetry.ts';
import { CallFailed, CallRefused } from './failure.ts';
import type { CallFor } from './provider-calls.ts';

interface Payer {
  readonly provider: string;
  readonly kind: ProviderKind;
  readonly telemetry: Telemetry;
  readonly day?: DayBudget;
}

/**
 * The money of one try: set aside with the video's account and the day's budget before it, settled with both after it.
 * What is not known to be free counts in full: a timeout, an answer that broke off or cannot be used. An answer with an
 * error status is free.
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

  /** Throws LimitReached when either would be passed; nothing is set aside then. */
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

  end(outcome: ProviderOutcome, usd: number): void {
    const { provider, kind, telemetry, day } = this.#payer;
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
