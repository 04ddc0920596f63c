import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type Character, IMAGE_STYLES, type ImageStyle } from '@shortfactory/core';
import { expect } from 'chai';
import { OfflineIllustrator } from '../illustrator/index.ts';
import { planScene } from '../illustrator/scene.ts';

const illustrator = new OfflineIllustrator();

interface Asked {
  readonly style?: ImageStyle;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly characters?: readonly Character[];
}

function draw(
  visual: string,
  { style = 'flat', widthPx = 270, heightPx = 480, characters = [] }: Asked = {},
) {
  const request = { visual, imageStyle: style, characters, widthPx, heightPx };
  return illustrator.illustrate(request, new AbortController().signal);
}

/** The picture in a grid of 54 × 96 pixels: small enough to compare, large enough to tell pictures apart. */
async function pixelsOf(bytes: Uint8Array): Promise<Uint8ClampedArray> {
  const canvas = createCanvas(54, 96);
  const context = canvas.getContext('2d');
  context.drawImage(await loadImage(Buffer.from(bytes)), 0, 0, 54, 96);
  return context.getImageData(0, 0, 54, 96).data;
}

/** Mean difference of a channel, 0..255. */
function difference(first: Uint8ClampedArray, second: Uint8ClampedArray): number {
  return first.reduce((sum, value, index) => sum + Math.abs(value - (second[index] ?? 0)), 0) / first.length;
}

async function seen(visual: string, asked?: Asked): Promise<Uint8ClampedArray> {
  return pixelsOf((await draw(visual, asked)).bytes);
}

function distinctColours(pixels: Uint8ClampedArray): number {
  const colours = new Set<number>();
  for (let at = 0; at < pixels.length; at += 4) {
    colours.add(
      ((pixels[at] ?? 0) >> 4) * 256 + ((pixels[at + 1] ?? 0) >> 4) * 16 + ((pixels[at + 2] ?? 0) >> 4),
    );
  }
  return colours.size;
}

/** Share of pixels that differ clearly from the one to their right: zero for a gradient. */
function edgeShare(pixels: Uint8ClampedArray): number {
  let edges = 0;
  for (let at = 0; at + 7 < pixels.length; at += 4) {
    const step =
      Math.abs((pixels[at] ?? 0) - (pixels[at + 4] ?? 0)) +
      Math.abs((pixels[at + 1] ?? 0) - (pixels[at + 5] ?? 0));
    if (step > 40) edges++;
  }
  return edges / (pixels.length / 4);
}

/** Mean saturation (largest minus smallest channel), 0..255. */
function colourfulness(pixels: Uint8ClampedArray): number {
  let sum = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = pixels.slice(at, at + 3);
    sum += Math.max(red, green, blue) - Math.min(red, green, blue);
  }
  return sum / (pixels.length / 4);
}

