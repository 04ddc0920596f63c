import { whole } from '../seeded.ts';

/** How often what goes wrong, of all calls: 0 … 1. */
export interface FaultRates {
  /** Fails before anything is done; 429 is such a one. */
  readonly refused: number;
  /** Done, but the answer is lost. */
  readonly lost: number;
  /** The answer is lost, and it is done up to 120 s later. */
  readonly late: number;
  /** Done, and the client's own repetition is told that it was not. */
  readonly repeated: number;
  /** The answer takes up to half a minute. */
  readonly slow: number;
  /** The process that calls dies, before or after it is done. */
  readonly killed: number;
}

export type Fault = keyof FaultRates | 'none';

export const NO_FAULTS: FaultRates = { refused: 0, lost: 0, late: 0, repeated: 0, slow: 0, killed: 0 };

/** Every simulation has its own mix: from a quiet day to a bad one. */
export function drawRates(random: () => number): FaultRates {
  const badness = random() ** 2;
  const rate = (most: number): number => most * badness * random();
  return {
    refused: rate(0.3),
    lost: rate(0.15),
    late: rate(0.1),
    repeated: rate(0.1),
    slow: rate(0.1),
    killed: rate(0.02),
  };
}

const FAULTS = Object.keys(NO_FAULTS) as (keyof FaultRates)[];

export function drawFault(rates: FaultRates, random: () => number): Fault {
  let left = random();
  for (const fault of FAULTS) {
    left -= rates[fault];
    if (left < 0) return fault;
  }
  return 'none';
}

export const CALL_MS = { least: 2, most: 60, timeout: 10_000, slow: 30_000, late: 120_000 };

export function drawLatency(random: () => number): number {
  return whole(random, CALL_MS.least, CALL_MS.most);
}
