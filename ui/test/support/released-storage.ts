import { readFileSync } from 'node:fs';

/** What the pages of release 0.1.0 left in a browser's localStorage (see server/testing/releases/README.md). */
export const RELEASED_STORAGE = JSON.parse(
  readFileSync(new URL('../releases/0.1.0.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

const [name = '', text = ''] =
  Object.entries(RELEASED_STORAGE).find(([key]) => key.startsWith('sf.draft.')) ?? [];

/** The draft among it, as JSON. */
export const RELEASED_DRAFT = { id: name.slice('sf.draft.'.length), json: JSON.parse(text) as object };
