/** Days from the making of a link to a video to its end: at most, and without a wish. */
export const LINK_LIMITS = { days: 365, defaultDays: 14 } as const;
