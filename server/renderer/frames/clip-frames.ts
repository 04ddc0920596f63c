import { FRAME_PX, TRANSITION_FRAMES } from '@shortfactory/core';
import { viewAt } from './camera.ts';
import type { CaptionLayer } from '../captions/caption-painter.ts';
import { frameOfClip } from '../clips/pace.ts';
import type { ClipPlan, Shot, ShownClip, Transition } from './clip-plan.ts';
import type { Kernel, Layer, Picture } from '../kernel/kernel.ts';

/** Raw yuv420p pixels of a scaled picture (see arguments.ts). */
export interface ScaledPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixels: Uint8Array;
}

/** A clip's frames as raw yuv420p of the frame's size, by their number; each is valid until the next is asked for. */
export interface MovingSource {
  frame(number: number): Promise<Uint8Array>;
}

export type Source = ScaledPicture | MovingSource;

/** What a plan's pictures and captions are drawn from. */
export interface ClipInputs {
  readonly picture: Source;
  readonly before?: Source;
  readonly captions: readonly CaptionLayer[];
}

/** Frames that are written while the next is drawn. */
const RING = 2;

/**
 * Draws frames of a plan, all in order or those that are named, as raw yuv420p and hands each to `write`, which says
 * when it may be drawn over. Nothing but the plan and its material decides a pixel.
 */
export async function drawClip(
  plan: ClipPlan,
  material: ClipInputs,
  kernel: Kernel,
  write: (picture: Buffer, frame: number) => Promise<void>,
  frames: Iterable<number> = framesOf(plan),
): Promise<void> {
  kernel.reset();
  const stage = new ClipStage(plan, material, kernel);
  const pending: Promise<void>[] = [];
  try {
    for (const frame of frames) {
      // The slot to draw into is the one whose write began longest ago.
      if (pending.length === RING) await pending.shift();
      pending.push(write(await stage.draw(frame), frame));
    }
    await Promise.all(pending);
  } finally {
    // When one write fails the following ones fail too; settle all to avoid unhandled rejections.
    await Promise.allSettled(pending);
  }
}

function* framesOf({ fromFrame, toFrame }: ClipPlan): Generator<number> {
  for (let frame = fromFrame; frame < toFrame; frame++) yield frame;
}

class ClipStage {
  readonly #plan: ClipPlan;
  readonly #kernel: Kernel;
  readonly #shot: Picture | MovingSource;
  readonly #before: Picture | MovingSource | undefined;
  readonly #previous: Picture;
  readonly #ring: Picture[];
  #drawn = 0;
  readonly #captions: { readonly layer: Layer; readonly box: CaptionLayer }[];

  constructor(plan: ClipPlan, material: ClipInputs, kernel: Kernel) {
    this.#plan = plan;
    this.#kernel = kernel;
    this.#shot = load(kernel, material.picture);
    this.#before = material.before && load(kernel, material.before);
    const { widthPx, heightPx } = FRAME_PX[plan.aspect];
    this.#previous = kernel.picture(widthPx, heightPx);
    this.#ring = Array.from({ length: RING + 1 }, () => kernel.picture(widthPx, heightPx));
    this.#captions = material.captions
      .filter((box) => box.toFrame > plan.fromFrame && box.fromFrame < plan.toFrame)
      .map((box) => ({ box, layer: kernel.layer(box.widthPx, box.heightPx, box.planes) }));
  }

  async draw(frame: number): Promise<Buffer> {
    const target = this.#ring[this.#drawn++ % this.#ring.length] as Picture;
    const { before, shot } = this.#plan;
    if (before && this.#before && frame < TRANSITION_FRAMES) {
      await this.#see(
        this.#previous,
        this.#before,
        before.shot,
        frame + (before.shot.clip ? before.shot.sceneFrames : 0),
      );
      await this.#see(target, this.#shot, shot, frame);
      this.#blend(target, before.transition, (frame + 1) / (TRANSITION_FRAMES + 1));
    } else {
      await this.#see(target, this.#shot, shot, frame);
    }
    for (const { box, layer } of this.#captions) {
      if (frame >= box.fromFrame && frame < box.toFrame) this.#kernel.overlay(target, layer, box.x, box.y);
    }
    return this.#kernel.view(target.at, target.bytes);
  }

  async #see(target: Picture, source: Picture | MovingSource, shot: Shot, frame: number): Promise<void> {
    if ('frame' in source) {
      const clip = shot.clip as ShownClip;
      const seen = await source.frame(frameOfClip(frame - (clip.fromFrame ?? 0), clip));
      this.#kernel.view(target.at, target.bytes).set(seen);
      return;
    }
    const { x, y, size } = viewAt(shot.path, frame, shot.sceneFrames);
    this.#kernel.sample(target, source, {
      x: x * source.widthPx,
      y: y * source.heightPx,
      width: size * source.widthPx,
    });
  }

  #blend(target: Picture, transition: Transition, progress: number): void {
    // Smoothstep: both pictures rest at the ends of the transition.
    const eased = progress * progress * (3 - 2 * progress);
    if (transition === 'fade') this.#kernel.mix(target, this.#previous, target, eased);
    else this.#kernel.push(target, this.#previous, eased);
  }
}

function load(kernel: Kernel, scaled: Source): Picture | MovingSource {
  if ('frame' in scaled) return scaled;
  const picture = kernel.picture(scaled.widthPx, scaled.heightPx);
  kernel.view(picture.at, picture.bytes).set(scaled.pixels);
  return picture;
}
