import { existsSync } from 'node:fs';
import { LOOKS, LOOK_NAMES } from '@shortfactory/contract';
import { expect } from 'chai';
import {
  captionsAlone,
  isSameLook,
  lookAskedIn,
  lookIn,
  lookText,
  withLookChosen,
} from '../../app/shared/drafts/looks.ts';
import { BLANK_SETTINGS, settingsOfForm } from '../../app/shared/drafts/make-settings.ts';
import { stringsOf } from '../../app/shared/strings/index.ts';
import { lookGroups } from '../../app/shared/ui/look-choices.ts';
import { OPTIONS } from '../double/service.ts';

const midnight = lookText(LOOKS.midnight);

describe('the look of settings', () => {
  it('is asked for without what stands in the settings beside it', () => {
    expect(lookAskedIn('')).to.deep.equal({});
    expect(lookAskedIn('neon')).to.deep.equal({});
    expect(lookIn('{"version'), 'a form that somebody else made').to.equal(undefined);
    const { captions, colours, transition } = LOOKS.midnight;
    expect(lookAskedIn(midnight)).to.deep.equal({
      look: { version: 1, name: 'Midnight', captions, colours, transition, music: { levelDb: -1 } },
    });
    expect(lookAskedIn(lookText(LOOKS.chalkboard)).look).to.not.have.any.keys('imageStyle', 'speed');
  });

  it('brings the drawings, the pace and the music that it says, and leaves music of one’s own', () => {
    const look = lookText(LOOKS.chalkboard);
    expect(withLookChosen(look, BLANK_SETTINGS)).to.deep.equal({
      ...{ look, imageStyle: 'chalk', speed: 1, track: 'workbench' },
    });
    const matchday = lookText(LOOKS.matchday);
    expect(withLookChosen(matchday, { ...BLANK_SETTINGS, music: 'uploads/x' })).to.deep.equal({
      ...{ look: matchday, speed: 1.1 },
    });
  });

  it('takes along what it brought, and leaves the pace and track that a person chose', () => {
    const [look, alone] = [lookText(LOOKS.matchday), captionsAlone('calm')];
    const brought = { ...BLANK_SETTINGS, look, speed: 1.1, track: 'running-start' } as const;
    expect(withLookChosen('', brought)).to.deep.equal({ look: '', speed: 1, track: '' });
    expect(withLookChosen(alone, brought)).to.deep.equal({ look: alone, speed: 1, track: '' });
    const chosen = { speed: 0.9, track: 'lamplight' } as const;
    expect(withLookChosen(alone, { ...BLANK_SETTINGS, ...chosen })).to.deep.equal({ look: alone, ...chosen });
    expect(withLookChosen(alone, { ...brought, ...chosen })).to.deep.equal({ look: alone, ...chosen });
  });

  it('of a form without scripts brings them, too, and in one that has the field nothing else', () => {
    const form = new FormData();
    form.set('look', lookText(LOOKS.matchday));
    expect(settingsOfForm(form)).to.include({ speed: 1.1, track: 'running-start' });
    form.set('track', '');
    expect(settingsOfForm(form)).to.include({ speed: 1, track: '' });
  });
});

describe('the looks to choose from', () => {
  const strings = stringsOf('en');
  const chosen = (look: string): string => lookGroups(look, OPTIONS, strings).chosen.label;

  it('are those that come along and styles of captions alone, each once and with a picture', () => {
    const choices = lookGroups('', OPTIONS, strings).groups.flatMap((group) => group.choices);
    expect(choices).to.have.length(13);
    expect(new Set(choices.map(({ value }) => value)).size).to.equal(13);
    expect(new Set(choices.map(({ picture }) => picture)).size).to.equal(13);
    for (const { picture } of choices)
      expect(existsSync(new URL(`../../public${picture ?? '/none'}`, import.meta.url)), picture).to.equal(
        true,
      );
  });

  it('have that of a video among them, whatever of it stands in its settings', () => {
    for (const name of LOOK_NAMES.slice(1)) {
      const { version, ...others } = lookAskedIn(lookText(LOOKS[name])).look ?? LOOKS[name];
      // As another server may write it: its fields in another order.
      expect(chosen(lookText({ ...others, version }))).to.equal(LOOKS[name].name);
    }
    expect(chosen('')).to.equal('Newsstand');
    expect(chosen(captionsAlone('calm'))).to.equal('Calm');
    expect(isSameLook(midnight, captionsAlone('outline'))).to.equal(false);
  });

  it('have one of one’s own as well, where it is chosen', () => {
    const own = lookText({ version: 1, captions: { style: 'pop', position: 'top' } });
    expect(chosen(own)).to.equal('Its own');
    expect(chosen(lookText({ ...LOOKS.midnight, name: 'Mine' }))).to.equal('Mine');
    expect(lookGroups(own, OPTIONS, strings).groups[0]?.choices.at(-1)?.value).to.equal(own);
  });
});
