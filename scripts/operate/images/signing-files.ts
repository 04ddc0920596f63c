import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeFileTrace } from '@vercel/nft';

/** Installed apart (`npm ci` in that folder), as only images carry it; not there on machines that it does not run on. */
const FOLDER = fileURLToPath(new URL('signing/', import.meta.url));
const PACKAGE = 'node_modules/@contentauth/c2pa-node/';
/** Found by its name only, while the package runs. */
const NATIVE = `${PACKAGE}dist/index.node`;

/**
 * The files of what signs by C2PA, and where each lies in the image: its own packages inside of it, as others use other
 * versions of them.
 */
export async function signingFiles(): Promise<{ readonly from: string; readonly to: string }[]> {
  const entry = `${FOLDER}${PACKAGE}dist/index.js`;
  if (!existsSync(entry)) return [];
  const { fileList } = await nodeFileTrace([entry], { base: FOLDER, processCwd: FOLDER });
  return [...fileList, NATIVE].map((file) => ({
    from: `${FOLDER}${file}`,
    to: file.startsWith(PACKAGE) ? file : `${PACKAGE}${file}`,
  }));
}
