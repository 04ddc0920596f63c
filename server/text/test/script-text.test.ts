import { SCRIPT_LIMITS, ScriptInvalid, splitWords } from '@shortfactory/core';
import { expect } from 'chai';
import { scriptFromText } from '../script-text.ts';

const spoken = (text: string): string[] => scriptFromText(text).scenes.map((scene) => scene.narration);
const words = (text: string, language = 'en'): string[] =>
  splitWords(text, language).map((word) => word.text);

/** Prose whose sentences vary in length from 3 to 40 words, the same at every run. */
function prose(sentences: number): string {
  return Array.from({ length: sentences }, (_, index) => {
    const length = 3 + ((index * 13) % 38);
    const body = Array.from({ length }, (__, at) => `word${index}x${at}${at % 7 === 6 ? ',' : ''}`).join(' ');
    return `${body.replace(/,$/u, '')}.`;
  }).join(' ');
}

describe('a script from plain text', () => {
  it('says every word once, in order, in scenes of at most 30 words', () => {
    const text = prose(24);
    const scenes = spoken(text);
    expect(scenes.flatMap((narration) => words(narration))).to.deep.equal(words(text));
    for (const narration of scenes) expect(words(narration).length).to.be.within(3, 30);
    const usual = scenes.filter(
      (narration) => words(narration).length >= 10 && words(narration).length <= 24,
    );
    expect(usual.length / scenes.length).to.be.greaterThan(0.7);
  });

  it('ends scenes at sentences where it can, not at abbreviations, initials or decimals', () => {
    const sentence = 'Dr. Who came at 3.5 p.m. to meet J. K. Rowling, e.g. the writer, in St. Paul.';
    expect(spoken(`${sentence} ${sentence} ${sentence}`)).to.deep.equal([sentence, sentence, sentence]);
  });

  it('keeps a German ordinal in its sentence', () => {
    const sentence = 'Am 3. Oktober kam Herr Dr. Müller z. B. mit dem Zug und brachte ein Buch nach Hause.';
    expect(spoken(`${sentence} ${sentence}`)).to.deep.equal([sentence, sentence]);
  });

  it('splits a sentence that is too long at its clauses', () => {
    const clause = (letter: string): string => Array.from({ length: 16 }, () => letter).join(' ');
    expect(spoken(`${clause('a')}, ${clause('b')}; ${clause('c')}.`)).to.deep.equal([
      `${clause('a')},`,
      `${clause('b')};`,
      `${clause('c')}.`,
    ]);
  });

  it('splits 100 words without any punctuation between words', () => {
    const text = Array.from({ length: 100 }, (_, index) => `w${index}`).join(' ');
    expect(spoken(text).join(' ')).to.equal(text);
    for (const narration of spoken(text)) expect(words(narration).length).to.be.within(10, 30);
  });

  it('groups Chinese into scenes of at most 60 characters and loses none', () => {
    const text =
      '天空为什么是蓝色的？因为空气分子会散射阳光中的蓝光，而红光几乎直接穿过去。所以我们抬头看到的是一片蓝色。日落时阳光要穿过更厚的空气，蓝光被散射掉了，只剩下红色和橙色，于是天边像着了火一样。';
    const script = scriptFromText(text);
    expect(script.language).to.equal('zh');
    expect(script.scenes.map((scene) => scene.narration).join('')).to.equal(text);
    for (const { narration } of script.scenes) expect([...narration].length).to.be.within(15, 60);
  });

  it('splits long Arabic at the Arabic comma', () => {
    const clause =
      'ينتشر الضوء الأزرق في الهواء أكثر من الضوء الأحمر بكثير في كل مكان وزمان فوق رؤوسنا جميعا';
    const scenes = spoken(`${clause}، ${clause}، ${clause}.`);
    expect(scenes).to.deep.equal([`${clause}،`, `${clause}،`, `${clause}.`]);
  });

  it('keeps short lines without stops apart rather than gluing their words', () => {
    const line = 'Coffee wakes you up every single day';
    expect(
      spoken(Array.from({ length: 6 }, () => line).join('\n')).every((each) => each.endsWith('day')),
    ).to.equal(true);
  });

  it('keeps marks that only look like Markdown, ASS or HTML', () => {
    const text = `{\\an8} 'it' costs 2*3*4: %{pts} a<b and c>d snake_case #tag`;
    expect(spoken(text)).to.deep.equal([text]);
  });

  it('never breaks a grapheme, even in an overlong title', () => {
    const family = '👨‍👩‍👧‍👦';
    const script = scriptFromText(`${`${family} `.repeat(60)}end`);
    expect(script.title.length).to.be.at.most(SCRIPT_LIMITS.titleChars);
    expect(script.title.replaceAll(family, '')).to.match(/^ *…$/u);
    for (const { narration } of script.scenes)
      expect(narration.replaceAll(family, '')).to.match(/^ *(end)?$/u);
  });
});

