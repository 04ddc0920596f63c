import { MOST_CALL_USD } from '@shortfactory/core';
import type { DayBudget, Log, ProviderKind, SpendAccount, Telemetry } from '@shortfactory/core';
import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
} from 'cockatiel';
import type { CircuitBreakerPolicy } from 'cockatiel';
import pLimit from 'p-limit';
import { CallFailed } from './failure.ts';
import { Charge } from './charge.ts';
import { retrying } from './retrying.ts';

export interface CallLimits {
  /** How long one try may take. */
  readonly timeoutMs: number;
  /** How long a call may take with all its tries and the waiting between them. */
  readonly deadlineMs: number;
  readonly tries: number;
  /** Most concurrent calls; others are queued. */
  readonly concurrency: number;
  /** Waiting before the second try; doubles, with jitter, for each one after it. */
  readonly backoffMs: number;
  /** A provider that asks for a longer pause than this is not retried. */
  readonly maxPauseMs: number;
  /** After so many failures in a row, the provider is not called for `restMs`. */
  readonly faultsInARow: number;
  readonly restMs: number;
}

export interface ProviderCallsOptions extends CallLimits {
  /** First part of its ports' ids, and its label in metrics. */
  readonly provider: string;
  /** Display name of the provider. */
  readonly label: string;
  readonly kind: ProviderKind;
  readonly telemetry: Telemetry;
  readonly day?: DayBudget;
  readonly log?: Log;
}

/** The signal, account and estimate of a call. */
export interface CallFor {
  readonly signal: AbortSignal;
  readonly account?: SpendAccount | undefined;
  /** Estimated cost; reserved before each try. */
  readonly usd: number;
}

export interface Answer<T> {
  readonly value: T;
  /** The cost that the provider states, else the estimate. Undefined when the stated cost is not usable. */
  readonly usd: number | undefined;
}

/**
 * All calls to a provider for one kind of work, shared by all runs of this process: a timeout and a deadline, retries
 * with jitter that honour Retry-After and the run's budget, a concurrency limit, a circuit breaker, money reserved
 * before and settled after each try, and telemetry. Throws CallFailed, what `work` throws, LimitReached, or the
 * signal's reason; it never exceeds the deadline by more than a moment.
 */
export class ProviderCalls {
  readonly #options: ProviderCallsOptions;
  readonly #turn: ReturnType<typeof pLimit>;
  readonly #breaker: CircuitBreakerPolicy;
  /** By the monotonic clock; the provider asked all callers to wait until then. */
  #pausedUntilMs = 0;
  #oddCosts = 0;

  constructor(options: ProviderCallsOptions) {
    this.#options = options;
    this.#turn = pLimit(options.concurrency);
    // A busy provider is retried later, and a rejected request says nothing about its health.
    this.#breaker = circuitBreaker(
      handleWhen((error) => error instanceof CallFailed && (error.kind === 'down' || error.kind === 'key')),
      { halfOpenAfter: options.restMs, breaker: new ConsecutiveBreaker(options.faultsInARow) },
    );
  }

  /** `work` makes one request and validates its response; it is called again when its error is temporary. */
  async call<T>(wanted: CallFor, work: (signal: AbortSignal) => Promise<Answer<T>>): Promise<T> {
    wanted.signal.throwIfAborted();
    const started = this.#turn(() => {
      wanted.signal.throwIfAborted();
      return this.#withTries(wanted, work);
    });
    return orAborted(started, wanted.signal);
  }

  async #withTries<T>(wanted: CallFor, work: (signal: AbortSignal) => Promise<Answer<T>>): Promise<T> {
    const { label, deadlineMs } = this.#options;
    const late = AbortSignal.timeout(deadlineMs);
    const signal = AbortSignal.any([wanted.signal, late]);
    try {
      return await retrying(
        this.#options,
        wanted.account,
        signal,
        () => this.#try({ ...wanted, signal }, work),
        {
          pausedMs: () => this.#pausedUntilMs - performance.now(),
          pause: (ms) => (this.#pausedUntilMs = Math.max(this.#pausedUntilMs, performance.now() + ms)),
        },
      );
    } catch (error) {
      wanted.signal.throwIfAborted();
      if (!late.aborted) throw error;
      // The error of the last try is more specific than the timeout.
      throw error instanceof CallFailed
        ? error
        : new CallFailed('down', `${label} did not deliver within ${Math.round(deadlineMs / 1000)} s.`, {
            charged: true,
          });
    }
  }

  /** Logged once: a provider that does it once does it with every response. */
  #noteOddCost(): void {
    this.#oddCosts += 1;
    if (this.#oddCosts > 1) return;
    const { provider, label, kind, log } = this.#options;
    log?.warn(
      `${label} states a use that cannot be (from 0 to ${MOST_CALL_USD} dollars a call was expected); its calls are counted as estimated.`,
      { provider, kind },
    );
  }

  async #try<T>(wanted: CallFor, work: (signal: AbortSignal) => Promise<Answer<T>>): Promise<T> {
    const { label, timeoutMs, restMs, faultsInARow } = this.#options;
    const limited = timeout(timeoutMs, TimeoutStrategy.Aggressive);
    const attempt = async (): Promise<T> => {
      const charge = await Charge.begin({ ...this.#options, onOddCost: () => this.#noteOddCost() }, wanted);
      try {
        const { value, usd } = await limited.execute(({ signal }) => work(signal), wanted.signal);
        charge.end('ok', usd);
        return value;
      } catch (error) {
        const seconds = Math.round(timeoutMs / 100) / 10;
        const slow = error instanceof TaskCancelledError && !wanted.signal.aborted;
        const fault = slow
          ? new CallFailed('down', `${label} did not answer within ${seconds} s.`, { charged: true })
          : error;
        charge.failed(fault, wanted.signal.aborted);
        wanted.signal.throwIfAborted();
        throw fault;
      }
    };
    try {
      return await this.#breaker.execute(attempt);
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new CallFailed(
        'resting',
        `${label} failed ${faultsInARow} times in a row and is left alone for ${Math.ceil(restMs / 1000)} s.`,
      );
    }
  }
}

/** The work's result, or the signal's reason as soon as it is aborted, whatever the work is waiting for. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
