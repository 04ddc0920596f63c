import { expect } from 'chai';
import { CAPTION_STYLES } from '../domain/captions/caption-style.ts';
import type { CaptionStyle } from '../domain/captions/caption-style.ts';
import {
  contrast,
  contrastOver,
  contrastOverMost,
  readsOnAnything,
  rgbOf,
} from '../domain/captions/contrast.ts';
import type { Rgb } from '../domain/captions/contrast.ts';

const [WHITE, BLACK, SAND]: readonly Rgb[] = [rgbOf('#FFFFFF'), rgbOf('#000000'), rgbOf('#E8D5A0')];
const { block, calm, underline } = CAPTION_STYLES;
const { outline: _outline, ...bare } = block;
const plain: CaptionStyle = { ...bare, spoken: { as: 'plain' } };

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast(WHITE as Rgb, BLACK as Rgb)).to.be.closeTo(21, 0.001);
    expect(contrast(WHITE as Rgb, WHITE as Rgb)).to.equal(1);
    // The example of the specification's own tools: #767676 on white.
    expect(contrast(rgbOf('#767676'), WHITE as Rgb)).to.be.closeTo(4.54, 0.01);
  });

  for (const [name, style] of Object.entries(CAPTION_STYLES)) {
    it(`of ${name} is enough over any picture`, () => expect(readsOnAnything(style)).to.equal(true));
  }

  it('of letters without an outline or a plate is that with the picture', () => {
    expect(readsOnAnything(plain)).to.equal(false);
    expect(contrastOver(plain, SAND as Rgb)).to.equal(contrast(WHITE as Rgb, SAND as Rgb));
    expect(contrastOver({ ...plain, shadow: { ...underline.shadow } }, SAND as Rgb)).to.be.below(3);
  });

  it('counts an outline that is wide enough, and one in the colour of the letters as letters', () => {
    const hair = { ...plain, outline: { colour: '#000000', em: 0.02 } };
    expect(readsOnAnything(hair)).to.equal(false);
    const white = { ...plain, outline: { colour: '#FFFFFF', em: 0.2 } };
    expect(contrastOver(white, BLACK as Rgb)).to.be.closeTo(21, 0.001);
    expect(contrastOver(white, WHITE as Rgb)).to.equal(1);
  });

  it('counts a plate by how much of the picture it leaves', () => {
    expect(contrastOver(calm, WHITE as Rgb)).to.be.above(7);
    expect(readsOnAnything({ ...calm, plate: { colour: '#0B0F0D', opacity: 0.2 } })).to.equal(false);
  });

  it('is that of the spoken word where it is the lower one', () => {
    const dark = { ...block, spoken: { as: 'block', colour: '#FFC81E', letters: '#E0B000' } } as const;
    expect(contrastOver(dark, BLACK as Rgb)).to.be.below(1.5);
  });

  it('over a picture is what nine tenths of it reach', () => {
    const mostly = [...Array.from({ length: 19 }, () => BLACK as Rgb), WHITE as Rgb];
    expect(contrastOverMost(plain, mostly)).to.be.closeTo(21, 0.001);
    expect(contrastOverMost(plain, [...mostly, WHITE as Rgb, WHITE as Rgb])).to.equal(1);
  });
});
