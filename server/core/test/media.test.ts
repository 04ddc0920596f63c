import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { inspectMusic } from '@shortfactory/renderer';
import { expect } from 'chai';
import { RenderFailed } from '../domain/errors.ts';
import { audioKind, imageKind, notReadAsPicture, SNIFF_BYTES } from '../domain/media.ts';

const riff = (form: string): Buffer => Buffer.from(`RIFF\x10\0\0\0${form}fmt `, 'latin1');
const ftyp = (brand: string): Buffer => Buffer.from(`\0\0\0\x20ftyp${brand}`, 'latin1');
const hex = (digits: string): Buffer => Buffer.from(digits.replaceAll(' ', ''), 'hex');

const PICTURES: readonly [string, Buffer, string][] = [
  ['PNG', hex('89 50 4e 47 0d 0a 1a 0a 00 00 00 0d'), 'image/png'],
  ['JPEG (JFIF)', hex('ff d8 ff e0 00 10 4a 46'), 'image/jpeg'],
  ['JPEG (Exif)', hex('ff d8 ff e1 00 10 45 78'), 'image/jpeg'],
  ['WebP', riff('WEBP'), 'image/webp'],
  ['GIF', Buffer.from('GIF89a\x01\0\x01\0'), 'image/gif'],
  ['AVIF', ftyp('avif'), 'image/avif'],
  ['TIFF', Buffer.from('II*\0\x08\0\0\0'), 'image/tiff'],
  ['HEIC', ftyp('heic'), 'image/heic'],
  ['HEIC of another program', ftyp('mif1'), 'image/heic'],
  ['BMP', hex('42 4d 3a 00 00 00 00 00 00 00 36 00 00 00 28 00 00 00'), 'image/bmp'],
];
const SOUNDS: readonly [string, Buffer, string][] = [
  ['WAV', riff('WAVE'), 'audio/wav'],
  ['MP3 with a tag', Buffer.from('ID3\x04\0\0\0'), 'audio/mpeg'],
  ['MP3 (MPEG 1)', hex('ff fb 90 64'), 'audio/mpeg'],
  ['MP3 (MPEG 2)', hex('ff f3 90 64'), 'audio/mpeg'],
  ['FLAC', Buffer.from('fLaC\0\0\0\x22'), 'audio/flac'],
  ['Ogg', Buffer.from('OggS\0\x02'), 'audio/ogg'],
  ['M4A', ftyp('M4A '), 'audio/mp4'],
];
const OTHERS: readonly [string, Buffer][] = [
  ['a playlist', Buffer.from('#EXTM3U\nfile:///etc/passwd')],
  ['an ffconcat list', Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'")],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">')],
  ['an XML with an SVG', Buffer.from('<?xml version="1.0"?><svg>')],
  ['a text that begins like a BMP', Buffer.from('BMW builds cars in Munich.')],
  ['an AVI', riff('AVI ')],
  ['text', Buffer.from('Dear reader, this is not a picture.')],
  ['UTF-16 text', hex('ff fe 48 00 69 00')],
  ['a JPEG of two bytes', hex('ff d8')],
  ['a RIFF that ends early', Buffer.from('RIFF')],
  ['nothing', Buffer.alloc(0)],
];

describe('a file’s first bytes', () => {
  for (const [what, bytes, mediaType] of PICTURES) {
    it(`say ${what}, a picture and no music`, () => {
      expect(imageKind(bytes.subarray(0, SNIFF_BYTES))?.mediaType).to.equal(mediaType);
      expect(audioKind(bytes)).to.equal(undefined);
    });
  }
  for (const [what, bytes, mediaType] of SOUNDS) {
    it(`say ${what}, music and no picture`, () => {
      expect(audioKind(bytes.subarray(0, SNIFF_BYTES))?.mediaType).to.equal(mediaType);
      expect(imageKind(bytes)).to.equal(undefined);
    });
  }
  for (const [what, bytes] of OTHERS) {
    it(`of ${what} are refused`, () => {
      expect(imageKind(bytes)).to.equal(undefined);
      expect(audioKind(bytes)).to.equal(undefined);
    });
  }
});

describe('what is not read as a picture', () => {
  const zipOf = (name: string): Buffer => Buffer.from(`PK\x03\x04\x14\0\x06\0[Content_Types].xml${name}`);
  const CASES: readonly [Buffer, RegExp][] = [
    [Buffer.from('<svg xmlns="x">'), /^an SVG drawing, .*; save it as JPEG or PNG/],
    [zipOf('word/document.xml'), /^a Word document; a picture was expected$/],
    [zipOf('xl/workbook.xml'), /^an Excel workbook/],
    [zipOf('ppt/slides'), /^a PowerPoint presentation/],
    [zipOf('photos/1.jpg'), /^a ZIP file.*unpack/],
    [hex('d0 cf 11 e0 a1 b1 1a e1'), /^an old Word/],
    [Buffer.from('%PDF-1.7'), /^a PDF; save/],
    [ftyp('isom'), /^a video/],
    [ftyp('qt  '), /^a video/],
    [hex('1a 45 df a3 01 00'), /^a video/],
    [riff('WAVE'), /^a sound file/],
    [Buffer.from('8BPS\0\x01'), /^a Photoshop file/],
    [hex('ff 0a fa 1f'), /^a JPEG XL picture/],
    [Buffer.from('II*\0\x10\0\0\0CR\x02\0'), /^a camera's raw photo/],
    [Buffer.from('<!DOCTYPE html><html>'), /^a web page/],
  ];
  it('is named, with what to do', () => {
    for (const [bytes, words] of CASES) {
      expect(imageKind(bytes), String(words)).to.equal(undefined);
      expect(notReadAsPicture(bytes)).to.match(words);
    }
    expect(notReadAsPicture(Buffer.from('Dear reader'))).to.equal(undefined);
  });
});

describe('a file on disk', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'media-'));
  });
  after(() => rm(folder, { recursive: true }));

  const png = createCanvas(40, 30).toBuffer('image/png');
  async function inspected(bytes: Buffer, inspect: (file: string) => Promise<unknown>): Promise<unknown> {
    const file = join(folder, 'upload.png');
    await writeFile(file, bytes);
    return inspect(file).catch((error: unknown) => error);
  }

  it('is refused as music when it is a picture', async () => {
    const error = await inspected(png, inspectMusic);
    expect(error)
      .to.be.instanceOf(RenderFailed)
      .with.property('message')
      .that.matches(/WAV, MP3, FLAC/);
  });
});
