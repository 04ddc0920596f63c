import type { ProblemJson } from '@shortfactory/contract';
import { decodeWav, spokenStretches } from '@shortfactory/core';
import { expect } from 'chai';
import { serveApp } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

interface Spoken {
  readonly language: string;
  readonly voice: string;
  readonly seconds: number;
  readonly words: { text: string; startMs: number; endMs: number }[];
  readonly audio: { base64: string };
  readonly degraded: string[];
}

const TEXT = 'The sky is blue. [pause 1s] It was *always* blue.';

describe('speech over HTTP', () => {
  let app: ServedApp;
  before(async () => {
    app = await serveApp();
  });
  after(() => app.stop());
  const speak = async (json: unknown): Promise<Spoken> => {
    const answer = await app.fetch('/api/speech', { json });
    expect(answer.status, await answer.clone().text()).to.equal(200);
    return (await answer.json()) as Spoken;
  };
  const soundOf = ({ audio }: Spoken): ReturnType<typeof decodeWav> =>
    decodeWav(Buffer.from(audio.base64, 'base64'));

  it('is the words without their marks, each with its time in the sound', async () => {
    const spoken = await speak({ text: TEXT, language: 'en' });
    expect(spoken.words.map(({ text }) => text).join(' ')).to.equal('The sky is blue. It was always blue.');
    const { samples, sampleRate } = soundOf(spoken);
    expect(samples.length / sampleRate).to.be.closeTo(spoken.seconds, 0.01);
    const stretches = spokenStretches(samples, sampleRate);
    expect(spoken.words[0]?.startMs).to.be.closeTo(stretches[0]?.fromMs ?? -1000, 60);
    const [before, after] = [spoken.words[3], spoken.words[4]];
    expect((after?.startMs ?? 0) - (before?.endMs ?? 0), 'the pause').to.be.within(850, 1300);
  });

  it('is found ready the second time, and spoken faster at the same pitch when asked for', async () => {
    const plain = await speak({ text: TEXT, language: 'en' });
    const again = await speak({ text: TEXT, language: 'en' });
    expect(again).to.deep.equal(plain);
    const fast = await speak({ text: TEXT.replace('[pause 1s] ', ''), language: 'en', speed: 1.3 });
    const calm = await speak({ text: TEXT.replace('[pause 1s] ', ''), language: 'en' });
    const { samples, sampleRate } = soundOf(fast);
    expect(calm.seconds / fast.seconds).to.be.closeTo(1.3, 0.01);
    expect(samples.length / sampleRate).to.be.closeTo(fast.seconds, 0.05);
    expect(sampleRate).to.equal(soundOf(calm).sampleRate);
  });

  it('is higher or lower when asked for, as long and with its words where they were', async () => {
    const plain = await speak({ text: TEXT, language: 'en' });
    const high = await speak({ text: TEXT, language: 'en', pitch: 3 });
    expect(high.audio.base64).not.to.equal(plain.audio.base64);
    expect(high.seconds).to.be.closeTo(plain.seconds, 0.15);
    expect(high.degraded).to.deep.equal([]);
    const { voices } = (await (await app.fetch('/api/voices')).json()) as {
      voices: { id: string; setsPitch?: boolean }[];
    };
    expect(voices.find(({ id }) => id === high.voice)?.setsPitch).to.equal(true);
  });

  it('is in the language of the words, or of the caller where they do not say it', async () => {
    expect((await speak({ text: 'Warum ist der Himmel eigentlich blau?' })).language).to.equal('de');
  });

  for (const [json, pointer] of [
    [{}, '/text'],
    [{ text: ' … ' }, '/text'],
    [{ text: 'x'.repeat(5000) }, '/text'],
    [{ text: 'Hello', language: 'en', voice: 'nobody' }, '/voice'],
    [{ text: 'Hello', language: 'tlh' }, '/language'],
    [{ text: 'Hello', language: 'en', speed: 3 }, '/speed'],
    [{ text: 'Hello', language: 'en', pitch: 9 }, '/pitch'],
    [{ text: 'Hello [pause 99s] there', language: 'en' }, '/text'],
    [{ text: 'ហេតុអ្វី', language: 'en' }, '/text'],
  ] as const) {
    it(`is refused at ${pointer || 'the whole'}: ${JSON.stringify(json).slice(0, 60)}`, async () => {
      const answer = await app.fetch('/api/speech', { json });
      const problem = (await answer.json()) as ProblemJson;
      expect(answer.status, JSON.stringify(problem)).to.be.oneOf([400, 422]);
      expect(problem.errors?.[0]?.pointer).to.equal(pointer);
    });
  }

  it('names the natural voices that could be added here, with what is fetched for each', async () => {
    const answer = (await (await app.fetch('/api/voices')).json()) as {
      voices: { id: string; natural?: boolean }[];
      addable?: { id: string; licence: string; bytes: number; languages: string[] }[];
    };
    expect(answer.voices.some(({ natural }) => natural)).to.equal(false);
    const heart = answer.addable?.find(({ id }) => id === 'heart');
    expect(heart).to.deep.include({ licence: 'Apache-2.0', languages: ['en-US', 'en'] });
    // The model and who speaks.
    expect(heart?.bytes).to.equal(92_361_271 + 522_240);
  });

  it('has a sample of every voice in each of its languages', async () => {
    const { voices } = (await (await app.fetch('/api/voices')).json()) as {
      voices: { id: string; languages: string[]; sample: string }[];
    };
    expect(voices.length).to.be.greaterThan(3);
    const [first] = voices;
    const heard = new Set<string>();
    for (const language of ['en', 'de', 'ar', 'zh', 'hi']) {
      const voice = voices.find(({ languages }) => languages.includes(language));
      const answer = await app.fetch(`${voice?.sample ?? ''}?language=${language}`);
      expect(answer.status, `${language}: ${answer.ok ? '' : await answer.text()}`).to.equal(200);
      expect(answer.headers.get('content-type')).to.equal('audio/wav');
      const bytes = Buffer.from(await answer.arrayBuffer());
      const { samples, sampleRate } = decodeWav(bytes);
      expect(samples.length / sampleRate, language).to.be.within(1.5, 12);
      heard.add(bytes.toString('base64'));
    }
    expect(heard.size).to.equal(5);
    expect((await app.fetch(`${first?.sample ?? ''}?language=tlh`)).status).to.equal(404);
    expect((await app.fetch('/api/voices/nobody/sample')).status).to.equal(404);
    expect((await app.fetch(`${first?.sample ?? ''}?language=!`)).status).to.equal(400);
  });
});
