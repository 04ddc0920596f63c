import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { EMOJI_FILES } from '../captions/emoji.ts';
import { FONT_FILES } from '../captions/fonts.ts';
import { KERNEL_FILE } from '../kernel/kernel.ts';
import { addressOf, painterAddress, readPainter } from '../frames/painter.ts';
import type { Painter } from '../frames/painter.ts';

/** The same data with another value in one place, once for each place. */
function* changes(value: unknown, path = ''): Generator<{ path: string; changed: unknown }> {
  if (typeof value !== 'object' || value === null) {
    yield { path, changed: typeof value === 'number' ? value + 0.001 : `${String(value)}!` };
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    for (const { path: at, changed } of changes(inner, `${path}/${key}`)) {
      const copy: unknown = Array.isArray(value)
        ? value.map((each: unknown, i) => (String(i) === key ? changed : each))
        : { ...value, [key]: changed };
      yield { path: at, changed: copy };
    }
  }
}

describe('the address of the painter', () => {
  let painter: Painter;
  before(async () => {
    painter = await readPainter();
  });

  it('is another one for each colour, size, font, argument of ffmpeg, file and version that changes', async () => {
    const seen = new Map([[await addressOf(painter), 'unchanged']]);
    const paths: string[] = [];
    for (const { path, changed } of changes(painter)) {
      const address = await addressOf(changed as Painter);
      expect(seen.get(address), path).to.equal(undefined);
      seen.set(address, path);
      paths.push(path);
    }
    expect(paths).to.include.members([
      '/look/captions/colours/mark',
      '/look/captions/sizes/9:16/font',
      '/look/faces/0/file',
      '/canvas',
      '/files/kernel',
    ]);
  });

  it('holds the hashes of the kernel, of every font and of the emoji as they are installed', async () => {
    expect(Object.keys(painter.files)).to.have.members(['kernel', ...FONT_FILES, ...EMOJI_FILES]);
    const kernel = createHash('sha256')
      .update(await readFile(KERNEL_FILE))
      .digest('hex');
    expect(painter.files['kernel']).to.equal(kernel);
    expect(new Set(Object.values(painter.files)).size).to.equal(Object.keys(painter.files).length);
    for (const hash of Object.values(painter.files)) expect(hash).to.match(/^[0-9a-f]{64}$/);
  });

  it('is read once in a process, however often it is asked for', async () => {
    const first = painterAddress();
    expect(painterAddress()).to.equal(first);
    expect(await painterAddress()).to.equal(await addressOf(painter));
    expect(painterAddress()).to.equal(first);
  });
});
