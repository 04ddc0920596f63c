import { existsSync, readdirSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { read, ROOT } from '../support/tree.ts';

const TEMPLATES = '.github/ISSUE_TEMPLATE';

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly { readonly type: string; readonly id?: string; readonly attributes: object }[];
}

describe('what a new contributor meets', () => {
  it('owners of code: every path is there, and everything has an owner', () => {
    const rules = read('.github/CODEOWNERS')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(/\s+/));
    expect(rules[0]?.[0]).to.equal('*');
    for (const [path = '', ...owners] of rules) {
      expect(path === '*' || existsSync(`${ROOT}${path.slice(1)}`), path).to.equal(true);
      expect(owners, path).to.have.length.greaterThan(0);
      for (const owner of owners) expect(owner, path).to.match(/^@[\w-]+(\/[\w-]+)?$/);
    }
  });

  for (const file of readdirSync(`${ROOT}${TEMPLATES}`).filter((name) => name !== 'config.yml')) {
    it(`the form ${file} has what GitHub wants of one`, () => {
      const { name, description, body } = parse(read(`${TEMPLATES}/${file}`)) as Form;
      expect(name).to.be.a('string').and.not.equal('');
      expect(description).to.be.a('string').and.not.equal('');
      const fields = body.filter(({ type }) => type !== 'markdown');
      expect(fields.map(({ type }) => type)).to.include('textarea');
      for (const { type, attributes } of body) {
        expect(['input', 'markdown', 'textarea']).to.include(type);
        expect(attributes).to.have.property(type === 'markdown' ? 'value' : 'label');
      }
      const ids = fields.map(({ id }) => id);
      expect(new Set(ids).size).to.equal(fields.length);
      expect(ids).not.to.include(undefined);
    });
  }

  it('vulnerabilities are reported where the image says its source is', () => {
    const [, source = ''] = /image\.source="([^"]+)"/.exec(read('Dockerfile.server')) ?? [];
    expect(source).to.match(/^https:/);
    const address = `${source}/security/advisories/new`;
    expect(read('SECURITY.md')).to.include(`(${address})`);
    const { contact_links: links } = parse(read(`${TEMPLATES}/config.yml`)) as {
      contact_links: readonly { url: string }[];
    };
    expect(links.map(({ url }) => url)).to.deep.equal([address]);
  });

  it('the container for development has the Node of the images, and installs what the lock says', () => {
    const [, node = ''] = /^ARG NODE_IMAGE=node:([\d.]+)-/m.exec(read('Dockerfile.server')) ?? [];
    const container = JSON.parse(read('.devcontainer/devcontainer.json')) as Record<string, unknown>;
    expect(container['image']).to.match(new RegExp(`^node:${node}-[a-z]+(@sha256:[0-9a-f]{64})?$`));
    expect(node.split('.')[0]).to.equal(read('.nvmrc').trim());
    expect(container['postCreateCommand']).to.equal('npm ci');
    expect(container['forwardPorts']).to.deep.equal([3000, 8000]);
  });
});
