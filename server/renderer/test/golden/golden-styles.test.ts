import { createHash } from 'node:crypto';
import { CAPTION_STYLES } from '@shortfactory/core';
import type { CaptionStyle } from '@shortfactory/core';
import { GOLDEN_STYLES } from '@shortfactory/pipeline';
import { expectPainted } from '@shortfactory/testing/support/golden';
import { paintCaptions } from '../../captions/caption-painter.ts';
import { Fonts } from '../../captions/fonts.ts';

const WHAT_TO_DO =
  'write the new hash to GOLDEN_STYLES in pipeline/stages/compose.ts: it is part of the address of every clip in a style.';

const { block, outline, pop, underline, calm } = CAPTION_STYLES;
/** The named styles, and others that use what those do not. */
const STYLES: readonly CaptionStyle[] = [
  outline,
  pop,
  underline,
  calm,
  {
    ...block,
    typeface: 'sans',
    position: 'top',
    entrance: 'pop',
    plate: { colour: '#204060', opacity: 0.5 },
  },
  { ...underline, position: 'middle', shows: 'word', tiltDegrees: 4, lines: 1 },
  { ...block, shows: 'word', entrance: 'fade' },
];

const CUE = {
  startMs: 0,
  endMs: 900,
  words: ['Straße', 'ثلاثة', 'तीन', '🦊', 'दिल'].map((text, i) => ({
    text,
    startMs: i * 180,
    endMs: (i + 1) * 180,
    spaced: i > 0,
  })),
};

describe('a caption in every style', () => {
  it('is what GOLDEN_STYLES says', async () => {
    const hash = createHash('sha256');
    const fonts = new Fonts();
    for (const style of STYLES) {
      for (const { planes, ...place } of await paintCaptions([CUE], 'de', '9:16', fonts, style))
        hash.update(JSON.stringify(place)).update(planes);
    }
    expectPainted(hash.digest('hex'), GOLDEN_STYLES, WHAT_TO_DO);
  });
});
