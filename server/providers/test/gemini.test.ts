import { SpendAccount, readWavHeader } from '@shortfactory/core';
import type { IllustrationRequest, SpokenAudio } from '@shortfactory/core';
import type { FsObjectStore } from '@shortfactory/storage';
import { expect } from 'chai';
import { generationOf, kindOf, partsOf, scenesOf, STORY } from '@shortfactory/testing/fakes/providers/gemini';
import { Services } from '@shortfactory/testing/fakes/providers/services';
import { babble } from '@shortfactory/testing/fakes/providers/sounds';

const services = new Services();
const { gemini } = services;
before(() => services.listen());
after(() => services.close());
afterEach(() => {
  gemini.reset();
  gemini.story = STORY;
  gemini.script = { scenes: scenesOf(3) };
  gemini.picture = { width: 768, height: 1344 };
  gemini.speech = 'wav';
});
const never = new AbortController().signal;
const texts = (index: number): string =>
  partsOf(gemini.works[index] as (typeof gemini.works)[number])
    .map(({ text = '' }) => text)
    .join('\n');

describe('GeminiStoryWriter', () => {
  const story = { title: 'T', summary: 'S', imageStyle: 'chalk', characters: [], language: 'de' } as const;

  it('asks for JSON of the shape that is needed, and for the topic in the language wanted', async () => {
    await services
      .storyWriter()
      .writeStory({ topic: 'Warum ist <b>der Himmel</b> blau?', language: 'de' }, never);
    const [request] = gemini.works;
    const generation = generationOf(request?.body ?? {});
    expect(generation).to.include({ responseMimeType: 'application/json' });
    expect(Object.keys(generation.responseJsonSchema?.properties ?? {})).to.include.members([
      'title',
      'characters',
    ]);
    expect(texts(0))
      .to.include('<topic>Warum ist <b>der Himmel</b> blau?</topic>')
      .and.include('German (de)');
    expect(JSON.stringify(request?.body['systemInstruction'])).to.include('never invent');
  });

  it('says how long the script should be, in words of its language', async () => {
    gemini.script = { scenes: scenesOf(3) };
    await services.storyWriter().writeScript({ topic: 'Himmel', story, seconds: 20 }, never);
    expect(texts(0)).to.match(/About 20 seconds of speech: 36 words in all, in about 4 scenes/);
    gemini.reset();
    await services
      .storyWriter()
      .writeScript({ topic: '天空', story: { ...story, language: 'zh' }, seconds: 20 }, never);
    expect(texts(0)).to.include('69 characters in all');
  });

  it('keeps the language and style that were asked for, whatever the answer says', async () => {
    const told = await services
      .storyWriter()
      .writeStory({ topic: 'T', language: 'fr', imageStyle: 'ink' }, never);
    expect(told).to.include({ language: 'fr', imageStyle: 'ink', title: STORY.title });
  });

  it('sends a script back once with what is wrong with it, and takes the second one', async () => {
    const good = { scenes: scenesOf(3) };
    const bad = { scenes: [{ narration: '…', visual: 'the sky' }, ...good.scenes.slice(1)] };
    Object.defineProperty(gemini, 'script', {
      configurable: true,
      get: () => (gemini.works.length === 1 ? bad : good),
    });
    try {
      const account = new SpendAccount();
      const script = await services
        .storyWriter()
        .writeScript({ topic: 'T', story, seconds: 15 }, never, account);
      expect(script.scenes).to.deep.equal(good.scenes);
      expect(gemini.works).to.have.length(2);
      expect(texts(1))
        .to.include(JSON.stringify(bad))
        .and.include('/scenes/0/narration holds nothing that can be spoken');
      expect(account.lines, 'both are paid').to.have.nested.property('[0].calls', 2);
    } finally {
      Object.defineProperty(gemini, 'script', { configurable: true, writable: true, value: good });
    }
  });

  it('sends a script back that is much too long, and takes what comes then', async () => {
    gemini.script = { scenes: scenesOf(20) };
    const script = await services.storyWriter().writeScript({ topic: 'T', story, seconds: 15 }, never);
    expect(script.scenes).to.have.length(20);
    expect(texts(1)).to.match(
      /the narrations take about \d+ seconds; 15 seconds, which is 27 words in all, were asked for/,
    );
  });

  it('has another id when a word of its prompts changes, so that old artifacts are not taken for new ones', () => {
    expect(services.storyWriter().id).to.match(/^gemini:gemini-3\.8-flash\+[0-9a-f]{8}$/);
  });
});

