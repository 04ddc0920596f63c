import { fileURLToPath } from 'node:url';

/** The repository's own folder, with `/` at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
