import { expect } from 'chai';
import { withCell } from '../../app/features/batches/server/table-cell.server.ts';

const csv = (text: string, line: number, column: string, value: string): string | undefined =>
  withCell({ text, type: 'text/csv' }, { line, column, value });
const json = (text: string, line: number, column: string, value: string): string | undefined =>
  withCell({ text, type: 'application/jsonl' }, { line, column, value });

const CELLS = [
  'Bees',
  '',
  '=1+1',
  '@SUM(A1)',
  ' spaced ',
  '"quoted"',
  '"a, b; c\td"',
  '"say ""so"""',
  '"two\r\nlines"',
  '"one\nmore"',
  'ß 🐝',
];
const SEPARATORS = [',', ';', '\t'];
const ENDS = ['\n', '\r\n', '\r'];
const BEGINNINGS = ['', '\ufeff'];

describe('a cell of a table', () => {
  it('is written with every other character as it was, whatever stands around it', () => {
    const plain = (cell: string, separator: string) => cell.startsWith('"') || !cell.includes(separator);
    for (const separator of SEPARATORS)
      for (const end of ENDS)
        for (const beginning of BEGINNINGS)
          for (const cell of CELLS.filter((each) => plain(each, separator))) {
            const row = (value: string) => [cell, value, cell].join(separator);
            const table = (value: string) =>
              [
                `${beginning}${['Topic', '"Call to action"', 'id'].join(separator)}`,
                row('x'),
                '',
                row(value),
                row('y'),
              ].join(end);
            const breaks = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;
            const line = 4 + 2 * breaks(cell);
            expect(csv(table('900'), line, 'Call to action', '60'), JSON.stringify(table('900'))).to.equal(
              table('60'),
            );
          }
  });

  it('gets quotes where it had them or needs them', () => {
    expect(csv('topic,id\na,"1"\n', 2, 'id', '2')).to.equal('topic,id\na,"2"\n');
    expect(csv('topic,aspect\na,4\n', 2, 'aspect', '9:16, 1:1')).to.equal('topic,aspect\na,"9:16, 1:1"\n');
    expect(csv('topic;id\na;1\n', 2, 'id', 'say "so"')).to.equal('topic;id\na;"say ""so"""\n');
    expect(csv('topic,id\na,=1+1\n', 2, 'id', '=1+1-2')).to.equal('topic,id\na,=1+1-2\n');
    expect(csv('id,topic\n,a', 2, 'id', 'row-2')).to.equal('id,topic\nrow-2,a');
  });

  it('is not written where the table has none', () => {
    expect(csv('topic,id\na\n', 2, 'id', '1')).to.equal(undefined);
    expect(csv('topic,id\na,b\n', 3, 'id', '1')).to.equal(undefined);
    expect(csv('topic,id\na,b\n', 1, 'id', '1')).to.equal(undefined);
    expect(csv('topic,id\na,b\n', 2, 'voice', '1')).to.equal(undefined);
    expect(csv('topic,id\na,"b', 9, 'id', '1')).to.equal(undefined);
    expect(json('{"topic":"a"}', 1, 'id', '1')).to.equal(undefined);
    expect(json('{"topic":"a"}', 2, 'topic', '"b"')).to.equal(undefined);
  });

  it('of JSON lines is written as a value, the object spaced and escaped as it was', () => {
    const before =
      '\ufeff{"topic":"a"}\r\n\r\n{ "topic" : "say \\"id\\": 1, {", "look": {"id": "x", "s": [1, ';
    const table = (id: string) => `${before}{"id":2}]} ,\t"\\u0069d":  ${id} , "seconds": 3}\n{"id":"b"}`;
    expect(json(table('"b"'), 3, 'id', '"b-2"')).to.equal(table('"b-2"'));
    expect(json(table('{"a": [1]}'), 3, 'id', '"row-3"')).to.equal(table('"row-3"'));
    expect(json('{"id":1,"id":1}', 1, 'id', '2')).to.equal('{"id":1,"id":2}');
    expect(json('{"topic":"a","seconds":900}', 1, 'seconds', '180')).to.equal('{"topic":"a","seconds":180}');
  });
});
