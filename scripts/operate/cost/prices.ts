/**
 * Google Cloud's list prices in tier 1 regions, US dollars, as read in November 2026. Verify before quoting: prices
 * change, discounts are not counted, and taxes are not either.
 * @see https://cloud.google.com/run/pricing
 */
export const PRICES = {
  run: {
    requestBased: { vcpuSecond: 0.000024, gibSecond: 0.0000025, millionRequests: 0.4 },
    /** An instance that minScale keeps, while it answers nothing, with request-based billing. */
    idle: { vcpuSecond: 0.0000025, gibSecond: 0.0000025 },
    instanceBased: { vcpuSecond: 0.000018, gibSecond: 0.000002 },
    /** A billing account's free part of each month, request-based. */
    free: { vcpuSeconds: 180_000, gibSeconds: 360_000, requests: 2_000_000 },
  },
  storage: { gibMonth: 0.02, classAThousand: 0.005, classBThousand: 0.0004 },
  egressGib: 0.12,
  secretVersionMonth: 0.06,
  millionSamples: 0.06,
  registryGibMonth: 0.1,
  /** The free part is a billing account's, each month. */
  traces: { millionSpans: 0.2, freeSpans: 2_500_000 },
  /** A version of a key in software; one more is kept after each rotation. */
  keyVersionMonth: 0.06,
  millionTasks: 0.4,
} as const;

export const MONTH_SECONDS = 30 * 24 * 3600;
