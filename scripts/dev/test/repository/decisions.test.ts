import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { read, ROOT } from '../support/tree.ts';

const FOLDER = 'docs/decisions';
const ROW = /^- \[(\d{4})\]\((\S+)\), (\d{4}-\d{2}-\d{2}): (.+)$/;

describe('the index of decision records', () => {
  const rows = read(`${FOLDER}/README.md`)
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => ROW.exec(line) ?? expect.fail(`“${line}” is not “- [number](file), date: title”`));
  const records = readdirSync(`${ROOT}${FOLDER}`)
    .filter((name) => name !== 'README.md')
    .sort();

  it('has every record once, in the order of their numbers', () => {
    expect(rows.map(([, , file]) => file)).to.deep.equal(records);
    const numbers = records.map((name) => name.slice(0, 4));
    expect(rows.map(([, number]) => number)).to.deep.equal([...new Set(numbers)]);
  });

  it('calls each record what its heading calls it', () => {
    const headings = records.map((name) => {
      const [heading = ''] = read(`${FOLDER}/${name}`).split('\n');
      return heading.replace(/^# \d+\.? /, '');
    });
    expect(rows.map(([, , , , title]) => title)).to.deep.equal(headings);
  });

  it('gives each a date that there is, none before the first', () => {
    for (const [, number, , date = ''] of rows) {
      expect(new Date(date).toISOString().slice(0, 10), number).to.equal(date);
      expect(date >= (rows[0]?.[3] ?? ''), number).to.equal(true);
    }
  });
});
