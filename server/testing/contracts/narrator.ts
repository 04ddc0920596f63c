import {
  InputInvalid,
  SpendAccount,
  isLanguageTag,
  readWavHeader,
  splitWords,
  voiceFor,
} from '@shortfactory/core';
import type { Narrator } from '@shortfactory/core';
import { expect } from 'chai';
import { expectId, faultOf, givesUp } from './port.ts';

const never = new AbortController().signal;

/** The contract of every narrator. */
export function narratorContract(name: string, make: () => Narrator, paid: boolean): void {
  describe(`${name} as a narrator`, () => {
    const text = 'Two of them pump blood. “Three,” she said, costs $5 & more <than> that!';
    const request = (narrator: Narrator) => ({
      text,
      language: 'en',
      voice: voiceFor(narrator.voices, 'en').id,
    });

    it('says who it is', () => expectId(make().id, paid));

    it('has voices with names of their own that can be asked for, and the languages that they speak', () => {
      const { voices } = make();
      expect(new Set(voices.map(({ id }) => id)).size).to.equal(voices.length);
      for (const { id, label, languages } of voices) {
        expect(id).to.match(/^[a-z0-9][a-z0-9_:-]{1,79}$/);
        expect(label.trim()).not.to.equal('');
        expect(languages).to.satisfy((tags: string[]) => tags.length > 0 && tags.every(isLanguageTag));
      }
      expect(voices.find(({ id }) => voiceFor(voices, 'en').id === id)).not.to.equal(undefined);
    });

    it('speaks as mono WAV of 16 bit with a time for every word, in order and inside the sound', async () => {
      const narrator = make();
      const { wav, marks } = await narrator.narrate(request(narrator), never);
      const { channels, bitsPerSample, seconds } = readWavHeader(wav);
      expect([channels, bitsPerSample]).to.deep.equal([1, 16]);
      expect(seconds).to.be.within(1, 30);
      const times = marks.map(({ ms }) => ms);
      expect(times).to.deep.equal([...times].sort((a, b) => a - b));
      for (const { offset, ms } of marks) {
        expect(offset).to.be.within(0, text.length - 1);
        expect(ms).to.be.within(0, seconds * 1000);
      }
      const silent = splitWords(text, 'en').filter(
        ({ start, end }) => !marks.some(({ offset }) => offset >= start && offset < end),
      );
      expect(silent).to.deep.equal([]);
    });

    it('leaves little silence around the words', async () => {
      const narrator = make();
      const { wav } = await narrator.narrate(request(narrator), never);
      const { dataOffset, frames, sampleRate } = readWavHeader(wav);
      const view = new DataView(wav.buffer, wav.byteOffset + dataOffset);
      const loud = (i: number): boolean => Math.abs(view.getInt16(i * 2, true)) > 300;
      const heard = [...Array(frames).keys()].filter(loud);
      expect(((heard[0] ?? 0) * 1000) / sampleRate).to.be.at.most(120);
      expect(((frames - (heard.at(-1) ?? 0)) * 1000) / sampleRate).to.be.at.most(250);
    });

    it('refuses a voice that does not exist, and a language that none of its voices speaks', async () => {
      const narrator = make();
      const unknown = { ...request(narrator), voice: 'unknown' };
      expect(await faultOf(narrator.narrate(unknown, never))).to.be.instanceOf(InputInvalid);
      const language = { ...request(narrator), language: 'xx-Zzzz' };
      expect(await faultOf(narrator.narrate(language, never))).to.be.instanceOf(InputInvalid);
    });

    it(paid ? 'charges the account' : 'costs nothing', async () => {
      const narrator = make();
      const account = new SpendAccount();
      await narrator.narrate(request(narrator), never, account);
      expect(account.usd > 0).to.equal(paid);
    });

    it('stops for a signal that is aborted, with its reason', async () => {
      const narrator = make();
      const reason = new Error('given up');
      expect(await faultOf(narrator.narrate(request(narrator), AbortSignal.abort(reason)))).to.equal(reason);
      await givesUp((signal) => narrator.narrate(request(narrator), signal));
    });
  });
}
