import { readFile } from 'node:fs/promises';
import { createCanvas } from '@napi-rs/canvas';
import { put, shortJson, workplace } from './command.ts';
import type { ShortJson, Workplace } from './command.ts';

/** A title of everything that a command line or a filter graph could trip over. */
export const ODD_TITLE = "it's: 50% {\\an8} [0:v] %{pts} “é” 🦊";

/** Two scenes over pictures without anything yellow, so that the mark is the only yellow in the video. */
export const SCRIPT = {
  title: ODD_TITLE,
  language: 'en',
  scenes: [
    {
      narration: 'The quick brown fox jumps over lazy dogs.',
      visual: 'a fox in a meadow',
      upload: 'upright.jpg',
    },
    { narration: 'Every ship carries lamps at night.', visual: 'a ship at sea', upload: 'wide.png' },
  ],
} as const;

/** A picture of one dark colour that gets lighter towards its right: nothing in it is like the mark. */
export function plainPicture(kind: 'jpeg' | 'png', widthPx: number, heightPx: number, hue: number): Buffer {
  const canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  const shade = context.createLinearGradient(0, 0, widthPx, 0);
  shade.addColorStop(0, `hsl(${hue} 60% 14%)`);
  shade.addColorStop(1, `hsl(${hue} 60% 26%)`);
  context.fillStyle = shade;
  context.fillRect(0, 0, widthPx, heightPx);
  return kind === 'jpeg' ? canvas.toBuffer('image/jpeg') : canvas.toBuffer('image/png');
}

export interface Rendered {
  readonly place: Workplace;
  readonly report: ShortJson;
  /** The WebVTT file, as the command wrote it. */
  readonly vtt: string;
}

let rendered: Promise<Rendered> | undefined;

/** One short in every aspect from SCRIPT; made once for all test files. */
export function renderedShort(): Promise<Rendered> {
  rendered ??= (async () => {
    const place = workplace();
    await put(place, 'upright.jpg', plainPicture('jpeg', 900, 1600, 210));
    await put(place, 'wide.png', plainPicture('png', 1600, 900, 280));
    await put(place, 'script.json', SCRIPT);
    const report = await shortJson(
      place,
      ['--script', 'script.json', '--aspect', '9:16,1:1,16:9', '--out', 'made/short.mp4', '--project'],
      { started: true },
    );
    return { place, report, vtt: await readFile(report.captions.vtt, 'utf8') };
  })();
  return rendered;
}
