/** What one owner may have in a day (UTC). What is absent is not limited. */
export interface Quota {
  /** Videos that are being made or were made; those that failed or were cancelled do not count. */
  readonly videos?: number;
  /** Of finished video, all shapes together. */
  readonly minutes?: number;
  /** Estimated dollars of services. */
  readonly usd?: number;
}

export const QUOTA_NAMES = ['videos', 'minutes', 'usd'] as const;
export type QuotaName = (typeof QUOTA_NAMES)[number];

/** How much of a quota is used up today. */
export interface QuotaState {
  readonly name: QuotaName;
  readonly limit: number;
  readonly used: number;
  /** When the day ends, and with it what was used. */
  readonly renewsMs: number;
}
