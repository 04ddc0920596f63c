import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import sharp from 'sharp';
import { put, short, workplace } from '../command.ts';

/** A script of one sentence over a picture of one's own. */
const script = (upload: string): object => ({
  title: 'A title',
  language: 'en',
  scenes: [{ narration: 'Two words.', upload }],
});

describe('npm run short: pictures of one’s own', () => {
  it('takes an animated GIF with words behind its end, and says that the first frame is shown', async () => {
    const place = workplace();
    const frames = await Promise.all(
      ['#d02020', '#2020d0'].map((background) =>
        sharp({ create: { width: 360, height: 640, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    await put(place, 'moves.gif', Buffer.concat([gif, Buffer.from('a scanner wrote this')]));
    await put(place, 'script.json', script('moves.gif'));
    const { code, stdout, stderr } = await short(place, [
      ...['--script', 'script.json', '--out', 'x.mp4', '--json'],
    ]);
    expect(stderr).to.equal('');
    expect(code).to.equal(0);
    const { degraded, poster } = JSON.parse(stdout) as { degraded: string[]; poster: string };
    expect(degraded).to.deep.equal(['The picture of scene 1 is GIF with 2 frames; the first one is shown.']);
    const corner = { left: 20, top: 20, width: 1, height: 1 };
    const [red = 0, , blue = 0] = await sharp(readFileSync(poster)).extract(corner).raw().toBuffer();
    expect([red > 120, blue < 90]).to.deep.equal([true, true]);
  });

  it('names a PDF under a picture’s name and says what to do', async () => {
    const place = workplace();
    await put(place, 'scan.jpg', '%PDF-1.7');
    await put(place, 'script.json', script('scan.jpg'));
    const { code, stderr } = await short(place, ['--script', 'script.json', '--json']);
    expect(stderr).to.equal('script.json: /scenes/0/upload: a PDF; save it as JPEG or PNG and try again.\n');
    expect(code).to.equal(2);
  });
});
