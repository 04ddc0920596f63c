import { createCanvas, loadImage } from '@napi-rs/canvas';
import { PictureReader, PictureUnusable } from '@shortfactory/pictures';
import { expect } from 'chai';
import { fitPicture as fitWith } from '../picture/fit.ts';
import { faultOf } from '@shortfactory/testing/contracts/port';

/** A ground of one colour with a bright thing in it, as fractions of the picture. */
function picture(width: number, height: number, thing?: { x: number; y: number; size: number }): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#345';
  context.fillRect(0, 0, width, height);
  if (thing) {
    context.fillStyle = '#fd2';
    const size = thing.size * Math.min(width, height);
    context.fillRect(thing.x * width - size / 2, thing.y * height - size / 2, size, size);
  }
  return canvas.toBuffer('image/png');
}

/** Share of bright pixels. */
async function brightShare(bytes: Uint8Array): Promise<number> {
  const image = await loadImage(Buffer.from(bytes));
  const canvas = createCanvas(90, 160);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, 90, 160);
  const { data } = context.getImageData(0, 0, 90, 160);
  let bright = 0;
  for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 0) > 180) bright += 1;
  return bright / (90 * 160);
}

const reader = new PictureReader({ searchPath: process.env['PATH'] ?? '' });
const fitPicture = (bytes: Uint8Array, size: typeof FRAME): ReturnType<typeof fitWith> =>
  fitWith(reader, bytes, size, new AbortController().signal);
const FRAME = { widthPx: 540, heightPx: 960 };

describe('a picture of another size', () => {
  for (const [name, width, height] of [
    ['square', 1024, 1024],
    ['lying', 1344, 768],
    ['a little too wide', 800, 1344],
    ['too tall', 640, 1600],
  ] as const) {
    it(`that is ${name} becomes exactly the size asked for`, async () => {
      const { bytes } = await fitPicture(picture(width, height), FRAME);
      const image = await loadImage(Buffer.from(bytes));
      expect([image.width, image.height]).to.deep.equal([540, 960]);
    });
  }

  for (const x of [0.12, 0.5, 0.88]) {
    it(`keeps what is at ${x * 100} % of its width, and says where it is now`, async () => {
      const thing = { x, y: 0.4, size: 0.2 };
      const { bytes, focus } = await fitPicture(picture(1344, 768, thing), FRAME);
      // The thing is 154 of 768 pixels; of the upright part that is seen it fills about 7 %.
      expect(await brightShare(bytes)).to.be.closeTo(0.071, 0.01);
      expect(focus.x).to.be.within(0.2, 0.8);
      expect(focus.y).to.be.closeTo(0.4, 0.12);
    });
  }

  it('is cut in its middle when there is nothing to see', async () => {
    const { focus } = await fitPicture(picture(1344, 768), FRAME);
    expect(focus.x).to.be.closeTo(0.5, 0.03);
  });
});

describe('bytes that are not a usable picture', () => {
  for (const [name, bytes, words] of [
    ['text', Buffer.from('<html>a proxy says hello</html>'), 'something that is not a picture'],
    ['nothing', Buffer.alloc(0), 'something that is not a picture'],
    [
      'half a picture',
      picture(800, 1400, { x: 0.5, y: 0.5, size: 0.3 }).subarray(0, 300),
      'cannot be used: begins like PNG but cannot be decoded; the file is damaged or cut short',
    ],
    ['a thumbnail', picture(90, 160), 'too small (90 × 160)'],
  ] as const) {
    it(`are refused: ${name}`, async () => {
      const error = await faultOf(fitPicture(bytes, FRAME));
      expect(error).to.be.instanceOf(PictureUnusable);
      expect((error as Error).message).to.include(words);
    });
  }

  it('are refused before they are decoded when they would fill the memory', async () => {
    const bytes = picture(400, 400);
    // The size in the header, 60 000 × 60 000.
    bytes.writeUInt32BE(60_000, 16);
    bytes.writeUInt32BE(60_000, 20);
    expect(await faultOf(fitPicture(bytes, FRAME))).to.have.property(
      'message',
      'a picture that cannot be used: an image of 60000 × 60000 pixels; at most 40 million were expected',
    );
  });
});
