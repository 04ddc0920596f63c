import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { changelogProblems } from '../../release/changelog.ts';
import { PLACES } from '../../release/places.ts';
import { currentVersion, release, ReleaseRefused, versionProblems } from '../../release/release.ts';
import { ROOT } from '../support/tree.ts';

const FILES = ['CHANGELOG.md', 'package-lock.json', ...PLACES.map(({ file }) => file)];
const NEXT = '999.0.1';

describe('the version', () => {
  let tree: string;
  const text = (file: string): string => readFileSync(join(tree, file), 'utf8');
  const change = (file: string, from: string | RegExp, to: string): void => {
    const before = text(file);
    expect(before).to.match(typeof from === 'string' ? new RegExp(from) : from);
    writeFileSync(join(tree, file), before.replace(from, to));
  };

  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'shortfactory-release-'));
    for (const file of FILES) cpSync(join(ROOT, file), join(tree, file));
    // Whatever the changelog of the day holds, there is something to release.
    change('CHANGELOG.md', '## Unreleased\n', '## Unreleased\n\n- A change of this test.\n');
  });
  afterEach(() => rmSync(tree, { recursive: true }));

  it('is the same everywhere in this repository', () => {
    expect(versionProblems(ROOT)).to.deep.equal([]);
  });

  it('is missed in every place that says another one, by file', () => {
    const version = currentVersion(tree);
    for (const { file } of PLACES.filter((place) => place.file !== 'package.json')) {
      const before = text(file);
      writeFileSync(join(tree, file), before.replaceAll(version, '0.0.9'));
      expect(versionProblems(tree).join('\n'), file).to.include(`${file}, after “`);
      writeFileSync(join(tree, file), before);
    }
    change('package-lock.json', `"version": "${version}"`, '"version": "0.0.9"');
    expect(versionProblems(tree)).to.deep.equal([
      `package-lock.json: ${version} was expected for every workspace`,
    ]);
  });

  it('is raised everywhere by a release, which dates what was unreleased', () => {
    const written = release(tree, NEXT, '2999-12-31');
    expect(written).to.have.members(FILES);
    expect(currentVersion(tree)).to.equal(NEXT);
    expect(versionProblems(tree)).to.deep.equal([]);
    expect(text('CHANGELOG.md')).to.include(
      `## Unreleased\n\n## ${NEXT} (2999-12-31)\n\n- A change of this test.\n`,
    );
  });

  it('is not lowered, not misspelt, and not raised without a change; nothing is written then', () => {
    const before = FILES.map(text);
    for (const wrong of [currentVersion(tree), '0.0.1', '1.0', 'v1.0.0', '1.0.0-beta']) {
      expect(() => release(tree, wrong, '2999-12-31'), wrong).to.throw(ReleaseRefused);
    }
    expect(FILES.map(text)).to.deep.equal(before);
    release(tree, NEXT, '2999-12-31');
    expect(() => release(tree, '999.0.2', '2999-12-31')).to.throw(ReleaseRefused, 'at least one change');
  });
});

describe('the changelog', () => {
  const page = (...sections: string[]): string => ['# Changelog\n', ...sections].join('\n');
  const UNRELEASED = '## Unreleased\n';
  const NEW = '## 0.2.0 (2026-11-20)\n\n- New.\n';
  const OLD = '## 0.1.0 (2026-11-10)\n\n- Old.\n';

  it('may have nothing unreleased', () => {
    expect(changelogProblems(page(UNRELEASED, NEW, OLD), '0.2.0')).to.deep.equal([]);
  });

  for (const [what, text, problem] of [
    ['without a place for what is unreleased', page(NEW, OLD), '“## Unreleased” was expected first'],
    ['with releases the wrong way round', page(UNRELEASED, OLD, NEW), '0.2.0 was expected above 0.1.0'],
    ['with a day that is not', page(UNRELEASED, NEW.replace('11-20', '02-30')), '2026-02-30 is not a date'],
    [
      'with an older date',
      page(UNRELEASED, NEW.replace('11-20', '11-01'), OLD),
      '0.1.0 is dated after 0.2.0',
    ],
    ['with a heading of another kind', page(UNRELEASED, NEW, '## Notes\n'), '“## 1.2.3 (2026-01-31)” or'],
    ['with prose', page(UNRELEASED, NEW, 'And more.\n'), 'one list item a change was expected'],
    [
      'with a release of nothing',
      page(UNRELEASED, '## 0.2.0 (2026-11-20)\n'),
      'at least one change was expected',
    ],
    ['with a change named twice', page(UNRELEASED, '- Old.\n', NEW, OLD), 'stands twice'],
    ['behind the version', page(UNRELEASED, OLD), 'the newest release is 0.1.0; 0.2.0'],
  ] as const) {
    it(`is refused ${what}`, () => {
      expect(changelogProblems(text, '0.2.0').join('\n')).to.include(problem);
    });
  }
});
