import { ScriptInvalid } from '@shortfactory/core';
import { expect } from 'chai';
import { strToU8, zipSync } from 'fflate';
import { encode } from 'iconv-lite';
import { readDocument } from '../documents/read-document.ts';
import { readScriptText } from '../script-text.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return Uint8Array.from(big ? bytes.swap16() : bytes);
};
const archive = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  );
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const word = (body: string): Uint8Array =>
  archive({
    '[Content_Types].xml': '<Types/>',
    'word/styles.xml': `<w:styles ${W}><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
  });
const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;

describe('the file of a script', () => {
  const texts: readonly [what: string, bytes: Uint8Array, text: string][] = [
    ['UTF-8 with its mark', Uint8Array.from(Buffer.from('\ufeffGrüße')), 'Grüße'],
    ['UTF-16 of Windows', utf16('Łódź 東京', false), 'Łódź 東京'],
    ['UTF-16 the other way round', utf16('Łódź 東京', true), 'Łódź 東京'],
    ['UTF-16 without a mark', utf16('Owls fly at night.', false).subarray(2), 'Owls fly at night.'],
    ['Windows-1252', latin1('Le caf\u00e9 est pr\u00eat \u0096 merci.'), 'Le café est prêt – merci.'],
  ];
  for (const [what, bytes, text] of texts) {
    it(`is read in ${what}`, async () => {
      expect((await readDocument(bytes)).text).to.equal(text);
    });
  }

  // Each as long as a title or two; the second word list is what a person is told.
  const older: readonly [encoding: string, text: string, named: string][] = [
    ['windows-1252', 'Señor', 'Windows-1252'],
    ['windows-1252', 'Warum Möwen im Regen stehen', 'Windows-1252'],
    ['windows-1252', 'It’s a café – “open late”.', 'Windows-1252'],
    ['shift_jis', '海の水はなぜしょっぱいのか。', 'Shift_JIS'],
    ['euc-jp', '海の水はなぜしょっぱいのか。', 'EUC-JP'],
    ['gb18030', '海水为什么是咸的？', 'GB18030'],
    ['big5', '海水為什麼是鹹的？', 'Big5'],
    ['euc-kr', '바닷물은 왜 짤까요?', 'EUC-KR'],
    ['windows-1251', 'Почему морская вода солёная', 'Windows-1251'],
    ['koi8-r', 'Почему морская вода солёная', 'KOI8-R'],
    ['windows-1251', 'Чому морська вода солона і гірка', 'Windows-1251'],
    ['windows-1250', 'Dlaczego woda w morzu jest słona i ciężka', 'Windows-1250'],
    ['iso-8859-2', 'Książka o śnie, czyli dlaczego śpią źrebięta', 'ISO-8859-2'],
    ['windows-1253', 'Γιατί η θάλασσα είναι αλμυρή', '(?:Windows-1253|ISO-8859-7)'],
    ['windows-1254', 'Deniz suyu niçin tuzludur ve nasıl oluştu', 'Windows-1254'],
    ['windows-1255', 'למה מי הים מלוחים כל כך', 'Windows-1255'],
    ['windows-1256', 'لماذا ماء البحر مالح', 'Windows-1256'],
    ['windows-1257', 'Kodėl jūros vanduo yra sūrus ir šaltas', 'Windows-1257'],
    ['windows-874', 'ทำไมน้ำทะเลจึงเค็ม', 'Windows-874'],
  ];
  for (const [encoding, text, named] of older) {
    it(`is read in ${encoding}, which is named: ${text}`, async () => {
      const read = await readDocument(encode(text, encoding));
      expect(read.text).to.equal(text);
      expect(read.remark).to.match(new RegExp(`^The text was read as ${named}.*save it as UTF-8`, 'u'));
    });
  }

  it('says nothing of an encoding where it was UTF-8', async () => {
    expect((await readDocument(strToU8('Señor'))).remark).to.equal(undefined);
  });

  // Bytes that make letters in an encoding that is read, and no words.
  for (const [encoding, text] of [
    ['ibm866', 'Почему морская вода солёная'],
    ['maccyrillic', 'Как рождается волна'],
    ['cp852', 'Dlaczego woda w morzu jest słona i ciężka'],
    ['cp850', 'Pourquoi la mer est-elle si salée en été'],
    ['armscii8', 'Ինչու է ծովի ջուրը աղի'],
  ] as const) {
    it(`is refused rather than guessed in ${encoding}`, async () => {
      const refusal: unknown = await readDocument(encode(text, encoding)).catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(ScriptInvalid);
      expect((refusal as Error).message).to.match(/is in an older encoding, .*save it as UTF-8/u);
    });
  }

  it('may be a Word document: headings, lists, tables; not what was deleted', async () => {
    const { text } = await readDocument(
      word(
        [
          paragraph('Tea', '<w:pStyle w:val="berschrift1"/>'),
          paragraph('Tea &amp; time.'),
          `<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>One</w:t></w:r><w:r><w:br/><w:t>two.</w:t></w:r></w:p>`,
          paragraph('First', '<w:numPr/>'),
          paragraph('Second', '<w:numPr/>'),
          `<w:tbl>${row('Visual', 'Narration')}${row('a cup', 'It steams.')}</w:tbl>`,
        ].join(''),
      ),
    );
    expect(text).to.equal(
      '# Tea\n\nTea & time.\n\nOne\ntwo.\n\n- First\n- Second\n\n| Visual | Narration |\n| --- | --- |\n| a cup | It steams. |',
    );
    const { script } = readScriptText(text);
    expect(script.title).to.equal('Tea');
    expect(script.scenes.at(-1)).to.deep.equal({ narration: 'It steams.', visual: 'a cup' });
  });

  const refused: readonly [what: string, bytes: Uint8Array, words: RegExp][] = [
    ['a PDF', strToU8('%PDF-1.7 …'), /^is a PDF; save it as \.docx, \.txt or \.md/u],
    ['RTF', strToU8('{\\rtf1\\ansi Hello}'), /^is an RTF document;/u],
    ['an old Word document', latin1('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1'), /^is an old Word document/u],
    [
      'OpenDocument',
      archive({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      /^is an OpenDocument file/u,
    ],
    ['Pages', archive({ 'Index/Document.iwa': 'x' }), /^is a Pages document;/u],
    ['Excel', archive({ 'xl/workbook.xml': 'x' }), /^is an Excel workbook;/u],
    ['another archive', archive({ 'a.txt': 'x' }), /^is a ZIP archive;/u],
    ['half an archive', word(paragraph('x')).subarray(0, 200), /^is a damaged or incomplete archive;/u],
    ['a picture', latin1('\u0089PNG\r\n'), /^is a picture \(PNG\);/u],
    ['ASS subtitles', strToU8('[Script Info]\nTitle: x'), /^is an ASS subtitle file;/u],
    ['a text of two megabytes', new Uint8Array(2_000_000).fill(97), /^has 2000000 bytes;/u],
    ['a bomb', archive({ 'word/document.xml': new Uint8Array(2_000_000) }), /^unpacks to 2000000 bytes;/u],
    [
      'an archive of too many files',
      archive(Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`f${index}`, 'x']))),
      /^holds more than 2000 files;/u,
    ],
  ];
  for (const [what, bytes, words] of refused) {
    it(`is refused in one sentence when it is ${what}`, async () => {
      const refusal: unknown = await readDocument(bytes).catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(ScriptInvalid);
      expect((refusal as ScriptInvalid).problem).to.match(words);
    });
  }
});

describe('subtitles as a script', () => {
  const SRT =
    '1\n00:00:00,000 --> 00:00:02,000\nRivers carry\nsand.\n\n2\n00:00:02,000 --> 00:00:04,500\n<i>The sea</i> keeps it.\n\n3\n00:00:09,000 --> 00:00:11,200\n[soft music]\n- And grinds it.\n';
  const cases: readonly [what: string, text: string, said: readonly string[], seconds: number][] = [
    ['SubRip', SRT, ['Rivers carry sand. The sea keeps it.', 'And grinds it.'], 11],
    [
      'WebVTT with notes, settings and voices',
      'WEBVTT - x\n\nNOTE made by hand\n\nintro\n00:00.000 --> 00:03.000 align:start\n<v Ana>Hello <00:00:01.000><c>there.</c>\n\n00:03.000 --> 00:05.000\nBye.',
      ['Hello there. Bye.'],
      5,
    ],
    [
      'rolling captions, which repeat the line before',
      'WEBVTT\n\n00:00.000 --> 00:02.000\nso today\n\n00:02.000 --> 00:04.000\nso today\nwe bake bread\n\n00:04.000 --> 00:06.000\nwe bake bread\nat home',
      ['so today we bake bread at home'],
      6,
    ],
    [
      'Chinese, joined without spaces',
      '1\n00:00:00,000 --> 00:00:02,000\n河流带来\n\n2\n00:00:02,000 --> 00:00:04,000\n泥沙。',
      ['河流带来泥沙。'],
      4,
    ],
    [
      'lines that Windows ended',
      SRT.replaceAll('\n', '\r\n'),
      ['Rivers carry sand. The sea keeps it.', 'And grinds it.'],
      11,
    ],
  ];
  for (const [what, text, said, seconds] of cases) {
    it(`says the text alone of ${what}, and knows its length`, () => {
      const read = readScriptText(text);
      expect(read.script.scenes.map(({ narration }) => narration)).to.deep.equal(said);
      expect(read.seconds).to.equal(seconds);
    });
  }
});
