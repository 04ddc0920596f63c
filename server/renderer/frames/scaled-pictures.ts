import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Aspect } from '@shortfactory/core';
import { scalePlan, scaledSize } from '../ffmpeg/arguments.ts';
import type { Focus } from './camera.ts';
import type { PictureRef } from './clip-plan.ts';
import type { ScaledPicture } from './clip-frames.ts';
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts';
import type { ImageFile } from '../ffmpeg/inspect.ts';

/** Pictures scaled once for an aspect, kept on disk: a clip reads its own when it starts. */
export class ScaledPictures {
  readonly #made = new Map<string, Promise<string>>();
  readonly #ffmpeg: Ffmpeg;
  readonly #scratch: string;
  readonly #signal: AbortSignal;

  constructor(ffmpeg: Ffmpeg, scratch: string, signal: AbortSignal) {
    this.#ffmpeg = ffmpeg;
    this.#scratch = scratch;
    this.#signal = signal;
  }

  async of(
    image: ImageFile,
    { focus, fit }: Pick<PictureRef, 'focus' | 'fit'>,
    aspect: Aspect,
  ): Promise<ScaledPicture> {
    const key = JSON.stringify([image.file, focus, fit, aspect]);
    let file = this.#made.get(key);
    if (!file) {
      file = this.#make(image, focus, fit, aspect, join(this.#scratch, `scaled-${this.#made.size}.yuv`));
      this.#made.set(key, file);
    }
    return { ...scaledSize(aspect), pixels: await readFile(await file) };
  }

  async #make(
    image: ImageFile,
    focus: Focus,
    fit: PictureRef['fit'],
    aspect: Aspect,
    file: string,
  ): Promise<string> {
    await this.#ffmpeg.run(scalePlan(image, focus, aspect, file, fit), { signal: this.#signal });
    return file;
  }
}
