import { basename, join } from 'node:path';
import type { Aspect } from '@shortfactory/core';
import type { ClipPlan, ClipSource, ImageFile, ScaledPictures } from '@shortfactory/renderer';
import { fetchImage } from '../artifacts/fetch-image.ts';
import { fetchParts } from '../artifacts/fetch-part.ts';
import type { RenderContext } from '../stage.ts';
import type { Picture } from '../uploads.ts';

/** Where the clips of one pass are made: their files, and those of the pictures and clips that they show, each fetched once. */
export class ClipRoom {
  readonly #context: RenderContext;
  readonly #language: string;
  readonly #clips = new Map<string, Promise<string>>();
  readonly #rendered = new Set<string>();
  readonly #images = new Map<string, Promise<ImageFile>>();
  readonly #own = new Map<string, Promise<string>>();
  readonly scaled: ScaledPictures;

  constructor(context: RenderContext, language: string) {
    this.#context = context;
    this.#language = language;
    this.scaled = context.renderer.scaledPictures(context.scratch, context.signal);
  }

  /** Where a clip is written. */
  fileFor(object: string): string {
    return join(this.#context.scratch, `${basename(object)}.mp4`);
  }

  /** This clip stands in its file. */
  rendered(object: string): void {
    this.#rendered.add(object);
    this.#clips.set(object, Promise.resolve(this.fileFor(object)));
  }

  isRendered(object: string): boolean {
    return this.#rendered.has(object);
  }

  /** A clip's file, where it was rendered or fetched. Throws PartMissing for one that is not in the store any more. */
  file(object: string): Promise<string> {
    const known = this.#clips.get(object) ?? this.#fetch(object, this.fileFor(object));
    this.#clips.set(object, known);
    return known;
  }

  /** A picture as a clip of this aspect needs it: scaled before anybody asks for it. */
  async scale(picture: Picture, aspect: Aspect): Promise<void> {
    await this.scaled.scale(await this.#image([picture], picture.image), picture, aspect);
  }

  /** What a plan names, as files. */
  async source(plan: ClipPlan, pictures: readonly Picture[]): Promise<ClipSource> {
    const { shot, before } = plan;
    const imageBefore = before && (await this.#image(pictures, before.shot.picture.image));
    const image = await this.#image(pictures, shot.picture.image);
    const clip = shot.clip && (await this.#ownClip(shot.clip.object));
    const clipBefore = before?.shot.clip && (await this.#ownClip(before.shot.clip.object));
    return {
      ...{ plan, language: this.#language, image },
      ...(imageBefore ? { before: imageBefore } : {}),
      ...(clip === undefined ? {} : { clip }),
      ...(clipBefore === undefined ? {} : { clipBefore }),
    };
  }

  #image(pictures: readonly Picture[], name: string): Promise<ImageFile> {
    const file = join(this.#context.scratch, `image-${this.#images.size}`);
    const known = this.#images.get(name) ?? fetchImage(this.#context, pictures, name, file);
    this.#images.set(name, known);
    return known;
  }

  #ownClip(object: string): Promise<string> {
    const file = join(this.#context.scratch, `own-clip-${this.#own.size}.mp4`);
    const known = this.#own.get(object) ?? this.#fetch(object, file);
    this.#own.set(object, known);
    return known;
  }

  async #fetch(object: string, file: string): Promise<string> {
    await fetchParts(this.#context, [{ object, file }]);
    return file;
  }
}
