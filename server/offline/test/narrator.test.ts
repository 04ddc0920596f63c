import {
  InputInvalid,
  OFFLINE_LANGUAGES,
  ProviderFailed,
  decodeWav,
  readWavHeader,
  splitWords,
  voiceFor,
} from '@shortfactory/core';
import type { SpokenAudio } from '@shortfactory/core';
import { expect } from 'chai';
import { OfflineNarrator } from '../narrator/index.ts';

/** Numbers, signs, quotes and emoji as people write them, in every language that the product promises. */
const TEXTS: Record<(typeof OFFLINE_LANGUAGES)[number], string> = {
  en: 'Octopuses (eight arms!) cost $1,250 — 50% more than in 2019 🐙. "Don\'t touch," said Dr. Smith; it\'s 3°C @ home & cold 🫨',
  es: '¿Sabías que «el pulpo» tiene 3 corazones? ¡Increíble! Cuesta 20 €, un 15% más; se fue a las 9:30 🐙.',
  de: 'Der Himmel ist größer als 3,5 km — „wirklich“! 50 % der Leute wissen das nicht: 20 € für z. B. ☀️ & Co.',
  fr: 'L’eau, c’est la vie ! Aujourd’hui, 50 % des gens disent « oui » ; est-ce beaucoup ? 🐙 20 € = beaucoup.',
  hi: 'आसमान नीला क्यों है? १२३ लोग, 50% पानी और ₹500 का 🐙 ऑक्टोपस। यह 5°C है & ठंडा!',
  ar: 'لماذا السماء زرقاء؟ ٣٤٥ شخصًا، و 50% ماء 🐙. الثمن 20 € = كثير، 5° فقط!',
  zh: '天空为什么是蓝色的？因为2024年有50%的空气散射蓝光🐙。我爱 Python，它是OpenAI的模型；价格20€，气温5°！',
};

interface Heard {
  readonly hertz: number;
  readonly seconds: number;
}

const semitones = (from: number, to: number): number => 12 * Math.log2(to / from);

/** Median fundamental of the voiced stretches, found by autocorrelation between 60 and 450 Hz. */
function fundamental(wav: Uint8Array): number {
  const { samples, sampleRate } = decodeWav(wav);
  const size = Math.round(sampleRate * 0.05);
  const found: number[] = [];
  for (let from = 0; from + 2 * size < samples.length; from += size) {
    const at = (i: number): number => samples[from + i] ?? 0;
    const likeness = (lag: number): number => {
      let [both, one, other] = [0, 0, 0];
      for (let i = 0; i < size; i++) {
        both += at(i) * at(i + lag);
        one += at(i) ** 2;
        other += at(i + lag) ** 2;
      }
      return one * other === 0 ? 0 : both / Math.sqrt(one * other);
    };
    const lags = Array.from({ length: 500 }, (_, lag) => lag).filter(
      (lag) => lag >= sampleRate / 450 && lag <= sampleRate / 60,
    );
    const scores = lags.map(likeness);
    const best = Math.max(...scores);
    // The first of the best ones: twice the period is as like.
    const first = lags.find(
      (_, i) => (scores[i] ?? 0) > best * 0.95 && (scores[i] ?? 0) >= (scores[i + 1] ?? 0),
    );
    if (best > 0.85 && first !== undefined) found.push(sampleRate / first);
  }
  found.sort((a, b) => a - b);
  return found[Math.floor(found.length / 2)] ?? NaN;
}

