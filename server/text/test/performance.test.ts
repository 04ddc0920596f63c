import { ScriptInvalid } from '@shortfactory/core';
import type { Script } from '@shortfactory/core';
import { expect } from 'chai';
import { performanceOf, pronounced, pronunciationsIn, scriptFromText } from '../index.ts';

/** Who says what, with the silence before it in ms: "ANNA|0|Hello." */
function toldAs(script: Script): string[] {
  const told = performanceOf(script);
  return told.scenes.flatMap(({ parts, pauseAfterMs }, i) => {
    const said = told.script.scenes[i]?.narration ?? '';
    return [
      ...parts.map(
        ({ start, end, speaker, pauseMs }) => `${speaker ?? '-'}|${pauseMs}|${said.slice(start, end).trim()}`,
      ),
      ...(pauseAfterMs > 0 ? [`end|${pauseAfterMs}|`] : []),
    ];
  });
}

const told = (text: string): string[] => toldAs(scriptFromText(text));

describe('speakers in a text', () => {
  const SPOKEN: readonly (readonly [string, string, readonly string[]])[] = [
    ['capitals', 'MIA: Is it warm?\n\nTOM: It is.', ['MIA|0|Is it warm?', 'TOM|0|It is.']],
    ['bold names', '**MIA:** Is it warm?\n\n**TOM:** It is.', ['MIA|0|Is it warm?', 'TOM|0|It is.']],
    [
      'names that come again, and those between them',
      'Mia: One.\nTom: Two.\nMia: Three.',
      ['Mia|0|One.', 'Tom|300|Two.', 'Mia|300|Three.'],
    ],
    [
      'the narrator by name',
      'MIA: Go.\n\nNarrator: She went.\n\nTOM: Gone.',
      ['MIA|0|Go.', '-|0|She went.', 'TOM|0|Gone.'],
    ],
    [
      'Chinese, with its own colon',
      '小明：你好。\n\n小红：早。\n\n小明：再见。',
      ['小明|0|你好。', '小红|0|早。', '小明|0|再见。'],
    ],
    ['Hindi', 'राम: नमस्ते।\n\nसीता: चलो।\n\nराम: ठीक है।', ['राम|0|नमस्ते।', 'सीता|0|चलो।', 'राम|0|ठीक है।']],
    [
      'Arabic',
      'ليلى: مرحبا.\n\nسامي: أهلا.\n\nليلى: وداعا.',
      ['ليلى|0|مرحبا.', 'سامي|0|أهلا.', 'ليلى|0|وداعا.'],
    ],
    ['Russian', 'Вера: Да?\n\nПётр: Нет.\n\nВера: Жаль.', ['Вера|0|Да?', 'Пётр|0|Нет.', 'Вера|0|Жаль.']],
    [
      'a name that only the front matter has',
      '---\nvoices: { Mia: nora }\n---\nMia: Only once.',
      ['Mia|0|Only once.'],
    ],
    [
      'a direction beside the name',
      'MIA (whispering): Hush.\n\nTOM [off]: Why?',
      ['MIA|0|Hush.', 'TOM|0|Why?'],
    ],
    [
      'a direction behind the name, and a host’s label beside it',
      'HOST: Well?\n\nGUEST: (sighs) So be it.',
      ['-|0|Well?', 'GUEST|0|So be it.'],
    ],
    ['a pause behind the name', 'MIA: (beat) Hush.\n\nTOM: Why?', ['MIA|500|Hush.', 'TOM|0|Why?']],
    [
      'numbers',
      'Guest 1: So.\n\nGuest 2: No.\n\nGuest 1: Yes.\n\nGuest 2: Ah.',
      ['Guest 1|0|So.', 'Guest 2|0|No.', 'Guest 1|0|Yes.', 'Guest 2|0|Ah.'],
    ],
  ];
  for (const [what, text, expected] of SPOKEN)
    it(`are known by ${what}`, () => expect(told(text)).to.deep.equal(expected));

  const PROSE = [
    'Remember: sleep is free.',
    'Tip: stretch first.\n\nTip: breathe out.\n\nTip: rest.',
    'Myth: it is flat.\n\nFact: it is round.\n\nMyth: it is near.\n\nFact: it is far.',
    'POV: you are late again.',
    'Breakfast: oats.\nLunch: soup.\nDinner: rice.',
    'Merke: Wasser kocht.\n\nMerke: Eis schmilzt.',
    'Recuerda: bebe agua.\n\nRecuerda: duerme.',
    '记住：多喝水。\n\n记住：早睡。',
    'याद रखें: पानी पिएं।\n\nयाद रखें: सोएं।',
    'نصيحة: اشرب الماء.\n\nنصيحة: نم جيدا.',
    'Mira: esto es nuevo.',
    'The train leaves at 10:30: be there.',
    'See https://example.org: it is all there.',
  ];
  for (const text of PROSE)
    it(`are not made by a colon: ${text.split('\n')[0] ?? ''}`, () => {
      const parts = told(text);
      expect(parts.every((part) => part.startsWith('-|'))).to.equal(true);
      if (!text.includes('http')) expect(parts.join(' ')).to.match(/[:：]/u);
    });

  it('keep their long turns: each scene begins with the name', () => {
    const turn =
      'The river was wide and the boat was small, and nobody had thought of bringing oars. '.repeat(4);
    const script = scriptFromText(`MIA: ${turn}\n\nTOM: Swim.`);
    const names = script.scenes.map(({ narration }) => narration.split(':')[0]);
    expect(names.length).to.be.greaterThan(3);
    expect(names.slice(0, -1)).to.satisfy((all: string[]) => all.every((name) => name === 'MIA'));
    expect(names.at(-1)).to.equal('TOM');
  });

  it('are also read from a script in JSON, and from one that was opened again', () => {
    const scenes = [
      { narration: 'MIA: Was that thunder?\nTOM: A truck. [pause 2s] I think.', visual: 'a street' },
    ];
    const script = { title: 'T', language: 'en', scenes };
    const expected = ['MIA|0|Was that thunder?', 'TOM|300|A truck.', 'TOM|2000|I think.'];
    expect(toldAs(script)).to.deep.equal(expected);
    expect(performanceOf(script).script.scenes[0]?.narration).to.equal('Was that thunder? A truck. I think.');
  });
});

