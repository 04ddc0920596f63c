import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Aspect } from '@shortfactory/core';
import { scalePlan, scaledSize } from '../ffmpeg/arguments.ts';
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
    how: Pick<PictureRef, 'focus' | 'fit' | 'graded'>,
    aspect: Aspect,
  ): Promise<ScaledPicture> {
    return { ...scaledSize(aspect), pixels: await readFile(await this.scale(image, how, aspect)) };
  }

  /** Scales a picture that `of` is going to be asked for, where that is not done yet; gives its file. */
  scale(
    image: ImageFile,
    how: Pick<PictureRef, 'focus' | 'fit' | 'graded'>,
    aspect: Aspect,
  ): Promise<string> {
    const key = JSON.stringify([image.file, how.focus, how.fit, how.graded, aspect]);
    const known =
      this.#made.get(key) ??
      this.#make(image, how, aspect, join(this.#scratch, `scaled-${this.#made.size}.yuv`));
    this.#made.set(key, known);
    return known;
  }

  async #make(
    image: ImageFile,
    { focus, fit, graded }: Pick<PictureRef, 'focus' | 'fit' | 'graded'>,
    aspect: Aspect,
    file: string,
  ): Promise<string> {
    await this.#ffmpeg.run(scalePlan(image, focus, aspect, file, { fit, graded }), { signal: this.#signal });
    return file;
  }
}