describe('OfflineIllustrator', () => {
  it('says in its id that no service is asked', () => {
    expect(illustrator.id).to.match(/^offline:/);
  });

  it('draws a picture of the size asked for', async () => {
    for (const [widthPx, heightPx] of [
      [1080, 1920],
      [540, 540],
      [640, 360],
    ] as const) {
      const image = await loadImage(
        Buffer.from((await draw('A camel in the desert', { widthPx, heightPx })).bytes),
      );
      expect([image.width, image.height]).to.deep.equal([widthPx, heightPx]);
    }
  });

  it('draws the same bytes for the same request, in every style', async () => {
    for (const style of IMAGE_STYLES) {
      const [first, second] = await Promise.all([
        draw('A bee on a flower', { style }),
        draw('A bee on a flower', { style }),
      ]);
      expect(Buffer.compare(first.bytes, second.bytes), style).to.equal(0);
    }
  });

  it('draws different subjects differently', async () => {
    expect(difference(await seen('An octopus under water'), await seen('A bee on a flower'))).to.be.above(25);
  });

  it('composes two scenes of one subject differently', async () => {
    const first = await seen('An octopus with three hearts under water');
    const second = await seen('An octopus looks through a porthole');
    expect(difference(first, second)).to.be.above(12);
  });

  it('draws the four styles so that each can be told from the others', async () => {
    const pictures = await Promise.all(
      IMAGE_STYLES.map((style) => seen('A lighthouse on the coast', { style })),
    );
    pictures.forEach((picture, index) => {
      for (const other of pictures.slice(index + 1)) expect(difference(picture, other)).to.be.above(12);
    });
  });

  it('takes the colour away when everything stops', async () => {
    const alive = await seen('An octopus swims under water');
    const still = await seen('An octopus stops under water, its heart is still');
    expect(colourfulness(still)).to.be.below(colourfulness(alive) / 3);
  });

  it('paints a motif in the colour that the words name', async () => {
    /** How much more red than blue the middle of the picture is. */
    const warmth = async (visual: string): Promise<number> => {
      const pixels = await seen(visual);
      let sum = 0;
      for (let y = 30; y < 52; y++) {
        for (let x = 18; x < 36; x++) {
          const at = (y * 54 + x) * 4;
          sum += (pixels[at] ?? 0) - (pixels[at + 2] ?? 0);
        }
      }
      return sum / (22 * 18);
    };
    expect(await warmth('a red octopus in the lab')).to.be.above(
      (await warmth('a blue octopus in the lab')) + 25,
    );
    expect(await warmth('a red elephant in the snow')).to.be.above(
      (await warmth('an elephant in the snow')) + 25,
    );
  });

  it('draws a scary scene darker than a happy one', async () => {
    const lightnessOf = async (visual: string): Promise<number> => {
      const pixels = await seen(visual);
      return pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
    };
    expect(await lightnessOf('The stairs creak and somebody whispers')).to.be.below(
      (await lightnessOf('We celebrate with laughter')) - 40,
    );
  });

  it('never mirrors what bears letters, digits or a direction', async () => {
    for (const name of ['calendar', 'dollar banknote', 'rising chart', 'newspaper']) {
      for (let index = 0; index < 12; index++) {
        const { composition } = await planScene(`the ${name} ${'x'.repeat(index)}`, 'flat', []);
        for (const { flip } of composition.heroes) expect(flip, name).to.equal(false);
      }
    }
  });

  it('draws a character by its appearance wherever it is named', async () => {
    const characters = [{ name: 'Inky', appearance: 'an octopus' }];
    const named = await draw('Inky under water', { characters });
    const unknown = await draw('Inky under water');
    expect(difference(await pixelsOf(named.bytes), await pixelsOf(unknown.bytes))).to.be.above(4);
  });

  it('paints what has no place in one palette for all scenes of a story with characters', async () => {
    const visuals = ['It was over', 'That is how it is', 'So it goes on', 'And yet', 'Not at all'];
    const grounds = async (characters: readonly Character[]): Promise<number> => {
      const pictures = await Promise.all(visuals.map((visual) => seen(visual, { characters })));
      const corners = pictures.map((pixels) => pixels.slice(0, 4));
      const [first] = corners;
      return Math.max(...corners.map((corner) => difference(first ?? corner, corner)));
    };
    expect(await grounds([{ name: 'Inky', appearance: 'an octopus' }])).to.be.below(3);
    expect(await grounds([])).to.be.above(3);
  });

  it('still draws a rich picture when no word can be drawn, in every style', async () => {
    for (const style of IMAGE_STYLES) {
      const pixels = await seen('xyzzy quux', { style });
      expect(distinctColours(pixels), style).to.be.above(15);
      expect(edgeShare(pixels), style).to.be.above(0.02);
    }
  });

  it('draws odd texts without complaint', async () => {
    const texts = [
      '',
      '   ',
      'word '.repeat(120),
      '🐙❤️🚀 🏴‍☠️',
      'a\u0000b\u0007\u001b[31m fox',
      '\ud800 lone',
      '{{}}<svg onload=x>&"\'\\',
      '0',
    ];
    for (const text of texts) {
      const { bytes } = await draw(text);
      expect(edgeShare(await pixelsOf(bytes)), JSON.stringify(text)).to.be.above(0.005);
    }
  });

  it('keeps the focus clear of the captions and of the edges', async () => {
    const visuals = [
      'a lighthouse at night',
      'two penguins on ice',
      'a rocket',
      'five balloons',
      'a cat and a dog',
      'money',
      '',
      'the moon',
    ];
    for (const visual of visuals) {
      const { focus } = await draw(visual);
      expect(focus.y, visual).to.be.within(0.33, 0.52);
      expect(focus.x, visual).to.be.within(0.35, 0.65);
    }
  });

  it('gives the focus of a square picture inside it', async () => {
    const { focus } = await draw('a penguin on ice', { widthPx: 300, heightPx: 300 });
    expect(focus.y).to.be.within(0.3, 0.7);
  });

  it('stops when it is told to', async () => {
    const stopped = AbortSignal.abort(new Error('enough'));
    const request = {
      visual: 'a fox',
      imageStyle: 'flat',
      characters: [],
      widthPx: 270,
      heightPx: 480,
    } as const;
    const outcome = await illustrator.illustrate(request, stopped).catch((error: unknown) => error);
    expect(outcome).to.be.an('error').with.property('message', 'enough');
  });
});
