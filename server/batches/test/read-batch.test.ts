import { InputInvalid } from '@shortfactory/core';
import { expect } from 'chai';
import { MOST_ROWS, csvOf, readBatch } from '../index.ts';
import type { Batch } from '../index.ts';

const csv = (text: string): Batch => readBatch(Buffer.from(text), 'csv');
const lines = (text: string): Batch => readBatch(Buffer.from(text), 'json-lines');
const problems = ({ problems: found }: Batch): string[] =>
  found.map(({ line, problem }) => `line ${line}: ${problem}`);
const requests = ({ rows }: Batch): unknown[] => rows.map(({ request }) => request);
/** Why a table cannot be read. */
function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof InputInvalid) return error.message;
    throw error;
  }
  throw new Error('it was read');
}

describe('a table of videos', () => {
  it('has a row a video, whose cells are what POST /api/videos takes, and nothing for an empty cell', () => {
    const read = csv(
      'id,topic,voice,aspect,seconds,language\nsky,Why the sky is blue,nora,9:16 1:1,30,en\n,Bees,,,,\n',
    );
    expect(problems(read)).to.deep.equal([]);
    expect(requests(read)).to.deep.equal([
      { topic: 'Why the sky is blue', voice: 'nora', aspects: ['9:16', '1:1'], seconds: 30, language: 'en' },
      { topic: 'Bees' },
    ]);
    expect(read.rows.map(({ line, id }) => [line, id])).to.deep.equal([
      [2, 'sky'],
      [3, undefined],
    ]);
  });

  it('may begin with a byte order mark, and have semicolons or tabs, other line ends and names as people write them', () => {
    const semicolons = csv('\ufeffTopic;Seconds;Call to action\r\n"Bees; wasps";20;Follow\r\nAnts;21,5;\r\n');
    expect(requests(semicolons)).to.deep.equal([
      { topic: 'Bees; wasps', seconds: 20, callToAction: 'Follow' },
      { topic: 'Ants', seconds: 21.5 },
    ]);
    expect(requests(csv('topic\tvoice\nBees\tnora\n'))).to.deep.equal([{ topic: 'Bees', voice: 'nora' }]);
  });

  it('names a look in a column, or has one as data in JSON lines', () => {
    const read = csv('topic,look\nBees,midnight\nAnts,neon\n');
    expect(requests(read)).to.deep.equal([{ topic: 'Bees', look: 'midnight' }]);
    expect(problems(read)[0]).to.match(
      /^line 3: column look is not one of "newsstand", .* or a look as an object$/,
    );
    const look = { version: 1, captions: { style: 'pop' } };
    expect(requests(lines(JSON.stringify({ topic: 'Bees', look })))).to.deep.equal([{ topic: 'Bees', look }]);
  });

  it('says what is wrong inside of JSON, and where', () => {
    const scenes = [{ narration: 'One two', visual: 'x', cuts: [{ at: 'two', visual: 'y', when: 1 }] }];
    const rows = [
      { topic: 'Bees', look: { captions: { style: 'pop' } } },
      { topic: 'Bees', look: { version: 1, captions: { style: 'pop', glow: 1 } } },
      { script: { title: 'T', language: 'en', scenes } },
    ];
    expect(problems(lines(rows.map((row) => JSON.stringify(row)).join('\n')))).to.deep.equal([
      'line 1: /look/version is missing (expected 1)',
      'line 2: /look/captions/glow is not a known field',
      'line 3: /script/scenes/0/cuts/0/when is not a known field',
    ]);
  });

  it('counts lines as an editor does, also behind a cell of several', () => {
    const read = csv('topic,script,seconds\n,"Hello.\n\nIt is me.",\nBees,,soon\n\nAnts,,30\n');
    expect(problems(read)).to.deep.equal([
      'line 5: column seconds is not a number of seconds from 10 to 180',
    ]);
    expect(read.rows.map(({ line }) => line)).to.deep.equal([2, 7]);
    expect(requests(read)[0]).to.deep.equal({ script: 'Hello.\n\nIt is me.' });
  });

  it('says of each row what is wrong with it, and reads the others', () => {
    const read = csv(
      [
        'id,topic,script,aspect,voice',
        'a,Bees,,9:16,',
        'b,,,9:16,',
        'c,Bees,A script.,9:16,',
        'd,Bees,,4:3,',
        'a,Ants,,,',
        'e,Bees,,,,,one more',
        'f,https://example.org,,,',
      ].join('\n'),
    );
    expect(read.rows.map(({ id }) => id)).to.deep.equal(['a']);
    expect(problems(read)).to.deep.equal([
      'line 3: it has neither a topic nor a script',
      'line 4: it has a topic and a script (expected one of them)',
      'line 5: column aspect/0 is not one of "9:16", "1:1", "16:9"',
      'line 6: its id is that of line 2',
      'line 7: it has 7 cells, and there are 5 columns',
      read.problems[5] ? `line 8: ${read.problems[5].problem}` : '',
    ]);
    expect(read.problems[5]?.problem).to.match(/^column topic /);
  });

  it('is refused as a whole, with the line, where it cannot be read', () => {
    expect(refusal(() => csv('topic,voice\nBees,nora\n"Ants,nora\nWasps,nora\n'))).to.equal(
      'line 3: the quote that begins here is never closed',
    );
    expect(refusal(() => csv(`topic\n"Bees"\n"Ants\n${'Wasps\n'.repeat(40_000)}`))).to.match(
      /^line 3: the row has more than 200000 characters; a quote that is never closed/,
    );
    expect(refusal(() => csv('topic\nThe "best" bees\n'))).to.match(
      /^line 2: a quote stands inside a cell \(expected the whole cell in quotes/,
    );
    expect(refusal(() => csv('topic,Voice,voice\nBees,,\n'))).to.equal(
      'line 1: there are two columns “voice”',
    );
    expect(refusal(() => csv('title,voice\nBees,\n'))).to.match(
      /^line 1: there is no column “title” \(expected id, topic/,
    );
    expect(refusal(() => csv('topic,,voice\nBees,,\n'))).to.equal('line 1: column 2 has no name');
    expect(refusal(() => csv('voice,seconds\nnora,30\n'))).to.equal(
      'line 1: a column topic or script was expected',
    );
    expect(refusal(() => csv('topic\n'))).to.equal('It has no rows.');
    expect(refusal(() => csv(''))).to.equal('It has no rows.');
    expect(refusal(() => readBatch(Buffer.from([0x74, 0xff, 0xfe]), 'csv'))).to.match(/^It is not UTF-8/);
  });

  it('has a thousand rows at most, and 100,000 are refused within a moment', () => {
    const table = (rows: number): string => `topic\n${'Bees\n'.repeat(rows)}`;
    expect(csv(table(MOST_ROWS)).rows).to.have.length(MOST_ROWS);
    const startedMs = performance.now();
    expect(refusal(() => csv(table(100_000)))).to.equal('It has more than 1000 rows, the most of one batch.');
    expect(performance.now() - startedMs).to.be.lessThan(5000);
    expect(refusal(() => csv(`topic\n${'x'.repeat(11_000_000)}`))).to.include('bytes (the most is 10000000)');
  });

  it('may be JSON lines, each as POST /api/videos takes it', () => {
    const script = { title: 'T', language: 'en', scenes: [{ narration: 'Hello.', visual: 'a door' }] };
    const read = lines(
      [
        JSON.stringify({ id: '1', topic: 'Bees', seconds: 20 }),
        '',
        JSON.stringify({ script, aspects: ['1:1'] }),
        '{"topic": "Ants"',
        '[1]',
        JSON.stringify({ topic: 'Ants', colour: 'red' }),
        JSON.stringify({ topic: 'Ants', webhook: { url: 'https://example.org/' } }),
      ].join('\n'),
    );
    expect(requests(read)).to.deep.equal([
      { topic: 'Bees', seconds: 20 },
      { script, aspects: ['1:1'] },
    ]);
    expect(problems(read)).to.deep.equal([
      'line 4: it is not JSON',
      'line 5: it is not a JSON object',
      'line 6: /colour is not a known field',
      'line 7: /webhook is not a known field',
    ]);
  });

  it('gives the same row the same key wherever it stands, and another row another', () => {
    const [one, other, same] = csv('topic,voice\nBees,nora\nAnts,nora\nBees,nora\n').rows;
    expect(one?.key).to.equal(same?.key).and.not.equal(other?.key);
    const [moved] = csv('voice;topic\nnora;Bees\n').rows;
    expect(moved?.key).to.equal(one?.key);
    expect(lines('{"id": "7", "topic": "Bees", "voice": "nora"}').rows[0]?.key).to.not.equal(one?.key);
  });

  it('takes formulas for text, and gives them back so that a spreadsheet does as well', () => {
    const [row] = csv('topic\n=1+1 is two\n').rows;
    expect(row?.request.topic).to.equal('=1+1 is two');
    const written = csvOf(
      ['title', 'error', 'line'],
      [
        { title: '=cmd|"/c calc"!A1', error: '@SUM(1)', line: 2 },
        { title: '-2 degrees', line: -3 },
        { title: '＝1+1' },
        { title: '\n=1+1' },
        { title: 'plain, "quoted"' },
      ],
    );
    expect(written).to.equal(
      '\ufefftitle,error,line\r\n"\'=cmd|""/c calc""!A1",\'@SUM(1),2\r\n\'-2 degrees,,-3\r\n\'＝1+1,,\r\n"\'\n=1+1",,\r\n"plain, ""quoted""",,\r\n',
    );
  });
});
