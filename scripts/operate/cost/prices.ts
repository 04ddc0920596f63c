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
  millionTasks: 0.4,
} as const;

export const MONTH_SECONDS = 30 * 24 * 3600;
