import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ffmpeg } from '@shortfactory/renderer';
import type { Brought } from './storyboard.ts';

/** As long as the longest scene of the storyboard, so that none is played slower or again. */
const SECONDS = 10;
const FPS = 25;

/** Makes a film of each picture, as a phone would have filmed it: H.264 of 1920 × 1080 at 25 fps, moving all the while. */
export function filmed(ffmpeg: Ffmpeg, folder: string, signal: AbortSignal): Brought {
  return async (picture) => {
    const file = join(folder, 'filmed.mp4');
    const across = `(iw-ow)*(0.5+0.5*sin(t))`;
    await ffmpeg.run(
      {
        doing: 'film a picture',
        inputs: [{ options: ['-loop', '1', '-framerate', String(FPS)], source: `file:${picture}` }],
        filter: `[0:v]scale=2400:1350:force_original_aspect_ratio=increase,crop=1920:1080:'${across}':'(ih-oh)/2',format=yuv420p[film]`,
        outputs: [
          {
            options: [
              ...['-map', '[film]', '-t', String(SECONDS), '-c:v', 'libx264', '-preset', 'veryfast'],
              ...['-crf', '20', '-f', 'mp4'],
            ],
            file: `file:${file}`,
          },
        ],
      },
      { signal },
    );
    const film = await readFile(file);
    await rm(file);
    return film;
  };
}
