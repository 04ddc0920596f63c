import { expect } from 'chai';
import { CAPTION_STYLES } from '../domain/captions/caption-style.ts';
import { readsOnAnything } from '../domain/captions/contrast.ts';
import { captionStyleOf, musicLevelOf, withLook } from '../domain/look/look.ts';
import type { Look } from '../domain/look/look.ts';

const look = (more: Omit<Look, 'version'>): Look => ({ version: 1, ...more });

describe('the captions of a look', () => {
  it('are none of its own where they are Block as it is, so that its clips are those of videos without a look', () => {
    expect(captionStyleOf(look({}))).to.equal(undefined);
    expect(captionStyleOf(look({ captions: { style: 'block' } }))).to.equal(undefined);
    expect(captionStyleOf(look({ colours: { spoken: '#FFC81E' } }))).to.equal(undefined);
    expect(captionStyleOf(look({ captions: { style: 'block', position: 'top' } }))).to.include({
      position: 'top',
    });
  });

  it('are a named style with what is another way, and a size against its own', () => {
    const style = captionStyleOf(look({ captions: { style: 'pop', size: 0.5, tiltDegrees: 0 } }));
    expect(style).to.deep.equal({ ...CAPTION_STYLES.pop, size: 0.8, tiltDegrees: 0 });
  });

  it('lose what is null', () => {
    const style = captionStyleOf(look({ captions: { style: 'underline', outline: null, shadow: null } }));
    expect(style).to.not.have.any.keys('outline', 'shadow');
  });

  it('have the look’s colours where the style has some', () => {
    const colours = { spoken: '#7FE3FF', letters: '#FFF0D0' };
    expect(captionStyleOf(look({ captions: { style: 'outline' }, colours }))).to.deep.include({
      ...{ fill: '#FFF0D0', spoken: { as: 'colour', colour: '#7FE3FF' } },
    });
    expect(captionStyleOf(look({ captions: { style: 'calm' }, colours }))?.spoken).to.deep.equal({
      as: 'plain',
    });
  });

  it('stay apart from what is around them, whatever colours are asked for', () => {
    const ink = captionStyleOf(look({ captions: { style: 'outline' }, colours: { letters: '#12211C' } }));
    expect(ink?.outline?.colour).to.equal('#FFFFFF');
    const dark = captionStyleOf(look({ colours: { spoken: '#123456' } }));
    expect(dark?.spoken).to.deep.equal({ as: 'block', colour: '#123456', letters: '#FFFFFF' });
    for (const letters of ['#000000', '#FFFFFF', '#FFE14D']) {
      for (const style of ['block', 'calm'] as const) {
        const captions = captionStyleOf(look({ captions: { style }, colours: { letters, spoken: letters } }));
        expect(readsOnAnything(captions ?? CAPTION_STYLES.block), `${style} ${letters}`).to.equal(true);
      }
    }
  });
});

describe('a request with a look', () => {
  const full = look({
    ...{ voice: 'nora', speed: 1.1, imageStyle: 'chalk' },
    music: { track: 'letter', levelDb: -3 },
  });

  it('has what the look says of voice, pace, drawings and music, and its own words first', () => {
    expect(withLook({ look: full })).to.deep.equal({
      ...{ look: full, voice: 'nora', speed: 1.1, imageStyle: 'chalk', track: 'letter' },
    });
    expect(withLook({ look: full, speed: 0.9, track: 'auto' })).to.include({ speed: 0.9, track: 'auto' });
    expect(withLook({ look: full, music: 'uploads/x' })).to.not.have.property('track');
    expect(withLook({ look: look({ music: { track: 'none' } }) })).to.not.have.property('track');
    expect(withLook({ speed: 1 })).to.deep.equal({ speed: 1 });
  });

  it('has music at the look’s level', () => {
    expect(musicLevelOf({ look: full })).to.equal(-3);
    expect(musicLevelOf({})).to.equal(0);
  });
});
