import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { CAPTION_LOOK } from '@shortfactory/core';
import { OfflineIllustrator } from '@shortfactory/offline';
import type { File } from '../test/double/api.ts';
import { OCTOPUS } from '../test/double/octopus.ts';

/** What each video of the double's shelf shows, and the words on its poster with the spoken one last but `after`. */
const SHOWS: Readonly<Record<string, { visual: string; words: readonly string[]; spoken: number }>> = {
  pompeii: {
    visual: 'A volcano erupting over a Roman temple at sunset.',
    words: ['the', 'last', 'hour'],
    spoken: 1,
  },
  bees: {
    visual: 'Bees over a green hill with sunflowers under a bright sun.',
    words: ['follow', 'the', 'waggle'],
    spoken: 2,
  },
  sleep: { visual: 'A bed at night under a window with a moon.', words: ['what', 'it', 'does'], spoken: 2 },
  moon: { visual: 'An astronaut on the Moon, Earth in the sky.', words: ['like', 'gunpowder'], spoken: 1 },
  light: { visual: 'A lighthouse on a rock at night over the sea.', words: ['no', 'one', 'came'], spoken: 2 },
  penguin: {
    visual: 'Two penguins on the ice, mountains behind.',
    words: ['one', 'good', 'pebble'],
    spoken: 2,
  },
  train: { visual: 'A steam train in the mountains under a big sun.', words: ['slower', 'still'], spoken: 1 },
  bread: { visual: 'Bread rising in an oven in the kitchen.', words: ['it', 'breathes'], spoken: 1 },
  coffee: { visual: 'A cup of hot coffee on a table.', words: ['not', 'energy'], spoken: 1 },
  space: { visual: 'A rocket flying past planets and stars.', words: ['seven', 'minutes'], spoken: 1 },
};
const OCTOPUS_POSTER = { words: ['it', 'stops'], spoken: 1 };
const folder = fileURLToPath(new URL('../build/pictures/', import.meta.url));
const WIDTH = 540;
const HEIGHT = 960;
const COLOURS = CAPTION_LOOK.colours;
const WIDEST_LINE = WIDTH * 0.84;
const LINE_HEIGHT = 70;

/** Pictures for screenshots, drawn once by the product's own illustrator and stored under ui/build. */
export async function pictureOf(name: string, scene: number | 'poster'): Promise<File> {
  const shows = SHOWS[name];
  const visual = shows?.visual ?? OCTOPUS.scenes[scene === 'poster' ? 3 : scene]?.visual ?? 'an octopus';
  const caption = shows ?? (name.startsWith('octopus') && scene !== 'poster' ? undefined : OCTOPUS_POSTER);
  const words = scene === 'poster' || (shows && caption) ? caption : undefined;
  const key = createHash('sha256')
    .update(JSON.stringify([4, visual, words]))
    .digest('hex')
    .slice(0, 16);
  const path = `${folder}${key}.jpg`;
  if (!existsSync(path)) {
    await mkdir(folder, { recursive: true });
    await writeFile(path, await draw(visual, words));
  }
  return { type: 'image/jpeg', bytes: await readFile(path) };
}

async function draw(visual: string, caption: { words: readonly string[]; spoken: number } | undefined) {
  const drawn = await new OfflineIllustrator().illustrate(
    { visual, imageStyle: 'flat', characters: [], widthPx: 1080, heightPx: 1920 },
    AbortSignal.timeout(60_000),
  );
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.drawImage(await loadImage(Buffer.from(drawn.bytes)), 0, 0, WIDTH, HEIGHT);
  if (caption) {
    const font = createRequire(import.meta.url).resolve(
      '@fontsource-variable/special-gothic/files/special-gothic-latin-wdth-normal.woff2',
    );
    GlobalFonts.registerFromPath(font, 'Poster');
    context.font = '700 58px Poster';
    context.fontVariationSettings = '"wght" 700, "wdth" 112';
    context.textBaseline = 'middle';
    const gap = 14;
    const widthOf = (words: readonly string[]): number =>
      words.reduce((sum, word) => sum + context.measureText(word).width + gap, -gap);
    const lines: string[][] = [[]];
    for (const word of caption.words) {
      const line = lines.at(-1) ?? [];
      if (line.length > 0 && widthOf([...line, word]) > WIDEST_LINE) lines.push([word]);
      else line.push(word);
    }
    let index = 0;
    lines.forEach((line, row) => {
      const y = 782 - (lines.length - 1 - row) * LINE_HEIGHT;
      let x = (WIDTH - widthOf(line)) / 2;
      for (const word of line) {
        const spoken = index === caption.spoken;
        const width = context.measureText(word).width;
        if (spoken) {
          context.fillStyle = COLOURS.mark;
          context.beginPath();
          context.roundRect(x - 8, y - 40, width + 16, 76, 8);
          context.fill();
        } else {
          context.strokeStyle = COLOURS.outline;
          context.lineWidth = 10;
          context.lineJoin = 'round';
          context.strokeText(word, x, y);
        }
        context.fillStyle = spoken ? COLOURS.onMark : COLOURS.text;
        context.fillText(word, x, y);
        x += width + gap;
        index += 1;
      }
    });
  }
  return canvas.encode('jpeg', 88);
}
