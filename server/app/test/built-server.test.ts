import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { builtServer } from '@shortfactory/testing/support/build-once';
import { expect } from 'chai';

/** What makes videos, and tenths of a second and megabytes of every start where the API loads it too. */
const OF_THE_PIPELINE = ['@napi-rs/canvas', 'fluent-ffmpeg', 'fontkit'];

/** Packages that are loaded with a built file: by its own static imports, and those of the files that it imports. */
async function loadedBy(file: string, seen = new Set<string>()): Promise<string[]> {
  if (seen.has(file)) return [];
  seen.add(file);
  const source = await readFile(file, 'utf8');
  const names = [...source.matchAll(/\b(?:from|import)\s*"([^"\n]+)"/g)].map(([, name = '']) => name);
  const ours = names.filter((name) => name.startsWith('./'));
  const theirs = await Promise.all(ours.map((name) => loadedBy(join(dirname(file), name), seen)));
  return [...names, ...theirs.flat()];
}

describe('the built server', () => {
  it('loads nothing that makes videos in the process that answers requests', async () => {
    const main = await builtServer();
    const [run = 'no run'] = /run-\w+\.js/.exec(await readFile(main, 'utf8')) ?? [];
    const loaded = async (name: string): Promise<string[]> => {
      const packages = await loadedBy(join(dirname(main), name));
      return OF_THE_PIPELINE.filter((each) => packages.includes(each));
    };
    expect(await loaded(run)).to.deep.equal([]);
    expect(await loaded('pipeline-process.js')).to.deep.equal(OF_THE_PIPELINE);
  });
});
