import { expect } from 'chai';
import { detectByWords, detectLanguage } from '../index.ts';

/** By language: texts as people type them, of neighbours above all. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Octopus',
    'How the Great Wall of China was built',
    'Top 7 one-pan dinners',
    'Puppy school: down, wait, come.',
    'No rain, no flowers',
    'El Niño in two minutes',
    'São Paulo on foot',
    'Jalapeño cornbread',
    'Los Angeles',
    'Beast vs. man',
    '🎉',
  ],
  es: ['¿Por qué el cielo es azul?', 'Cómo funciona el café'],
  de: ['Warum ist der Himmel blau?', 'Wie Bienen die Richtung zeigen'],
  fr: ['Pourquoi le ciel est bleu', "Qu'est-ce que le sommeil ?"],
  pt: ['Porque o céu é azul?'],
  it: ['Perché il cielo è azzurro'],
  nl: ['Waarom is de lucht blauw'],
  af: ['Hoekom is die lug blou'],
  vi: ['Ghi lại mọi khoản chi tiêu'],
  hi: ['आसमान नीला क्यों है'],
  mr: ['आकाश निळे का असते'],
  ne: ['आकाश किन नीलो हुन्छ'],
  ar: ['لماذا السماء زرقاء'],
  fa: ['چرا آسمان آبی است'],
  ur: ['آسمان نیلا کیوں ہے'],
  ps: ['آسمان ولې شین دی'],
  ru: ['Почему небо голубое'],
  uk: ['Чому небо блакитне'],
  be: ['Чаму неба блакітнае'],
  bg: ['Защо небето е синьо'],
  mk: ['Зошто небото е сино'],
  sr: ['Зашто је небо плаво'],
  he: ['למה השמיים כחולים'],
  yi: ['פֿאַר וואָס איז דער הימל בלוי'],
  'zh-Hant': ['為什麼天空是藍色的'],
  zh: ['天空为什么是蓝色的', '我喜欢 ChatGPT 这个工具'],
  yue: ['點解個天係藍色嘅'],
  ja: ['空はなぜ青いのか'],
  ko: ['하늘은 왜 파란가'],
  km: ['ហេតុអ្វីមេឃពណ៌ខៀវ'],
  my: ['ကောင်းကင်က ဘာကြောင့် ပြာတာလဲ'],
  si: ['අහස නිල් ඇයි'],
  lo: ['ເປັນຫຍັງທ້ອງຟ້າຈຶ່ງສີຟ້າ'],
  ka: ['რატომ არის ცა ლურჯი'],
  hy: ['Ինչու է երկինքը կապույտ'],
  am: ['ሰማይ ለምን ሰማያዊ ነው'],
  ta: ['வானம் ஏன் நீலம்'],
  ml: ['ആകാശം എന്തുകൊണ്ട് നീല'],
};

describe('the language of a text', () => {
  it('is told from few words, of neighbours by their letters', async () => {
    for (const [language, texts] of Object.entries(TEXTS)) {
      for (const text of texts) expect((await detectLanguage(text)).language, text).to.equal(language);
    }
  });

  it('is the caller’s own where the text does not say', async () => {
    expect(await detectLanguage('Los Angeles', ['de-AT', 'en'])).to.include({ language: 'de', sure: false });
    expect(await detectLanguage('2026', ['sv'])).to.include({ language: 'sv', sure: false });
    expect((await detectLanguage('Kenapa langit biru', ['ms'])).language).to.equal('ms');
  });

  it('is not the caller’s own where the text says another', async () => {
    expect((await detectLanguage('Warum ist der Himmel blau', ['fr'])).language).to.equal('de');
    expect((await detectLanguage('Чому небо блакитне', ['ru'])).language).to.equal('uk');
    expect((await detectLanguage('How to fold a paper plane', ['es'])).language).to.equal('en');
  });

  it('names what else it may be', async () => {
    const { language, sure, others } = await detectLanguage('Zašto trava raste', ['hr']);
    expect({ language, sure }).to.deep.equal({ language: 'hr', sure: false });
    expect(others).to.include('bs');
  });

  it('is told of a sentence at once, by words alone', () => {
    expect(detectByWords('Save a little money every month.')).to.include({ language: 'en', sure: true });
    expect(detectByWords('Spare jeden Monat ein wenig Geld.')).to.include({ language: 'de', sure: true });
  });
});
