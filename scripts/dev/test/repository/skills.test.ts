import { existsSync, readdirSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { read, ROOT } from '../support/tree.ts';

const FIELDS = ['name', 'description', 'license', 'compatibility', 'metadata', 'allowed-tools'];

/** @see https://agentskills.io/specification */
describe('agent skills', () => {
  for (const folder of readdirSync(`${ROOT}skills`)) {
    const text = read(`skills/${folder}/SKILL.md`);

    it(`${folder} has what the specification wants of one`, () => {
      const [, head = ''] = /^---\n([^]*?)\n---\n/.exec(text) ?? [];
      const fields = parse(head) as Record<string, unknown>;
      expect(Object.keys(fields).filter((name) => !FIELDS.includes(name))).to.deep.equal([]);
      expect(fields['name']).to.equal(folder);
      expect(folder)
        .to.match(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        .and.have.length.at.most(64);
      expect(fields['description']).to.be.a('string').and.have.length.within(1, 1024);
      expect(fields['compatibility']).to.be.a('string').and.have.length.within(1, 500);
      // What an agent loads whole.
      expect(text.split('\n').length).to.be.below(500);
    });

    it(`${folder} names commands and pages that are there`, () => {
      const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
      const commands = [...text.matchAll(/npm run --silent ([\w:]+)/g)].map(([, name]) => name);
      expect(commands.length).to.be.greaterThan(5);
      for (const name of commands) expect(scripts).to.have.property(name as string);
      for (const [, page] of text.matchAll(/\b(docs\/[\w/]+\.md)/g))
        expect(existsSync(`${ROOT}${page}`), page).to.equal(true);
    });
  }
});
