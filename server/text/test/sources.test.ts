import type { InputInvalid } from '@shortfactory/core';
import { expect } from 'chai';
import { Grounds } from '../sources/grounding.ts';
import { readSources } from '../sources/read-sources.ts';

const place = '/sources/0/text';
const read = (text: string, language?: string) => readSources([{ text, place }], language);
const BODY =
  'The mill of Alva was built in 1832 by Nell Baird. Its wheel is 4.5 metres wide and turns 1,200 times a day.';

const PAGE = `<!doctype html><html><head><title>The mill</title><style>p{}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/a">Sport</a></li></ul></nav>
<article><h1>The mill</h1><p>${BODY}</p><p>Since 1960 it grinds no more &amp; is a museum.</p>
<script>document.body.innerHTML = 'Overwritten.'</script></article><footer>Subscribe to our letter today.</footer></body></html>`;

describe('what a topic is told from', () => {
  it('is a page’s article without its frame, and Markdown without its marks', async () => {
    const page = await read(PAGE);
    expect(page.language).to.equal('en');
    expect(page.sources[0]?.title).to.equal('The mill');
    expect(page.sources[0]?.text)
      .to.include(BODY)
      .and.include('no more & is')
      .and.not.match(/Sport|Subscribe|Overwritten/);
    const { sources } = await read(
      `# Mills\n\n- **First**, see [the list](https://example.org).\n- Then rest.\n\n${BODY}`,
    );
    const grounds = new Grounds(sources, 'en');
    expect(grounds.sentenceOf('first, see the list')).to.equal('First, see the list.');
  });

  for (const [what, text, language, says] of [
    ['nothing', ' \n ', undefined, /is empty; a text/],
    ['a page without text', '<html><body><img src="a.png"></body></html>', undefined, /is empty; a text/],
    ['one sentence', 'The mill of Alva was built in 1832.', undefined, /has one sentence; at least two/],
    ['another language', BODY, 'fr', /is in English, and the short in French; a source in that language/],
    [
      'too much',
      BODY.repeat(400),
      undefined,
      /has 4\d,\d{3} characters of text; at most 40,000 were expected in all/,
    ],
    [
      'a page of tags alone',
      `<p>${'<p>'.repeat(30_000)}`,
      undefined,
      /is a page of over 20000 tags; its text/,
    ],
    [
      'marks that never close, and too many',
      '*a ![ [^b <c '.repeat(20_000),
      undefined,
      /has 2\d\d,\d{3} characters of text/,
    ],
  ] as const) {
    it(`is refused with its place and a sentence: ${what}`, async () => {
      const error = await read(text, language).then(
        () => undefined,
        (fault: InputInvalid) => fault,
      );
      expect(error?.where).to.equal(place);
      expect(error?.problem).to.match(says);
    });
  }

  it('is read or refused in a moment when it only opens marks, or tags in one another', async () => {
    const marks = await read(`${'*a ![ [^b <c '.repeat(2_800)}\n\n${BODY}`);
    expect(marks.sources[0]?.text).to.include(BODY);
    const deep = `<div>${'<div>'.repeat(9_000)}${BODY}${'</div>'.repeat(9_001)}`;
    const known = await read(deep, 'en').then(
      ({ sources }) => sources[0]?.text,
      (error: InputInvalid) => error.problem,
    );
    expect(known).to.match(/mill of Alva|is a page that cannot be read/);
  }).timeout(4_000);

  it('has the sentence that is quoted, however it is punctuated, and no other', async () => {
    const { sources } = await read(BODY);
    const grounds = new Grounds(sources, 'en');
    const wheel = 'Its wheel is 4.5 metres wide and turns 1,200 times a day.';
    for (const quote of [wheel, 'its wheel is 4.5 metres wide', '“Its wheel is 4.5 metres wide … ”'])
      expect(grounds.sentenceOf(quote), quote).to.equal(wheel);
    for (const quote of ['', 'Its', 'its wheel is 5.4 metres wide', 'Its wheel was made of oak.'])
      expect(grounds.sentenceOf(quote), quote).to.equal(undefined);
  });

  for (const [language, source, narration, foreign] of [
    ['en', BODY, 'In 1832 Nell Baird’s wheel turned 1200 times. Look: two of them stood in Alva.', []],
    [
      'en',
      BODY,
      'In 1833 the mill of Alva was sold to Tom Gray for 300 pounds.',
      ['1833', '300', 'Tom', 'Gray'],
    ],
    [
      'de',
      'Die Mühle in Alva gehört Anna Huber. Sie mahlt seit 1832 Korn.',
      'Anna Huber mahlt dort das Mehl.',
      [],
    ],
    [
      'de',
      'Die Mühle in Alva gehört Anna Huber. Sie mahlt seit 1832 Korn.',
      'Heute mahlt dort Karl Moser für die UNESCO.',
      ['Karl', 'Moser', 'UNESCO'],
    ],
    [
      'ru',
      'Мельница стоит в Алуште с 1832 года. Её строил Павел Ильин.',
      'В этой мельнице Павла Ильина мелют зерно.',
      [],
    ],
    [
      'ru',
      'Мельница стоит в Алуште с 1832 года. Её строил Павел Ильин.',
      'Её купил Семён в 1900 году.',
      ['1900', 'Семён'],
    ],
    ['zh', '磨坊建于1832年。它属于村民。', '磨坊建于1832年，后来卖给了NASA，花了300元。', ['300', 'NASA']],
  ] as const) {
    it(`has the numbers and names of a narration in ${language}, or these it has not: ${foreign.join(', ') || 'none'}`, () => {
      const said = new Grounds([{ text: source }], language).foreignTo(narration);
      expect([...said].sort()).to.deep.equal([...foreign].sort());
    });
  }
});