describe('pauses in a text', () => {
  const PAUSES: readonly (readonly [string, readonly string[]])[] = [
    ['One [pause] two.', ['-|0|One', '-|1000|two.']],
    ['One [pause 1.5s] two.', ['-|0|One', '-|1500|two.']],
    ['One [pause: 700 ms] two.', ['-|0|One', '-|700|two.']],
    ['One [2 second pause] two.', ['-|0|One', '-|2000|two.']],
    ['One (beat) two.', ['-|0|One', '-|500|two.']],
    ['One [pause for effect] two.', ['-|0|One', '-|1000|two.']],
    ['One <break time="1s"/> two.', ['-|0|One', '-|1000|two.']],
    ["One <break time='250ms'></break> two.", ['-|0|One', '-|250|two.']],
    ['One <break strength="medium" /> two.', ['-|0|One', '-|500|two.']],
    ['One. [beat] [pause 1s] Two.', ['-|0|One.', '-|1500|Two.']],
    ['One [pause 1s], two.', ['-|0|One,', '-|1000|two.']],
    ['Eins [Pause 2 Sekunden] zwei.', ['-|0|Eins', '-|2000|zwei.']],
    ['Uno [pausa 1,5 s] dos.', ['-|0|Uno', '-|1500|dos.']],
    ['一 [停顿 2 秒] 二。', ['-|0|一', '-|2000|二。']],
    ['एक [विराम २ सेकंड] दो।', ['-|0|एक', '-|2000|दो।']],
    ['واحد [وقفة ٢ ثانية] اثنان.', ['-|0|واحد', '-|2000|اثنان.']],
    // The breath between two scenes is part of what is asked for.
    ['One.\n\n[pause 2s]\n\nTwo.', ['-|0|One.', 'end|1450|', '-|0|Two.']],
    ['One.\n\n[pause 2s] Two.', ['-|0|One.', '-|1450|Two.']],
    ['[pause 1s]\n\nOne.', ['-|1000|One.']],
    ['He paused [the film] once.', ['-|0|He paused [the film] once.']],
  ];
  for (const [text, expected] of PAUSES)
    it(`are heard and not said: ${JSON.stringify(text)}`, () => expect(told(text)).to.deep.equal(expected));

  it('and emphasis leave nothing in the words', () => {
    const narration = 'It is *not* a **very** _big_ 2*3 thing [pause 1s] <break time="1s"/>.';
    const said = performanceOf({ title: 'T', language: 'en', scenes: [{ narration, visual: 'v' }] });
    expect(said.script.scenes[0]?.narration).to.equal('It is not a very big 2*3 thing.');
  });
});

