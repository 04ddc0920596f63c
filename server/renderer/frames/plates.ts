import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Aspect } from '@shortfactory/core';
import { platePlan, plateSize } from '../ffmpeg/arguments.ts';
import type { Focus } from './camera.ts';
import type { Plate } from './clip-frames.ts';
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts';
import type { ImageFile } from '../ffmpeg/inspect.ts';

/** Plates made once an image and aspect, kept on disk: a clip reads its own when it starts. */
export class Plates {
  readonly #made = new Map<string, Promise<string>>();
  readonly #ffmpeg: Ffmpeg;
  readonly #scratch: string;
  readonly #signal: AbortSignal;

  constructor(ffmpeg: Ffmpeg, scratch: string, signal: AbortSignal) {
    this.#ffmpeg = ffmpeg;
    this.#scratch = scratch;
    this.#signal = signal;
  }

  async of(image: ImageFile, focus: Focus, aspect: Aspect): Promise<Plate> {
    const key = JSON.stringify([image.file, focus, aspect]);
    let file = this.#made.get(key);
    if (!file) {
      file = this.#make(image, focus, aspect, join(this.#scratch, `plate-${this.#made.size}.yuv`));
      this.#made.set(key, file);
    }
    return { ...plateSize(aspect), pixels: await readFile(await file) };
  }

  async #make(image: ImageFile, focus: Focus, aspect: Aspect, file: string): Promise<string> {
    await this.#ffmpeg.run(platePlan(image, focus, aspect, file), { signal: this.#signal });
    return file;
  }
}