describe('OfflineNarrator', () => {
  const narrator = new OfflineNarrator();
  after(() => narrator.close());

  const say = (
    text: string,
    language = 'en',
    voice = voiceFor(narrator.voices, language).id,
  ): Promise<SpokenAudio> => narrator.narrate({ text, language, voice }, new AbortController().signal);

  /** Loudness of every 5 ms, from 0 to 1 of the loudest. */
  function envelope({ wav }: SpokenAudio): number[] {
    const { dataOffset, frames, sampleRate } = readWavHeader(wav);
    const view = new DataView(wav.buffer, wav.byteOffset + dataOffset);
    const hop = Math.round(sampleRate * 0.005);
    const loudness = Array.from({ length: Math.floor(frames / hop) }, (_, slot) => {
      let sum = 0;
      for (let i = slot * hop; i < (slot + 1) * hop; i++) sum += view.getInt16(i * 2, true) ** 2;
      return Math.sqrt(sum / hop);
    });
    const loudest = Math.max(...loudness);
    return loudness.map((value) => value / loudest);
  }

  function expectSpeech(audio: SpokenAudio, text: string): void {
    const { seconds, channels, sampleRate } = readWavHeader(audio.wav);
    expect(channels).to.equal(1);
    expect(sampleRate).to.equal(22_050);
    expect(seconds).to.be.greaterThan(0.1);
    audio.marks.forEach(({ offset, ms }, index) => {
      expect(offset).to.be.within(0, text.length - 1);
      expect(ms).to.be.within(audio.marks[index - 1]?.ms ?? 0, seconds * 1000);
    });
  }

  for (const language of OFFLINE_LANGUAGES) {
    it(`marks every word of a text in ${language}, in order and inside the audio`, async () => {
      const text = TEXTS[language];
      const audio = await say(text, language);
      expectSpeech(audio, text);
      const firsts = splitWords(text, language).map((word) => ({
        word: word.text,
        ms: audio.marks.find(({ offset }) => offset >= word.start && offset < word.end)?.ms,
      }));
      expect(firsts.filter(({ ms }) => ms === undefined)).to.deep.equal([]);
      const times = firsts.map(({ ms }) => ms ?? 0);
      expect(times).to.deep.equal([...times].sort((a, b) => a - b));
      expect(new Set(times).size, 'words at a time of their own').to.equal(times.length);
    });
  }

  it('marks each character of Chinese', async () => {
    const { marks } = await say('天空是蓝色的', 'zh');
    expect(marks.map(({ offset }) => offset)).to.deep.equal([0, 1, 2, 3, 4, 5]);
  });

  it('counts offsets in UTF-16 behind emoji and other letters of two units', async () => {
    const text = '🐙🐙 𝒜 octopus 👩‍🚀 astronaut';
    const { marks } = await say(text);
    for (const word of ['octopus', 'astronaut']) {
      expect(marks.map(({ offset }) => offset)).to.include(text.indexOf(word));
    }
  });

  for (const [language, voice] of [
    ['en', 'nora'],
    ['en', 'gus'],
    ['hi', 'asha'],
    ['zh', 'mei'],
  ] as const) {
    it(`has ${voice}'s marks where the sound begins after a pause`, async () => {
      const text = {
        en: 'Two of them pump blood. Three, however, do not! Because they swim.',
        hi: 'आसमान नीला है। क्यों? क्योंकि हवा रोशनी बिखेरती है, और हम देखते हैं।',
        zh: '天空是蓝色的。为什么？因为空气散射蓝光，所以我们看见它。',
      }[language];
      const audio = await say(text, language, voice);
      const loudness = envelope(audio);
      const onsets = loudness.flatMap((value, slot) => {
        const isOnset = slot >= 24 && value >= 0.02 && Math.max(...loudness.slice(slot - 24, slot)) < 0.02;
        return isOnset ? [slot * 5] : [];
      });
      expect(onsets).to.have.length.of.at.least(2);
      for (const onset of onsets) {
        expect(
          Math.min(...audio.marks.map(({ ms }) => Math.abs(ms - onset))),
          `at ${onset} ms`,
        ).to.be.at.most(80);
      }
    });
  }

  it('begins and ends with little silence', async () => {
    for (const language of OFFLINE_LANGUAGES) {
      const loudness = envelope(await say(TEXTS[language], language));
      expect(loudness.findIndex((value) => value >= 0.02) * 5, `${language} lead`).to.be.at.most(60);
      const last = loudness.findLastIndex((value) => value >= 0.02);
      expect((loudness.length - last) * 5, `${language} tail`).to.be.at.most(150);
    }
  });

  it('speaks at the pace of a narrator', async () => {
    const text =
      'The sky is blue because sunlight is scattered by the air. Blue light bends more than red, so it reaches our eyes from every direction.';
    for (const voice of ['nora', 'gus']) {
      const { seconds } = readWavHeader((await say(text, 'en', voice)).wav);
      expect(text.split(' ').length / seconds, `${voice}, words a second`).to.be.within(2.3, 2.9);
    }
  });

  it('gives equal bytes for equal requests, whatever was said between', async () => {
    const [first] = await Promise.all([
      say('Hello 🐙 world.'),
      say(TEXTS.zh, 'zh'),
      say('Breathe.', 'en', 'gus'),
    ]);
    await say(TEXTS.ar, 'ar');
    const again = await Promise.all([1, 2, 3].map(() => say('Hello 🐙 world.')));
    const elsewhere = new OfflineNarrator();
    again.push(
      await elsewhere.narrate(
        { text: 'Hello 🐙 world.', language: 'en', voice: 'nora' },
        new AbortController().signal,
      ),
    );
    elsewhere.close();
    for (const audio of again) {
      expect(audio.marks).to.deep.equal(first.marks);
      expect(Buffer.compare(audio.wav, first.wav)).to.equal(0);
    }
  });

  it('gives its voices voices of their own', async () => {
    const [nora, gus] = await Promise.all(
      ['nora', 'gus'].map((voice) => say('The same words.', 'en', voice)),
    );
    expect(Buffer.compare(nora?.wav ?? Buffer.alloc(0), gus?.wav ?? Buffer.alloc(0))).to.not.equal(0);
  });

  it('speaks higher or lower by semitones, at the same pace', async () => {
    const text = 'We were away all morning in a low rowing boat.';
    for (const voice of ['nora', 'gus']) {
      const spoken = await Promise.all(
        [-4, 0, 4].map((pitch) =>
          narrator.narrate({ text, language: 'en', voice, pitch }, new AbortController().signal),
        ),
      );
      const [low, own, high] = spoken.map(({ wav }) => ({
        hertz: fundamental(wav),
        seconds: readWavHeader(wav).seconds,
      })) as [Heard, Heard, Heard];
      expect(semitones(low.hertz, own.hertz), `${voice}, higher by 4 than the lowest`).to.be.closeTo(4, 0.9);
      expect(semitones(own.hertz, high.hertz), `${voice}, higher by 4`).to.be.closeTo(4, 0.9);
      for (const { seconds } of [low, high]) expect(seconds / own.seconds).to.be.closeTo(1, 0.03);
    }
  });

  it('reads markup as plain text', async () => {
    const text = 'a <break time="5s"/> b &lt; [[h@l]] c {\\an8} <speak>d</speak> & e';
    const audio = await say(text);
    expectSpeech(audio, text);
    // As markup the break would be five silent seconds and "speak" would not be heard.
    const loudness = envelope(audio).map((value) => (value >= 0.02 ? 'x' : '.'));
    expect(loudness.join('')).to.not.contain('.'.repeat(200));
    for (const word of ['break', 'h@l', 'an8', 'speak', 'e']) {
      expect(
        audio.marks.some(({ offset }) => offset === text.lastIndexOf(word)),
        word,
      ).to.equal(true);
    }
  });

  const odd: [string, string, string][] = [
    ['only an emoji', '🐙', 'en'],
    ['only an emoji in Chinese, which has no name for it', '🐙', 'zh'],
    ['1200 letters without a space', 'x'.repeat(1200), 'en'],
    ['240 words without punctuation', 'word '.repeat(240), 'en'],
    ['control characters and broken surrogates', 'one \u0001+50S \u001b two \ud800 three \u0007', 'en'],
    ['invisible marks', '\ufeffsoft\u00adhyphen \u202ebidi\u202c zero\u200bwidth', 'en'],
    ['Latin words in Chinese', '我爱Python和JavaScript', 'zh'],
    ['Chinese, Arabic and Hindi in English', 'The word 天空 means sky, مرحبا hello and नमस्ते too.', 'en'],
    ['a language that only has a voice without a name', 'Góðan daginn, hvernig hefur þú það?', 'is'],
  ];
  for (const [what, text, language] of odd) {
    it(`speaks ${what}`, async () => {
      const audio = await say(text, language);
      expectSpeech(audio, text);
      expect(audio.marks).to.not.be.empty;
      expect(Math.max(...audio.marks.map(({ ms }) => ms))).to.be.at.least(0);
      // A sound, not only its length.
      expect(envelope(audio).filter((value) => value > 0.1).length).to.be.greaterThan(10);
    });
  }

  it('gives a short silence without marks for a text with nothing to say', async () => {
    const { wav, marks } = await say(' … — !');
    expect(marks).to.deep.equal([]);
    expect(readWavHeader(wav).seconds).to.equal(0.3);
  });

  it('says which voices would do when one does not speak the language', async () => {
    const error: unknown = await say('Hej', 'is', 'nora').catch((thrown: unknown) => thrown);
    expect(error)
      .to.be.instanceOf(InputInvalid)
      .with.property('message', "voice: Nora doesn't speak Icelandic; use auto-is");
  });

  it('refuses a text that is too long for one scene at once', async () => {
    const error: unknown = await say('a '.repeat(5000)).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(ProviderFailed).with.property('retryable', false);
  });

  it('has a voice for each language that the product promises, each with a name of its own', () => {
    for (const language of OFFLINE_LANGUAGES)
      expect(voiceFor(narrator.voices, language).label).to.match(/^\S+, /);
    expect(new Set(narrator.voices.map(({ id }) => id)).size).to.equal(narrator.voices.length);
    for (const { id } of narrator.voices) expect(id).to.match(/^[a-z-]+$/);
  });
});