describe('front matter', () => {
  it('says title, language, voices, pronunciations, speed and emoji, and is not spoken', () => {
    const text =
      '---\ntitle: Two cats\nlang: en-GB\nspeed: 0.9\nemoji: spoken\nvoices:\n  MIA: nora\npronunciations: { Siobhan: shi-vawn }\ntags: [a, b]\n---\n\nMIA: Siobhan came.';
    const { scenes, ...rest } = scriptFromText(text);
    expect(rest).to.deep.equal({
      title: 'Two cats',
      language: 'en-GB',
      speed: 0.9,
      emoji: 'spoken',
      voices: { MIA: 'nora' },
      pronunciations: { Siobhan: 'shi-vawn' },
    });
    expect(scenes.map(({ narration }) => narration)).to.deep.equal(['MIA: Siobhan came.']);
  });

  it('is not what stands between two scene breaks', () => {
    const { scenes } = scriptFromText('---\nThink: is it true?\n---\nIt is.');
    expect(scenes.map(({ narration }) => narration)).to.deep.equal(['Think: is it true?', 'It is.']);
  });

  const REFUSED: readonly (readonly [string, string])[] = [
    ['---\nemoji: aloud\n---\nHi.', 'line 2: emoji is "aloud"; one of silent, spoken was expected'],
    ['---\nspeed: 3\n---\nHi.', 'line 2: speed is 3; a number from 0.8 to 1.3 was expected'],
    [
      '---\ntitle: A\npronunciations:\n  "": win\n---\nHi.',
      'line 4: pronunciations has an entry without a word; a word and how it is said, such as Nguyen: win was expected',
    ],
    [
      '---\nvoices:\n  MIA:\n---\nHi.',
      'line 3: voices says nothing for "MIA"; a speaker and a voice, such as ANNA: nora was expected',
    ],
    [
      '---\nvoices: nora\n---\nHi.',
      'line 2: voices is not a list of entries; a speaker and a voice, such as ANNA: nora was expected',
    ],
    [
      '---\nlanguage: xx_yy\n---\nHi.',
      'line 2: language is "xx_yy"; a language tag such as en or zh-Hans was expected',
    ],
    ['Hi.\n\nWait [pause 60s] now.', 'line 3 has a pause of 60 s (0.1 to 5 s were expected)'],
    [
      Array.from({ length: 13 }, (_, i) => `GUEST ${i + 1}: Hello.`).join('\n\n'),
      'line 25 has a speaker too many, GUEST 13: it has 13; the most is 12',
    ],
  ];
  for (const [text, sentence] of REFUSED)
    it(`or a mark that is wrong is refused with its line: ${sentence}`, () =>
      expect(() => scriptFromText(text)).to.throw(ScriptInvalid, sentence));
});

describe('pronunciations', () => {
  it('stand in for whole words, and lead back to what is written', () => {
    const { text, writtenAt } = pronounced('Nguyen and the Nguyens met nguyen.', [{ Nguyen: 'win' }]);
    expect(text).to.equal('win and the Nguyens met nguyen.');
    expect([0, 2, 4, text.length - 1].map(writtenAt)).to.deep.equal([0, 0, 7, 33]);
  });

  it('are found in any case where they have no capital, the longest first', () => {
    const list = { gif: 'jif', 'gif file': 'a picture' };
    expect(pronounced('A GIF, a gif file.', [list]).text).to.equal('A jif, a a picture.');
  });

  it('in IPA keep the word and say its sounds', () => {
    const { text, phonemes } = pronounced('Dr Nguyen.', [{ Nguyen: '/wɪn/' }]);
    expect({ text, phonemes }).to.deep.equal({
      text: 'Dr Nguyen.',
      phonemes: [{ start: 3, end: 9, ipa: 'wɪn' }],
    });
  });

  it('of a list for several languages hold for theirs', () => {
    const list = { Nguyen: 'win', de: { Chef: 'Scheff' }, fr: { Chef: 'chef' } };
    expect(pronunciationsIn(list, 'de-AT')).to.deep.equal({ Nguyen: 'win', Chef: 'Scheff' });
    expect(pronunciationsIn(list, 'es')).to.deep.equal({ Nguyen: 'win' });
  });
});
