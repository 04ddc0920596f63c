import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../build/', import.meta.url));

/**
 * What the next rollout brings: the same pages under another version, with scripts of other names, and none of today's
 * files. Gives its bundle, and a function that removes it.
 */
export async function nextBuild(): Promise<{ readonly bundle: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ui-next-build-'));
  await cp(built, folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const assets = join(folder, 'client/assets');
  const names = await readdir(assets);
  // Compressed copies would still have the old names in them.
  await Promise.all(names.filter((name) => /\.(?:br|gz)$/.test(name)).map((name) => rm(join(assets, name))));
  const scripts = names.filter((name) => name.endsWith('.js'));
  const renamed = new Map(scripts.map((name) => [name, name.replace(/.{8}\.js$/, 'nextnext.js')] as const));
  const taken = new Set<string>();
  for (const [name, next] of renamed) {
    if (taken.has(next))
      renamed.set(name, next.replace('nextnext', `next${String(taken.size).padStart(4, '0')}`));
    taken.add(renamed.get(name) ?? '');
  }
  const later = (await readdir(join(folder, 'later'))).map((name) => join(folder, 'later', name));
  const texts = [...scripts.map((name) => join(assets, name)), join(folder, 'server.js'), ...later];
  const version = /manifest-([0-9a-f]{8})\.js/.exec(scripts.join(' '))?.[1] ?? '';
  for (const path of texts) {
    let text = await readFile(path, 'utf8');
    for (const [name, next] of renamed) text = text.replaceAll(name, next);
    await writeFile(path, text.replaceAll(`"${version}"`, '"nextnext"'));
  }
  for (const [name, next] of renamed) await rename(join(assets, name), join(assets, next));
  return {
    bundle: join(folder, 'server.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
