/**
 * What all instances together may spend on providers in a day (UTC). Asked before each paid call, after the video's own
 * account. Safe to call side by side.
 */
export interface DayBudget {
  /** Sets `usd` aside. Throws LimitReached, with the seconds until the next day, when the day's limit would be passed. */
  reserve(usd: number): Promise<void>;
  /** Ends a reservation with what the call is taken to have cost. */
  settle(reservedUsd: number, usd: number): void;
  /** Gives back what was set aside and not spent. Called when no call is under way; money is found again by others. */
  release(): Promise<void>;
}