describe('a script from paragraphs and Markdown', () => {
  const MARKDOWN = `# Why the **sky** is blue

<!-- a note to self -->
## Scene 1
Visual: sunlight through a prism in a dark room

Sunlight is *every* colour. See [this page](https://example.com/a_(b)).

## The air
- Air scatters blue
- Red goes https://example.com/red straight on
[visual: blue sky (noon) over hills]

---
> So look \`up\`!

![an octopus waving](octopus.png)
It stops.
`;

  it('says the text without its marks, scene by scene as the author made them', () => {
    expect(spoken(MARKDOWN)).to.deep.equal([
      'Sunlight is every colour. See this page.',
      'The air. Air scatters blue. Red goes straight on.',
      'So look up!',
      'It stops.',
    ]);
  });

  it('takes the first heading as the title, unspoken', () => {
    expect(scriptFromText(MARKDOWN).title).to.equal('Why the sky is blue');
  });

  it('takes visuals from visual lines above or below their words, and from images', () => {
    expect(scriptFromText(MARKDOWN).scenes.map((scene) => scene.visual)).to.deep.equal([
      'sunlight through a prism in a dark room',
      'blue sky (noon) over hills',
      'So look up! (Why the sky is blue)',
      'an octopus waving',
    ]);
  });

  it('gives each visual its own scene when they follow one another without blank lines', () => {
    const script = scriptFromText('Visual: a red fox\nFoxes run.\n(Visual: a grey owl)\nOwls fly.');
    expect(script.scenes).to.deep.equal([
      { narration: 'Foxes run.', visual: 'a red fox' },
      { narration: 'Owls fly.', visual: 'a grey owl' },
    ]);
  });

  it('keeps short paragraphs as scenes and splits a long one further', () => {
    const long = `${prose(6)}`;
    const scenes = spoken(`A short one.\n\n${long}\n\nAnother.`);
    expect(scenes[0]).to.equal('A short one.');
    expect(scenes.at(-1)).to.equal('Another.');
    expect(scenes.slice(1, -1).join(' ')).to.equal(long);
    for (const narration of scenes) expect(words(narration).length).to.be.at.most(30);
  });

  it('uses a short first line as the title and still says it', () => {
    const script = scriptFromText('The night sky\n\nStars are far away. Very far.');
    expect(script.title).to.equal('The night sky');
    expect(script.scenes[0]?.narration).to.equal('The night sky');
  });

  it('shortens the first sentence into a title when nothing else is one', () => {
    const { title } = scriptFromText(prose(4).replace(/^.*?\. /u, ''));
    expect(title.length).to.be.at.most(81);
    expect(title).to.match(/\d…$/u);
  });

  it('says a lone heading rather than nothing', () => {
    expect(spoken('# Hello there')).to.deep.equal(['Hello there']);
  });

  it('takes title and language from its options', () => {
    const script = scriptFromText('Hallo', { language: 'de-AT', title: 'Gruß' });
    expect(script).to.include({ title: 'Gruß', language: 'de-AT' });
  });

  it('merges neighbours when there are more scenes than a script may have', () => {
    const text = Array.from({ length: 90 }, (_, index) => `Line ${index} here.`).join('\n\n');
    const scenes = spoken(text);
    expect(scenes.length).to.equal(SCRIPT_LIMITS.scenes);
    expect(scenes.flatMap((narration) => words(narration))).to.deep.equal(words(text));
  });
});

describe('a text that is not a script', () => {
  const cases: readonly [what: string, text: string, message: string][] = [
    ['empty text', '', 'script: it holds nothing that can be spoken'],
    ['only marks', '---\n\n<!-- x -->\n…', 'script: it holds nothing that can be spoken'],
    ['only a visual', 'Visual: a fox', 'script: it holds nothing that can be spoken'],
    ['10,000 words', 'word '.repeat(10_000), 'script: it has 10,000 words; the most is 700'],
    ['a million words', 'word '.repeat(1_000_000), 'script: it has 1,000,000 words; the most is 700'],
    ['a NUL', 'one\r\ntwo\0', 'script: line 2 has a NUL character'],
    ['a bell', '\n\na\u0007', 'script: line 3 has the character U+0007, which no text holds'],
    ['half an emoji', 'a \ud83c b', 'script: line 1 has the character U+D83C, which no text holds'],
    [
      'an endless word',
      'x'.repeat(5000),
      'script: the word that begins "xxxxxxxxxxxxxxxxxxxx" has 5000 characters; the most is 1200',
    ],
  ];
  for (const [what, text, message] of cases) {
    it(`refuses ${what} in one sentence`, () => {
      expect(() => scriptFromText(text))
        .to.throw(ScriptInvalid)
        .with.property('message', message);
    });
  }

  it('refuses a language that is none', () => {
    expect(() => scriptFromText('Hi', { language: 'not a tag' })).to.throw(
      'language: "not a tag" is not a language tag',
    );
  });

  it('answers hostile text in time that grows with its length', () => {
    const started = performance.now();
    for (const piece of [
      '<!--',
      '[',
      '`',
      '*a ',
      '_a_',
      '(visual:',
      '<b a="',
      '![',
      'https://',
      '> ',
      '| ',
    ]) {
      try {
        scriptFromText(piece.repeat(Math.floor(60_000 / piece.length)));
      } catch (error) {
        expect(error).to.be.instanceOf(ScriptInvalid);
      }
    }
    expect(performance.now() - started).to.be.below(5000);
  });
});
