import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SERVER_PROGRAMS, bundle } from '@shortfactory/app/build';

/** Bundles every command together with the server, in its folder, for the image that has all of it. */
const OUT = fileURLToPath(new URL('../../../build/server', import.meta.url));
await rm(OUT, { recursive: true, force: true });
await bundle({ ...SERVER_PROGRAMS, shortfactory: '../scripts/cli/shortfactory.ts' }, OUT);
