import { LOOKS, LOOK_NAMES } from '@shortfactory/contract';
import { expect } from 'chai';
import {
  captionsAlone,
  chosenLook,
  lookAskedIn,
  lookText,
  ownLook,
  withLookChosen,
} from '../../app/shared/drafts/looks.ts';
import { OPTIONS } from '../double/service.ts';

const { looks } = OPTIONS;

describe('the look of settings', () => {
  it('is asked for by its name, or as data', () => {
    expect(lookAskedIn('')).to.deep.equal({});
    expect(lookAskedIn('midnight')).to.deep.equal({ look: 'midnight' });
    expect(lookAskedIn(captionsAlone('pop'))).to.deep.equal({
      look: { version: 1, captions: { style: 'pop' } },
    });
    expect(ownLook('{"version'), 'a form that somebody else made').to.equal(undefined);
  });

  it('of a video is one of the named ones where it says the same', () => {
    for (const name of LOOK_NAMES) {
      const { version, ...others } = LOOKS[name];
      // As another server may write it: its fields in another order.
      expect(chosenLook(lookText({ ...others, version }), looks)).to.equal(name);
    }
    const own = lookText({ ...LOOKS.midnight, transition: 'cut' });
    expect(chosenLook(own, looks)).to.equal(own);
    expect(lookText(undefined)).to.equal('');
  });

  it('brings the drawings, the pace and the music that it says, and leaves music of one’s own', () => {
    const before = { music: '' };
    expect(withLookChosen('chalkboard', looks, before)).to.deep.equal({
      ...{ look: 'chalkboard', imageStyle: 'chalk', speed: 1, track: 'workbench' },
    });
    expect(withLookChosen('matchday', looks, { music: 'uploads/x' })).to.deep.equal({
      look: 'matchday',
      speed: 1.1,
    });
    expect(withLookChosen(captionsAlone('pop'), looks, before)).to.deep.equal({ look: captionsAlone('pop') });
  });
});