describe('GeminiIllustrator', () => {
  const request: IllustrationRequest = {
    ...{ visual: 'Mira climbs a hill', imageStyle: 'flat', characters: [], widthPx: 1080, heightPx: 1920 },
  };
  const mira = { name: 'Mira', appearance: 'a girl of nine, yellow raincoat' };

  it('asks for the upright shape in 2K, in the style’s own words', async () => {
    await services.illustrator().illustrate(request, never);
    const [work] = gemini.works;
    expect(generationOf(work?.body ?? {}).imageConfig).to.deep.equal({
      aspectRatio: '9:16',
      imageSize: '2K',
    });
    expect(texts(0)).to.include('Flat vector illustration').and.include('Picture: Mira climbs a hill');
  });

  it('draws a sheet of the characters once, and shows it to every scene', async () => {
    const tools = services.tools();
    const illustrator = services.illustrator(tools);
    const scenes = [1, 2, 3, 4].map((n) => ({
      ...request,
      visual: `Mira, picture ${n}`,
      characters: [mira],
    }));
    await Promise.all(scenes.map((scene) => illustrator.illustrate(scene, never)));
    const sheets = gemini.works.filter((work) => !partsOf(work).some(({ inlineData }) => inlineData));
    expect(sheets, 'sheets').to.have.length(1);
    expect(gemini.works).to.have.length(5);
    const shown = gemini.works.flatMap((work) =>
      partsOf(work).flatMap(({ inlineData }) => inlineData?.data ?? []),
    );
    expect(new Set(shown).size, 'one and the same').to.equal(1);
    expect(shown).to.have.length(4);

    // Another process over the same store goes on with the same characters.
    gemini.reset();
    await services
      .illustrator(tools)
      .illustrate({ ...request, visual: 'Mira again', characters: [mira] }, never);
    expect(gemini.works).to.have.length(1);
    expect(partsOf(gemini.works[0] as (typeof gemini.works)[0])[0]?.inlineData?.data).to.equal(shown[0]);
  });

  it('draws without a sheet when the sheet is declined, and asks for it once', async () => {
    gemini.fault = (work) =>
      generationOf(work.body).imageConfig?.aspectRatio === '16:9' ? 'declined' : undefined;
    const illustrator = services.illustrator();
    for (const n of [1, 2])
      await illustrator.illustrate({ ...request, visual: `${n}`, characters: [mira] }, never);
    expect(gemini.works.map((work) => generationOf(work.body).imageConfig?.aspectRatio)).to.deep.equal([
      '16:9',
      '9:16',
      '9:16',
    ]);
    expect(texts(1)).to.include('- Mira: a girl of nine, yellow raincoat');
  });

  it('does not pay for a sheet when the story has no characters', async () => {
    await services.illustrator().illustrate(request, never);
    expect(gemini.works.filter((work) => kindOf(work) === 'image')).to.have.length(1);
  });

  it('costs about what the price list says', async () => {
    const account = new SpendAccount();
    await services.illustrator().illustrate(request, never, account);
    // 400 tokens in, a picture of 1680 tokens, 300 tokens of thought.
    expect(account.usd).to.be.closeTo((400 * 1.5 + 1680 * 30 + 300 * 7.5) / 1e6, 1e-6);
  });

  it('stores sheets beside the artifacts', async () => {
    const tools = services.tools();
    await services.illustrator(tools).illustrate({ ...request, characters: [mira] }, never);
    const names = await (tools.store as FsObjectStore).list('artifacts/illustrate/', { limit: 10 });
    expect(names).to.have.length(1);
    expect(names[0]).to.match(/^artifacts\/illustrate\/sheet-[0-9a-f]{64}$/);
  });
});

describe('GeminiNarrator', () => {
  const text = 'One whisper [softly] is enough. <sigh> Then the rain begins, at last.';
  const speak = (): Promise<SpokenAudio> =>
    services.geminiNarrator().narrate({ text, language: 'en', voice: 'gemini-charon' }, never);

  it('sends the text so that nothing in it counts as directions', async () => {
    await speak();
    expect(partsOf(gemini.works[0] as (typeof gemini.works)[0])).to.deep.equal([
      { text: 'One whisper  softly  is enough.  sigh  Then the rain begins, at last.' },
    ]);
    expect(
      generationOf(gemini.works[0]?.body ?? {}).speechConfig?.voiceConfig?.prebuiltVoiceConfig,
    ).to.deep.equal({
      voiceName: 'Charon',
    });
  });

  for (const speech of ['wav', 'pcm'] as const) {
    it(`takes ${speech === 'wav' ? 'a WAV file' : 'raw samples'}, and puts words where they are heard`, async () => {
      gemini.speech = speech;
      const { wav, marks } = await speak();
      expect(readWavHeader(wav).sampleRate).to.equal(24_000);
      const { startsMs } = babble('One whisper  softly  is enough.  sigh  Then the rain begins, at last.');
      // 200 ms of silence became 40; a word's start is found from the sound alone.
      const after = marks.find(({ offset }) => offset === text.indexOf('Then'));
      expect(after?.ms).to.be.closeTo((startsMs[6] ?? 0) - 160, 60);
      expect(marks[0]?.ms).to.be.closeTo(40, 20);
    });
  }
});
