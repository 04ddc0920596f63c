import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { RenderFailed, audioKind } from '@shortfactory/core';
import type { MediaKind } from '@shortfactory/core';
import { PictureReader, PictureUnusable } from '@shortfactory/pictures';
import { expect } from 'chai';
import { untrusted } from '../ffmpeg/arguments.ts';
import { Ffmpeg } from '../ffmpeg/ffmpeg.ts';
import { Fonts } from '../captions/fonts.ts';
import { inspectMusic } from '../ffmpeg/inspect.ts';
import { Renderer } from '../renderer.ts';

const execute = promisify(execFile);

/** A file that no upload may make us read. */
const SECRET = 'the quick secret fox';

describe('files made to do harm', () => {
  const ffmpeg = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '');
  const renderer = new Renderer({ ffmpeg, fonts: new Fonts(), concurrency: 1 });
  const pictures = new PictureReader({ searchPath: process.env['PATH'] ?? '' });
  const { signal } = new AbortController();
  let folder: string;
  let secret: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hostile-'));
    secret = join(folder, 'secret.txt');
    await writeFile(secret, SECRET);
  });

  after(() => rm(folder, { recursive: true, force: true }));

  async function put(name: string, bytes: Uint8Array | string): Promise<string> {
    const file = join(folder, name);
    await writeFile(file, bytes);
    return file;
  }

  /** What the pipeline does with a picture before it is used. */
  async function asPicture(name: string, bytes: Uint8Array | string): Promise<Error | undefined> {
    const file = await put(name, bytes);
    return refusal(async () => {
      await pictures.take(await readFile(file), { signal, coverPx: 2400 });
    });
  }

  async function asMusic(name: string, bytes: Uint8Array | string): Promise<Error | undefined> {
    const file = await put(name, bytes);
    return refusal(async () => renderer.checkMusic(await inspectMusic(file), signal));
  }

  async function refusal(work: () => Promise<void>): Promise<Error | undefined> {
    try {
      await work();
      return undefined;
    } catch (error) {
      expect(error instanceof RenderFailed || error instanceof PictureUnusable, String(error)).to.equal(true);
      expect((error as Error).message)
        .to.not.include(folder)
        .and.not.include(SECRET);
      return error as Error;
    }
  }

  const playlist = (): string =>
    `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile://${secret}\n#EXT-X-ENDLIST\n`;

  it('are refused: a playlist named .mp4 as music', async () => {
    expect((await asMusic('playlist.mp4', playlist()))?.message).to.match(/^not music that can be read/);
  });

  it('are refused: a playlist behind the first bytes of a music file', async () => {
    for (const head of ['ID3\u0004\0\0\0\0\0\0', 'fLaC', 'OggS', '\0\0\0\u0018ftypmp42\0\0\0\0mp42isom']) {
      const error = await asMusic('disguised.mp3', head + playlist());
      expect(error?.message, head).to.match(/cannot be decoded/);
    }
  });

  it('are refused: a list of files named .png, with and without a picture’s first bytes', async () => {
    const list = `ffconcat version 1.0\nfile ${secret}\n`;
    expect((await asPicture('list.png', list))?.message).to.match(/^not an image/);
    const png = Buffer.from('89504e470d0a1a0a', 'hex');
    expect((await asPicture('signed.png', Buffer.concat([png, Buffer.from(list)])))?.message).to.match(
      /cannot be read|cannot be decoded/,
    );
  });

  it('are refused by their own names: what people take for a picture and what is not read', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg"><image href="file://${secret}"/></svg>`;
    for (const [content, names] of [
      [svg, /^an SVG drawing/],
      [`<?xml version="1.0"?>\n<!-- x -->\n${svg}`, /^an SVG drawing/],
      ['<?xml version="1.0"?><rss/>', /^not an image/],
      ['%PDF-1.7', /^a PDF/],
      ['%!PS-Adobe-3.0', /^a PostScript document/],
      ['BM000000', /^not an image/],
      ['\0\0\0\u0018ftypheic\0\0\0\0mif1heic', /^begins like HEIC but cannot be decoded/],
      ['PK\u0003\u0004', /^a ZIP file, such as a Word document/],
      ['\0\0\0\u0018ftypmp42\0\0\0\0mp42isom', /^a video; a picture of it was expected/],
      ['GIF89a', /^begins like GIF but cannot be decoded/],
    ] as const) {
      expect((await asPicture('picture.png', content))?.message, content).to.match(names);
    }
  });

  it('are refused by their header alone: a real PNG of 16,000 × 16,000 pixels', async () => {
    const png = grayPng(16_000);
    expect(png.length, 'small enough to be uploaded').to.be.lessThan(2_000_000);
    const from = performance.now();
    expect((await asPicture('huge.png', png))?.message).to.match(/16000 × 16000 pixels; at most 40 million/);
    // The header is read and nothing else: reading the pixels takes over a second.
    expect(performance.now() - from).to.be.lessThan(5000);
  }).timeout(20_000);

  it('are refused in the decoder: a JPEG that says it is small and then that it is 16,000 × 16,000', async () => {
    const jpeg = createCanvas(64, 64).toBuffer('image/jpeg');
    const sof = jpeg.findIndex(
      (byte, at) => byte === 0xff && (jpeg[at + 1] === 0xc0 || jpeg[at + 1] === 0xc2),
    );
    const length = 2 + jpeg.readUInt16BE(sof + 2);
    const second = Buffer.from(jpeg.subarray(sof, sof + length));
    second.writeUInt16BE(16_000, 5);
    second.writeUInt16BE(16_000, 7);
    const lying = Buffer.concat([jpeg.subarray(0, sof + length), second, jpeg.subarray(sof + length)]);
    expect((await asPicture('lying.jpg', lying))?.message).to.match(/cannot be decoded/);
  });

  it('are refused: music with more tracks than any song has', async () => {
    const file = join(folder, 'many.m4a');
    const tracks = Array.from({ length: 12 }, () => ['-map', '0:a']).flat();
    const sine = ['-f', 'lavfi', '-i', 'sine=440:d=0.2'];
    await execute(ffmpeg.path, ['-v', 'error', ...sine, ...tracks, '-c:a', 'aac', file]);
    expect((await asMusic('copied.m4a', await readFile(file)))?.message).to.match(/cannot be decoded/);
  });

  it('cannot choose how they are read: one demuxer, its own decoders, files and pipes only, small probes', () => {
    const kind = audioKind(Buffer.from('ID3')) as MediaKind;
    const options = untrusted(kind);
    const value = (name: string): string | undefined => options[options.indexOf(name) + 1];
    expect(value('-f')).to.equal('mp3');
    expect(value('-protocol_whitelist')).to.equal('file,pipe');
    expect(value('-codec_whitelist')).to.equal('mp3,mp3float');
    expect(value('-max_streams')).to.equal('8');
    expect(value('-probesize')).to.equal('5M');
    expect(value('-analyzeduration')).to.equal('5M');
  });

  it('leave alone every encoding of WAV that recorders, telephones and games write', async () => {
    const codecs = ['pcm_mulaw', 'pcm_alaw', 'adpcm_ms', 'adpcm_ima_wav', 'pcm_f32le', 'pcm_f64le'];
    const files = codecs.map((codec) => join(folder, `${codec}.wav`));
    const outputs = codecs.flatMap((codec, i) => ['-c:a', codec, files[i] ?? '']);
    await execute(ffmpeg.path, ['-v', 'error', '-f', 'lavfi', '-i', 'sine=440:d=0.4', ...outputs]);
    const refusals = await Promise.all(
      files.map(async (file, i) => asMusic(`${codecs[i]}-copy.wav`, await readFile(file))),
    );
    expect(refusals).to.deep.equal(codecs.map(() => undefined));
  });

  it('leave alone what is honest: a picture and a song with its cover', async () => {
    expect(await asPicture('honest.png', createCanvas(40, 40).toBuffer('image/png'))).to.equal(undefined);
    const cover = await put('cover.jpg', createCanvas(40, 40).toBuffer('image/jpeg'));
    const song = join(folder, 'song.m4a');
    await execute(ffmpeg.path, [
      ...['-v', 'error', '-f', 'lavfi', '-i', 'sine=440:d=1', '-i', cover, '-map', '0:a', '-map', '1:v'],
      ...['-c:a', 'aac', '-c:v', 'copy', '-disposition:v', 'attached_pic', song],
    ]);
    expect(await asMusic('honest.m4a', await readFile(song))).to.equal(undefined);
  });
});

/** A whole PNG, one grey bit a pixel, of `side` × `side`: 32 MB of pixels in some 30 KB. */
function grayPng(side: number): Buffer {
  const chunk = (type: string, content: Buffer): Buffer => {
    const bytes = Buffer.alloc(12 + content.length);
    bytes.writeUInt32BE(content.length, 0);
    bytes.write(type, 4, 'latin1');
    content.copy(bytes, 8);
    bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + content.length)), 8 + content.length);
    return bytes;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = Buffer.alloc(side * (1 + side / 8));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
