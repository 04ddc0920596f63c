/** What a person may allow a key: to see, to make, to delete and to arrange. */
export const KEY_SCOPES = ['read', 'make', 'manage'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** Characters of its name, and days from its making to its end: at most, and without a wish. */
export const KEY_LIMITS = { nameChars: 60, days: 365, defaultDays: 90 } as const;
