import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { READS_WELL, contrastOverMost, readsOnAnything, shotsOf } from '@shortfactory/core';
import type { Aspect, CaptionStyle, Rgb, Timeline } from '@shortfactory/core';
import { GRADE } from '@shortfactory/renderer';
import { address } from './artifacts/artifacts.ts';
import { fetchImage } from './artifacts/fetch-image.ts';
import { subfolder } from './scratch.ts';
import type { RenderContext } from './stage.ts';
import type { Picture } from './uploads.ts';

const VERSION = 1;

interface Captioned {
  readonly timeline: Timeline;
  /** One for each shot of the timeline. */
  readonly pictures: readonly Picture[];
  readonly aspects: readonly Aspect[];
  readonly style?: CaptionStyle;
}

/**
 * Says over which scenes captions of a style are hard to read, by the pictures under the words in the first aspect. Styles
 * that read on anything are not measured.
 */
export async function remarkContrast(
  context: RenderContext,
  { timeline, pictures, aspects, style }: Captioned,
): Promise<void> {
  const [aspect] = aspects;
  if (!style || !aspect || readsOnAnything(style)) return;
  const least: { readonly scene: number; readonly ratio: number }[] = [];
  for (const [index, { scene }] of shotsOf(timeline).entries()) {
    context.signal.throwIfAborted();
    const picture = pictures[index] as Picture;
    const ratio = contrastOverMost(style, await coloursUnder(context, picture, aspect, style));
    if (ratio < READS_WELL) least.push({ scene: scene + 1, ratio });
  }
  if (least.length > 0) context.notes.remark({ stage: 'compose' }, sentence(least));
}

/** Kept: the same picture in another run is not measured again. */
async function coloursUnder(
  context: RenderContext,
  picture: Picture,
  aspect: Aspect,
  style: CaptionStyle,
): Promise<readonly Rgb[]> {
  const { artifacts, renderer, signal } = context;
  const { image, focus, fit, graded } = picture;
  const { size, lines, position } = style;
  const caption = { size, lines, position, plate: style.plate !== undefined };
  const from = { under: { image, focus, fit, grade: graded && GRADE, aspect, ...caption } };
  return artifacts.value('compose', address('compose', VERSION, from), async () => {
    const scratch = await subfolder(context.scratch, 'contrast');
    try {
      const file = await fetchImage(context, [picture], image, join(scratch, 'image'));
      return await renderer.coloursUnder(file, picture, aspect, style, scratch, signal);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  });
}

function sentence(least: readonly { readonly scene: number; readonly ratio: number }[]): string {
  const scenes = [...new Set(least.map(({ scene }) => scene))];
  const where = `scene${scenes.length > 1 ? 's' : ''} ${scenes.join(', ')}`;
  const ratio = Math.min(...least.map((each) => each.ratio)).toFixed(1);
  return `The captions are hard to read over ${where}: their letters reach ${ratio}:1 there, and ${READS_WELL}:1 reads well. An outline, a plate under the words or the style block helps.`;
}
