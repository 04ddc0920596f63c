import { execFileSync } from 'node:child_process';
import { Ffmpeg } from '@shortfactory/renderer';
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
  it('takes an animated GIF with words behind its end, and lets it move as often as the scene lasts', async () => {
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
    const { degraded, path: video } = JSON.parse(stdout) as { degraded: string[]; path: string };
    expect(degraded).to.deep.equal([]);
    const { path } = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '');
    const pixels = ['-t', '1', '-vf', 'crop=40:40:20:20,scale=1:1,format=rgb24', '-f', 'rawvideo', '-'];
    const seen = execFileSync(path, ['-v', 'error', '-i', video, ...pixels]);
    const colours = Array.from({ length: seen.length / 3 }, (_, i) =>
      (seen[3 * i] ?? 0) > (seen[3 * i + 2] ?? 0) ? 'red' : 'blue',
    );
    // Two frames of a tenth of a second each, five times in a second.
    const changes = colours.filter((colour, i) => i > 0 && colour !== colours[i - 1]).length;
    expect([colours[0], changes > 5]).to.deep.equal(['red', true]);
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
