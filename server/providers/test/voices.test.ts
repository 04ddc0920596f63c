import { splitWords } from '@shortfactory/core';
import type { SpeechMark } from '@shortfactory/core';
import { expect } from 'chai';
import { Services } from '@shortfactory/testing/fakes/providers/services';
import { babble } from '@shortfactory/testing/fakes/providers/sounds';

const services = new Services();
const { elevenLabs, google } = services;
before(() => services.listen());
after(() => services.close());
afterEach(() => services.all.forEach((server) => server.reset()));
const never = new AbortController().signal;
const TEXT = 'It’s 5 < 6 & “true”: 🐙 octopuses, say so.';
/** 200 ms of silence before the first word become 40. */
const CUT_MS = 160;

/** The time of each word's first mark. */
function starts(marks: readonly SpeechMark[], text: string): number[] {
  return splitWords(text, 'en').map(
    ({ start, end }) => marks.find(({ offset }) => offset >= start && offset < end)?.ms ?? NaN,
  );
}

describe('ElevenLabsNarrator', () => {
  const request = { text: TEXT, language: 'en', voice: 'elevenlabs-sarah' };

  it('asks for raw samples in the voice’s own id, with the text as it stands', async () => {
    await services.elevenLabsNarrator().narrate(request, never);
    const [work] = elevenLabs.works;
    expect(work?.path).to.equal('/v1/text-to-speech/EXAVITQu4vr4xnSDxMaL/with-timestamps');
    expect(work?.body).to.deep.equal({ text: TEXT, model_id: 'eleven_multilingual_v2' });
  });

  it('takes each word’s time from its characters, counted in UTF-16', async () => {
    const { marks } = await services.elevenLabsNarrator().narrate(request, never);
    const truth = babble(TEXT).startsMs.map((ms) => ms - CUT_MS);
    expect(starts(marks, TEXT)).to.deep.equal(truth);
  });

  it('finds the words in the sound when no times come', async () => {
    elevenLabs.withTimes = false;
    const { marks } = await services.elevenLabsNarrator().narrate(request, never);
    elevenLabs.withTimes = true;
    const truth = babble(TEXT).startsMs.map((ms) => ms - CUT_MS);
    starts(marks, TEXT).forEach((ms, i) => expect(ms).to.be.closeTo(truth[i] ?? 0, 350));
  });

  it('counts what it costs by characters', async () => {
    const { SpendAccount } = await import('@shortfactory/core');
    const account = new SpendAccount();
    await services.elevenLabsNarrator().narrate(request, never, account);
    expect(account.usd).to.be.closeTo(TEXT.length * 0.0001, 1e-6);
  });
});

describe('GoogleNarrator', () => {
  it('asks a voice that takes marks for the time of every word, with the text as text', async () => {
    const request = { text: TEXT, language: 'en', voice: 'google-en-us-wavenet-f' };
    const { marks } = await services.googleNarrator().narrate(request, never);
    const [work] = google.works;
    expect(work?.path).to.equal('/v1beta1/text:synthesize');
    expect(work?.headers['x-goog-user-project']).to.equal('a-project');
    expect(work?.body['enableTimePointing']).to.deep.equal(['SSML_MARK']);
    expect(work?.body['input']).to.deep.equal({
      ssml: '<speak><mark name="0"/>It’s <mark name="1"/>5 &lt; 6 &amp; “true”: 🐙 octopuses, say so.</speak>'.replace(
        /5 &lt; 6.*so\./,
        () => expectedSsmlTail(),
      ),
    });
    const truth = babble(TEXT).startsMs.map((ms) => ms - CUT_MS);
    expect(starts(marks, TEXT)).to.deep.equal(truth);
  });

  it('speaks with a natural voice by the stable interface, and finds the words in the sound', async () => {
    const request = { text: TEXT, language: 'en', voice: 'google-en-us-charon' };
    const { marks } = await services.googleNarrator().narrate(request, never);
    const [work] = google.works;
    expect(work?.path).to.equal('/v1/text:synthesize');
    expect(work?.body['voice']).to.deep.equal({ languageCode: 'en-US', name: 'en-US-Chirp3-HD-Charon' });
    expect(work?.body['input']).to.deep.equal({ text: TEXT });
    const truth = babble(TEXT).startsMs.map((ms) => ms - CUT_MS);
    starts(marks, TEXT).forEach((ms, i) => expect(ms).to.be.closeTo(truth[i] ?? 0, 350));
  });

  it('is given the sounds of words whose pronunciation is known', async () => {
    const request = {
      text: 'Ask Nguyen to come.',
      language: 'en',
      phonemes: [{ start: 4, end: 10, ipa: 'wɪn' }],
    };
    const narrator = services.googleNarrator();
    await narrator.narrate({ ...request, voice: 'google-en-us-wavenet-f' }, never);
    await narrator.narrate({ ...request, voice: 'google-en-us-charon' }, never);
    const [marked, natural] = google.works.map(({ body }) => body['input']);
    expect(marked).to.deep.equal({
      ssml: '<speak><mark name="0"/>Ask <mark name="1"/><phoneme alphabet="ipa" ph="wɪn">Nguyen</phoneme> <mark name="2"/>to <mark name="3"/>come.</speak>',
    });
    expect(natural).to.deep.equal({
      text: request.text,
      customPronunciations: {
        pronunciations: [
          { phrase: 'Nguyen', phoneticEncoding: 'PHONETIC_ENCODING_IPA', pronunciation: 'wɪn' },
        ],
      },
    });
  });

  it('speaks Chinese and Arabic under the codes that the service has for them', () => {
    const { voices } = services.googleNarrator();
    const speaking = (tag: string) =>
      voices.filter(({ languages }) => languages.includes(tag)).map(({ id }) => id);
    expect(speaking('zh')).to.include('google-cmn-cn-aoede');
    expect(speaking('ar')).to.include('google-ar-xa-charon');
  });
});

/** Every word of TEXT behind its mark, from the second on. */
function expectedSsmlTail(): string {
  const words = splitWords(TEXT, 'en').slice(1);
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  return words
    .map(({ text }, i) => (i === 0 ? escaped(text) : `<mark name="${i + 1}"/>${escaped(text)}`))
    .join(' ');
}
