import { cuesFrom, splitWords } from '@shortfactory/core';
import { expect } from 'chai';
import { scriptFromText, wordBoundaries } from '@shortfactory/text';

/** A text as captions, its words spoken evenly. */
function captions(text: string, language: string): string[] {
  const words = splitWords(text, language);
  const boundaries = wordBoundaries(words, text, language);
  const timed = words.map((word, i) => ({
    text: word.text,
    startMs: i * 300,
    endMs: (i + 1) * 300,
    spaced: i > 0 && word.start > (words[i - 1]?.end ?? 0),
    boundary: boundaries[i] ?? 'word',
  }));
  return cuesFrom(timed, words.length * 300).map((cue) =>
    cue.words.map(({ text: word, spaced }) => (spaced ? ' ' : '') + word).join(''),
  );
}

/** Language and a text whose captions are parted by '|'. */
type Case = readonly [string, string];

const ABBREVIATIONS: readonly Case[] = [
  ['en', 'Prof. Okoro met|Mrs. Li at St. Anne’s.|It was in vol. 2, p. 40.'],
  ['en', 'Bring fruit, e.g. two apples.|J. K. Adams did, i.e. once.'],
  ['de', 'Frau Dr. Weiß isst z. B. Obst,|d. h. am 7. Juni um acht.|Siehe Abb. 3.'],
  ['fr', 'M. Le Goff et Mme Roy|dînent p. ex. ici.|Voir fig. 4.'],
  ['es', 'La Sra. Gil y el Dr. Paz|comen p. ej. pan.|Véase la pág. 8.'],
  ['it', 'Il sig. Neri e la prof. Villa|mangiano ad es. pane.'],
  ['nl', 'Dhr. Bos eet bijv. brood,|d.w.z. elke dag.'],
  ['pl', 'Inż. Nowak je np. chleb,|tzn. prawie codziennie.|Zob. rys. 2.'],
  ['sv', 'Hon äter t.ex. bröd,|dvs. varje dag hemma.'],
  ['pt', 'O Sr. Dias come p. ex. pão.|Ver a pág. 6.'],
  ['ru', 'Проф. Орлов ест,|т. е. обедает.|См. рис. 5.'],
  ['uk', 'Проф. Бондар їсть, напр. хліб.|Див. рис. 5.'],
  ['cs', 'Ing. Dvořák jí např. chléb.|Viz obr. 5.'],
  ['hi', 'डॉ. वर्मा आज आए।|वे खुश हैं।'],
];

const ENDS: readonly Case[] = [
  ['en', 'My reply was no.|You asked twice.'],
  ['en', 'Oranges hold vitamin C.|They taste sweet.'],
  ['en', 'She founded Birch Inc.|It grew fast.'],
  ['en', 'Doors open at 8 a.m.|We wait outside.'],
  ['en', 'He grew up in the U.S.|There he sang.'],
  ['en', 'The U.S. Army won.|We saw a no. 7 bus.'],
  ['en', 'Turn left on Elm St.|The shop is there.'],
  ['de', 'Er kauft Brot usw.|Danach geht er.'],
  ['fr', 'Il vend du pain, etc.|Puis il part.'],
  ['es', 'Vive en EE. UU.|Ahora canta.'],
  ['ru', 'Хлеб, соль и т. д.|Потом он ушёл.'],
];

const PHRASES: readonly Case[] = [
  ['en', 'Long before the first clocks,|people told time by the sun.'],
  ['en', 'A river needs many ages|to carve a canyon.'],
  ['en', '✅ Packed the tent and the stove,|🔥 lit the fire.'],
  ['zh', '我用GPT-4和iPhone写作，|效果提高了50%。'],
  ['th', 'แมวชอบนอนกลางวัน|เพราะมันล่าเหยื่อตอนกลางคืน'],
];

describe('captions', () => {
  for (const [name, cases] of [
    ['end at no abbreviation whose sentence goes on', ABBREVIATIONS],
    ['end where an abbreviation or an initial ends its sentence', ENDS],
    ['end where a phrase does, and begin with no particle', PHRASES],
  ] as const) {
    it(name, () => {
      for (const [language, text] of cases) {
        const expected = text.split('|');
        const joined = text.replaceAll('|', /zh|th/u.test(language) ? (language === 'th' ? ' ' : '') : ' ');
        expect(captions(joined, language).map((caption) => caption.trim())).to.deep.equal(expected);
      }
    });
  }
});

describe('scenes of a text whose words are written together', () => {
  it('end at a space between clauses', () => {
    for (const [language, clauses] of [
      ['th', ['ทุกเช้าฉันเดินไปตลาดใกล้บ้านเพื่อซื้อผลไม้สด', 'แล้วกลับมาทำอาหารเช้าให้ครอบครัวกินด้วยกันทุกวัน']],
      ['lo', ['ທຸກໆເຊົ້າຂ້ອຍຍ່າງໄປຕະຫຼາດໃກ້ເຮືອນເພື່ອຊື້ໝາກໄມ້ສົດ', 'ແລ້ວກັບມາເຮັດອາຫານເຊົ້າໃຫ້ຄອບຄົວກິນນຳກັນທຸກມື້']],
      ['km', ['រៀងរាល់ព្រឹកខ្ញុំដើរទៅផ្សារជិតផ្ទះដើម្បីទិញផ្លែឈើស្រស់', 'ហើយត្រឡប់មកធ្វើអាហារពេលព្រឹកជូនគ្រួសារញ៉ាំជាមួយគ្នា']],
    ] as const) {
      const script = scriptFromText(clauses.join(' '), { language });
      expect(script.scenes.map(({ narration }) => narration)).to.deep.equal([...clauses]);
    }
  });
});
