import type { Character, IllustrationRequest, ImageStyle } from '@shortfactory/core';
import { Prompt } from './prompt.ts';

/** What each style looks like, the same words for every scene of every video. */
export const STYLES: Readonly<Record<ImageStyle, string>> = {
  flat: `Flat vector illustration: large plain shapes without outlines, a limited palette of deep teal, coral, cream and
    warm yellow, soft two-step shading, a clear silhouette against an uncluttered background.`,
  paper: `Layered cut-paper collage: visible paper grain, crisp cut edges, soft shadows between the layers, muted natural
    colours with one bright accent, like a paper theatre that is lit from above.`,
  ink: `Pen-and-ink drawing on cream paper: confident black lines of varying weight, cross-hatching for shadow, one wash of
    a single muted colour, the hand of an illustrator of natural history.`,
  chalk: `Chalk drawing on a dark blackboard: dusty strokes in white and four pastel colours, smudges left in place, simple
    shapes as a good teacher draws them.`,
};

const RULES = `
Fill an upright 9:16 frame to its edges, no border, no panels. The subject stands in the upper two thirds; the lower
third stays calm, because captions cover it. No letters, no numbers, no captions, no logos, no watermark, no signature.
`;

export const PICTURE = new Prompt(`
Draw one picture for a short video.
Style, exactly this in every picture of the video: {{style}}
{{characters}}Picture: {{visual}}
${RULES}`);

export const CHARACTERS = new Prompt(`
These characters look the same in every picture. Draw those that the picture names, as they are described{{reference}}:
{{list}}
`);

export const AS_ON_SHEET =
  ' and as they look on the model sheet before this text, but not in its poses or layout';

export const SHEET = new Prompt(`
Draw a model sheet for an illustrated short video: each of these characters once, full figure, side by side, facing
three quarters forward, on a plain background, in even light.
Style: {{style}}
{{list}}
No letters, no numbers, no logos, no watermark.
`);

/** Characters as a prompt has them, a line each. */
export function listOf(characters: readonly Character[]): string {
  return characters.map(({ name, appearance }) => `- ${name}: ${appearance}`).join('\n');
}

/** The prompt of a scene's picture. `reference` says where its characters are seen besides. */
export function pictureText(
  { imageStyle, characters, visual }: Pick<IllustrationRequest, 'imageStyle' | 'characters' | 'visual'>,
  reference = '',
): string {
  const who = characters.length === 0 ? '' : `${CHARACTERS.fill({ list: listOf(characters), reference })}\n`;
  return PICTURE.fill({ style: STYLES[imageStyle], visual, characters: who });
}
