/** What a person may allow a key: to see, to make, to delete and to arrange. */
export const KEY_SCOPES = ['read', 'make', 'manage'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];
