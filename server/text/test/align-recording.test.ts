import { decodeWav, splitWords, timeWords } from '@shortfactory/core';
import { OfflineNarrator } from '@shortfactory/offline';
import { expect } from 'chai';
import { alignRecording } from '../recording/align-recording.ts';

const TEXT = 'Bakers knead their dough before dawn. It rests, rises twice, and goes into a very hot oven.';

describe('alignRecording', () => {
  const narrator = new OfflineNarrator();
  after(() => narrator.close());

  const said = async (text: string, voice: string) => {
    const request = { text, language: 'en', voice };
    const { wav, marks } = await narrator.narrate(request, new AbortController().signal);
    const sound = decodeWav(wav);
    const words = splitWords(text, 'en');
    const times = timeWords(words, marks, (sound.samples.length * 1000) / sound.sampleRate);
    return { ...sound, words, times };
  };

  it('finds the words of a text that a woman says where a man’s voice is compared with it', async () => {
    const [ours, hers] = [await said(TEXT, 'gus'), await said(TEXT, 'nora')];
    const { words, isText } = alignRecording(ours.words, hers, ours);
    expect(isText).to.equal(true);
    const errors = words
      .map(({ startMs }, i) => Math.abs(startMs - (hers.times[i]?.startMs ?? 0)))
      .sort((a, b) => a - b);
    expect(errors[Math.floor(errors.length / 2)]).to.be.lessThan(40);
    // It may be wrong about a word in two hundred; see docs/PROVIDERS.md.
    expect(words.filter(({ leftOut }) => leftOut).length).to.be.at.most(1);
  });

  it('knows which words were left out, and finds those behind them', async () => {
    const [ours, hers] = [await said(TEXT, 'gus'), await said(TEXT.replace('rises twice, ', ''), 'nora')];
    const { words, isText } = alignRecording(ours.words, hers, ours);
    expect(isText).to.equal(true);
    expect(words.filter(({ leftOut }) => leftOut).map(({ text }) => text)).to.include.members([
      'rises',
      'twice,',
    ]);
    expect(words.at(-1)?.startMs).to.be.closeTo(hers.times.at(-1)?.startMs ?? 0, 60);
  });

  it('knows another text, noise and silence', async () => {
    const ours = await said(TEXT, 'gus');
    const other = await said(
      'Rivers carry sand to the sea, where waves sort it by weight along the shore.',
      'nora',
    );
    // Not random, so that the test is the same each time.
    let seed = 1;
    const noise = Int16Array.from({ length: 90_000 }, () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return (seed % 8000) - 4000;
    });
    for (const samples of [other.samples, noise, new Int16Array(90_000)]) {
      const { isText } = alignRecording(ours.words, { samples, sampleRate: ours.sampleRate }, ours);
      expect(isText).to.equal(false);
    }
  });
});
