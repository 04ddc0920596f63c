import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiDouble } from '../test/double/api.ts';
import { startUi } from '../test/support/built-ui.ts';
import { EVERY_PAGE, everyVideo } from '../test/support/every-page.ts';

/** Writes every page of the built UI, over the tests' double of the API, into a folder as NAME.html. */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Where to? A folder was expected.\n');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const api = new ApiDouble();
api.videos = everyVideo(Date.now());
const ui = await startUi(await api.listen());
try {
  for (const [name, path] of Object.entries(EVERY_PAGE)) {
    const page = await fetch(ui.url + path);
    await writeFile(join(folder, `${name}.html`), Buffer.from(await page.arrayBuffer()));
  }
} finally {
  await ui.stop();
  await api.close();
}
