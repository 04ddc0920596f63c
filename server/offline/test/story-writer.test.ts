import { parseScript } from '@shortfactory/contract';
import { InputInvalid, OFFLINE_LANGUAGES, TOPIC_KINDS } from '@shortfactory/core';
import { detectByWords } from '@shortfactory/text';
import type { Script, Story, TopicKind } from '@shortfactory/core';
import { expect } from 'chai';
import { OfflineStoryWriter } from '../story-writer/index.ts';

const writer = new OfflineStoryWriter();
const { signal } = new AbortController();

async function write(
  topic: string,
  seconds = 30,
  language?: string,
): Promise<{ story: Story; script: Script }> {
  const story = await writer.writeStory(language === undefined ? { topic } : { topic, language }, signal);
  return { story, script: await writer.writeScript({ topic, story, seconds }, signal) };
}

const said = (script: Script): string => script.scenes.map((scene) => scene.narration).join(' ');

const KNOWN: readonly [topic: string, title: string, language: string][] = [
  ['Why the sky is blue', 'Why the sky is blue', 'en'],
  ['why is the sky blue?', 'Why the sky is blue', 'en'],
  ['Why octopuses have three hearts', 'Why octopuses have three hearts', 'en'],
  ['octopus facts', 'Why octopuses have three hearts', 'en'],
  ['why bread rises', 'Why bread rises', 'en'],
  ['How bees give directions', 'How bees give directions', 'en'],
  ['Pompeii’s last morning', 'Pompeii’s last morning', 'en'],
  ['What the Moon smells like', 'What the Moon smells like', 'en'],
  ['The lighthouse (no keeper)', 'The lighthouse with no keeper', 'en'],
  ['How penguins propose with pebbles', 'How penguins propose with pebbles', 'en'],
  ['why leaves change color in autumn', 'Why leaves change colour', 'en'],
  ['The Great Wall of China', 'What the Great Wall of China really is', 'en'],
  ['How do vaccines work?', 'How vaccines work', 'en'],
  ['why do onions make you cry', 'Why onions make you cry', 'en'],
  ['Time zones explained', 'Why we have time zones', 'en'],
  ['Warum ist der Himmel blau?', 'Warum der Himmel blau ist', 'de'],
  ['Kaffee', 'Wie Kaffee wach macht', 'de'],
  ['¿Por qué los pulpos tienen tres corazones?', 'Por qué los pulpos tienen tres corazones', 'es'],
  ['Pourquoi le pain lève', 'Pourquoi le pain lève', 'fr'],
  ['आसमान नीला क्यों है', 'आसमान नीला क्यों है', 'hi'],
  ['لماذا للأخطبوط ثلاثة قلوب؟', 'لماذا للأخطبوط ثلاثة قلوب', 'ar'],
  ['天空为什么是蓝色的？', '天空为什么是蓝色的', 'zh'],
];

/** Topics near one of the handbook's, which it does not answer. */
const UNKNOWN = [
  'Octopus recipes',
  'How far away is the Moon?',
  'The best coffee shops in Vienna',
  'Why the sea is blue',
  'Sky News',
  'Bread and Roses',
  'How to train your dragon',
  'Warum Katzen Gras fressen',
  '为什么猫怕水',
];

describe('offline story writer: topics of its handbook', () => {
  for (const [topic, title, language] of KNOWN) {
    it(`knows "${topic}"`, async () => {
      const { story, script } = await write(topic);
      expect(story).to.include({ title, language });
      expect(story.summary).not.to.match(/outline/u);
      expect(script).to.include({ title, language, imageStyle: story.imageStyle });
      if (language !== 'en') expect(detectByWords(said(script)).language).to.equal(language);
    });
  }

  it('tells why, even in half a minute', async () => {
    const { script } = await write('Why the sky is blue', 30);
    expect(said(script)).to.match(/molecules of the air throw light/u);
  });

  it('begins and ends alike at every length', async () => {
    const [short, long] = await Promise.all([20, 60].map((each) => write('Why bread rises', each)));
    expect(short?.script.scenes.length).to.be.below(long?.script.scenes.length ?? 0);
    expect(short?.script.scenes[0]).to.deep.equal(long?.script.scenes[0]);
    expect(short?.script.scenes.at(-1)).to.deep.equal(long?.script.scenes.at(-1));
  });

  it('keeps the order of the telling at every length', async () => {
    const all = (await write('coffee', 600)).script.scenes.map((scene) => scene.narration);
    for (const wanted of [20, 30, 40]) {
      const places = (await write('coffee', wanted)).script.scenes.map(({ narration }) =>
        all.indexOf(narration),
      );
      expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    }
  });

  it('uses all it knows, once, and no filler when it is asked for more', async () => {
    const narrations = (await write('honey', 600)).script.scenes.map((scene) => scene.narration);
    expect(narrations.length).to.be.within(8, 12);
    expect(new Set(narrations).size).to.equal(narrations.length);
  });

  it('tells a topic in the language asked for, whatever language it was asked in', async () => {
    for (const [topic, language] of [
      ['Why the sky is blue', 'zh'],
      ['El pan', 'de-AT'],
      ['咖啡', 'en'],
    ] as const) {
      const { story, script } = await write(topic, 60, language);
      expect(script.language).to.equal(language);
      expect(detectByWords(`${story.title} ${said(script)}`).language).to.equal(language.slice(0, 2));
    }
  });
});

