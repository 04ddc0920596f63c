import { batchFixJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { readBatch } from '../index.ts';

const VOICES = [
  { id: 'nora', label: 'Nora, warm' },
  { id: 'emma', label: 'Emma, calm' },
  { id: 'ella', label: 'Ella, bright' },
  { id: 'gemini:charon', label: 'Charon, deep' },
];

type Fix = readonly [column: string, value: string, label: string] | undefined;
const fixes = (text: string, kind: 'csv' | 'json-lines'): Fix[] =>
  readBatch(Buffer.from(text), kind, VOICES).problems.map(({ fix }) => {
    if (!fix) return undefined;
    const { column, value, label } = batchFixJson.parse(fix);
    return [column, value, label];
  });
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('the fix of a row that cannot be made', () => {
  const cells: readonly (readonly [column: string, cell: string, fix: Fix])[] = [
    ['Seconds', '900', ['Seconds', '180', 'Use 180 s']],
    ['seconds', '3', ['seconds', '10', 'Use 10 s']],
    ['seconds', 'soon', undefined],
    ['seconds', '9'.repeat(400), undefined],
    ['speed', '9', ['speed', '1.3', 'Use 1.3']],
    ['look', 'Midnight', ['look', 'midnight', 'Use Midnight']],
    ['look', 'mindight', ['look', 'midnight', 'Use Midnight']],
    ['look', 'Field Notes', ['look', 'field-notes', 'Use Field notes']],
    ['look', 'neon', undefined],
    ['aspect', '9x16', ['aspect', '9:16', 'Use 9:16']],
    ['aspect', '9:16, 1/1, 916', ['aspect', '9:16 1:1', 'Use 9:16, 1:1']],
    ['aspect', '4:3', undefined],
    ['aspect', '9:16 4:3', undefined],
    ['voice', 'Nora, warm', ['voice', 'nora', 'Use Nora']],
    ['voice', 'nóra', ['voice', 'nora', 'Use Nora']],
    ['voice', 'nora!', ['voice', 'nora', 'Use Nora']],
    ['voice', 'e(m)la', undefined],
    ['id', 'x'.repeat(101), ['id', 'x'.repeat(90), `Use ${'x'.repeat(90)}`]],
    ['id', '\u0007', ['id', 'row-2', 'Use row-2']],
    ['language', 'Icelandic please', undefined],
    ['call to action', 'x'.repeat(10_000), undefined],
  ];
  for (const [column, cell, fix] of cells)
    it(`${fix ? `is “${fix[1].slice(0, 20)}”` : 'is left to people'} for ${column} “${cell.slice(0, 20)}”`, () =>
      expect(fixes(`topic,${column}\nBees,${quoted(cell)}\n`, 'csv')).to.deep.equal([fix]));

  it('is none for a text that is too long, or for a row without one', () => {
    expect(fixes(`id,topic\n1,${'x'.repeat(100_000)}\n2,\n`, 'csv')).to.deep.equal([undefined, undefined]);
  });

  it('gives each doubled id one that no other row has', () => {
    expect(fixes('id,topic\na,Bees\na,Ants\na-2,Wasps\na,Moths\n', 'csv')).to.deep.equal([
      ['id', 'a-3', 'Use a-3'],
      ['id', 'a-4', 'Use a-4'],
    ]);
    expect(fixes('id,topic\n=1+1,Bees\n=1+1,Ants\n', 'csv')[0]?.[1]).to.equal('=1+1-2');
  });

  it('is JSON in JSON lines', () => {
    const rows = [
      { topic: 'Bees', seconds: 900 },
      { topic: 'Bees', aspects: ['9x16'] },
      { topic: 'Bees', id: '' },
      { topic: 'Bees', id: 7 },
      { topic: 'Bees', look: { version: 1, name: 7 } },
    ];
    expect(fixes(rows.map((row) => JSON.stringify(row)).join('\n'), 'json-lines')).to.deep.equal([
      ['seconds', '180', 'Use 180 s'],
      ['aspects', '["9:16"]', 'Use 9:16'],
      ['id', '"row-3"', 'Use row-3'],
      ['id', '"7"', 'Use 7'],
      undefined,
    ]);
  });
});