describe('offline story writer: topics that it does not know', () => {
  for (const topic of UNKNOWN) {
    it(`makes an outline of "${topic}" and says so`, async () => {
      const { story, script } = await write(topic);
      expect(story.summary).to.include(topic.replace(/[?？]$/u, ''));
      expect(story.summary).to.match(/without a language model|ohne Sprachmodell|没有使用语言模型/u);
      expect(script.scenes[0]?.narration).to.include(topic);
    });
  }

  it('never reads the same for two topics', async () => {
    const topics = Array.from(
      { length: 40 },
      (_, index) => `Why do ${'abcdefgh'[index % 8]}${index} things hum`,
    );
    const scripts = await Promise.all(topics.map((topic) => write(topic, 60)));
    expect(new Set(scripts.map(({ script }) => said(script))).size).to.equal(topics.length);
    const bodies = scripts.map(({ script }) =>
      script.scenes
        .slice(1)
        .map((scene) => scene.narration)
        .join(' '),
    );
    expect(new Set(bodies).size).to.be.greaterThan(35);
  });

  it('opens each form of topic in its own way', async () => {
    const topics = [
      'Why do people yawn',
      'How escalators move',
      'How to tie a bow tie',
      'What is jazz?',
      '7 strange museums',
      'Tea vs lemonade',
      'Lisbon',
      'Everyone should learn to cook',
    ];
    const seconds_ = await Promise.all(
      topics.map(async (topic) => (await write(topic)).script.scenes[1]?.narration),
    );
    expect(new Set(seconds_).size).to.equal(topics.length);
  });

  it('asks in each language that it is asked in', async () => {
    const closes = new Set<string>();
    for (const language of OFFLINE_LANGUAGES) {
      const { story, script } = await write('Zyzzyva', 60, language);
      expect(story.language).to.equal(language);
      expect(detectByWords(said(script)).language).to.equal(language);
      expect(script.scenes[0]?.narration).to.include('Zyzzyva');
      closes.add(script.scenes.at(-1)?.narration ?? '');
    }
    expect(closes.size).to.equal(OFFLINE_LANGUAGES.length);
  });

  it('tells other languages in English and says that', async () => {
    const { story, script } = await write('Hur gör man en båt och varför', 30);
    expect(story.summary).to.include('Told in English: the offline writer does not know "sv"');
    expect(script.language).to.equal('en');
  });

  it('repeats itself for equal requests, and its scripts are valid', async () => {
    for (const topic of [
      'Lisbon',
      'Why bread rises',
      '{\\an8} %{pts} $& $1 \'"',
      'Ünïcödé 🎉',
      'x'.repeat(300),
    ]) {
      const [first, second] = [await write(topic, 45), await write(topic, 45)];
      expect(first).to.deep.equal(second);
      expect(parseScript(JSON.parse(JSON.stringify(first.script)))).to.deep.equal(first.script);
      expect(first.story.title.length).to.be.at.most(100);
    }
  });

  it('outlines a list with as many items as the topic names, in each language', async () => {
    for (const [topic, language, third] of [
      ['4 ways to fold a napkin', 'en', 'Number 3'],
      ['Vier Wege, eine Serviette zu falten', 'de', 'Nummer 3'],
      ['4 maneras de doblar una servilleta', 'es', 'Número 3'],
      ['Quatre façons de plier une serviette', 'fr', 'Numéro 3'],
      ['नैपकिन मोड़ने के 4 तरीके', 'hi', 'नंबर 3'],
      ['4 طرق لطي المنديل', 'ar', 'رقم 3'],
      ['折餐巾的4个方法', 'zh', '第3个'],
    ] as const) {
      for (const seconds of [15, 60]) {
        const { script } = await write(topic, seconds, language);
        expect(script.scenes, topic).to.have.length(6);
        expect(script.scenes[3]?.narration, topic).to.include(third);
        expect(parseScript(script)).to.deep.equal(script);
      }
    }
  });

  it('asks what the kind needs that is asked for', async () => {
    const topic = 'The harbour of Ulm';
    const story = await writer.writeStory({ topic }, signal);
    const told = async (kind: TopicKind): Promise<string> =>
      said(await writer.writeScript({ topic, story, kind, seconds: 30 }, signal));
    for (const [kind, asks] of [
      ['story', /What gets in the way\?/],
      ['news', /Who says so/],
      ['ad', /What should people do now/],
      ['quiz', /Question 1\. .*\? Answer 1\. .*Question 2\./],
    ] as const)
      expect(await told(kind), kind).to.match(asks);
    expect(new Set(await Promise.all(TOPIC_KINDS.map(told))).size).to.equal(TOPIC_KINDS.length);
  });

  it('retells a source in its own sentences, shortened, in any language, and nothing besides', async () => {
    for (const [language, text] of [
      [
        'en',
        'The mill was built in 1832 (by two brothers). It grinds oats for four villages. The wheel is made of oak. Boats bring the corn in autumn.',
      ],
      [
        'sv',
        'Kvarnen byggdes 1832 (av två bröder). Den mal havre åt fyra byar. Hjulet är gjort av ek. Båtar hämtar säden på hösten.',
      ],
      [
        'zh',
        '磨坊建于1832年（由两兄弟建造）。水轮是用橡木做的。船在秋天运来谷物。四个村庄的燕麦都在那里磨。',
      ],
    ] as const) {
      const asked = { topic: 'Alva', language, sources: [{ text }], seconds: 20 } as const;
      const story = await writer.writeStory(asked, signal);
      expect(story).to.include({ language }).and.not.have.property('kind');
      const { remarks, ...script } = await writer.writeScript({ ...asked, story }, signal);
      expect(parseScript(script)).to.deep.equal(script);
      expect(script.scenes.length, language).to.be.within(3, 4);
      expect(script.scenes[0]?.narration).to.include('1832').and.not.match(/[(（]/u);
      for (const { restsOn = '?' } of script.scenes) expect(text).to.include(restsOn);
      expect(remarks?.join()).to.include('its sentences are the source’s own');
    }
  });

  it('ends with the call to action, and says where the handbook does not tell as asked', async () => {
    const topic = 'Why the sky is blue';
    const story = await writer.writeStory({ topic }, signal);
    const asked = { topic, story, seconds: 20, callToAction: 'Look up', kind: 'quiz' } as const;
    const script = await writer.writeScript(asked, signal);
    expect(script.scenes.at(-1)?.narration).to.equal('Look up.');
    expect(script.remarks).to.deep.equal([
      'The built-in handbook explains this topic; it cannot tell it as a quiz.',
    ]);
  });

  it('puts the topic into the words as it stands', async () => {
    const { script } = await write('$& and $1');
    expect(script.scenes[0]?.narration).to.include('“$& and $1”');
  });
});

describe('offline story writer: what it is asked', () => {
  it('reads a topic with stray spaces and control characters as one line', async () => {
    expect((await write('  why\tthe \u0000sky\n is  blue ')).story.title).to.equal('Why the sky is blue');
  });

  it('writes a title with a capital, without quotes or a stop', async () => {
    expect((await write('"the quiet life of moss."')).story.title).to.equal('The quiet life of moss');
    expect((await write('iPads in schools')).story.title).to.equal('iPads in schools');
  });

  it('is drawn flat unless another style is asked for', async () => {
    const styles = await Promise.all(['honey', 'Lisbon', 'Why bread rises'].map((topic) => write(topic)));
    expect(new Set(styles.map(({ story }) => story.imageStyle))).to.deep.equal(new Set(['flat']));
  });

  it('keeps the image style that was asked for', async () => {
    const story = await writer.writeStory({ topic: 'honey', imageStyle: 'chalk' }, signal);
    expect(story.imageStyle).to.equal('chalk');
  });

  const refused: readonly [string, string][] = [
    ['', 'topic: it is empty; say what the short is about'],
    [' \n\t', 'topic: it is empty; say what the short is about'],
    ['?!…', 'topic: it has no letters or digits; say what the short is about'],
    [
      'word '.repeat(10_000),
      'topic: it has 49,999 characters, and the most is 300; pass a longer text as a script',
    ],
  ];
  for (const [topic, message] of refused) {
    it(`refuses ${JSON.stringify(topic.slice(0, 10))} in one sentence`, async () => {
      const error: unknown = await writer.writeStory({ topic }, signal).catch((caught: unknown) => caught);
      expect(error).to.be.instanceOf(InputInvalid).with.property('message', message);
    });
  }

  it('stops for its signal', async () => {
    const reason = new Error('stopped');
    const caught: unknown = await writer
      .writeStory({ topic: 'honey' }, AbortSignal.abort(reason))
      .catch((error: unknown) => error);
    expect(caught).to.equal(reason);
  });
});
