import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, normalize } from 'node:path/posix';
import { expect } from 'chai';
import { read, ROOT } from '../support/tree.ts';

/** What git has or would take, so that neither node_modules nor what was built is looked at. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(`${ROOT}${file}`));
const pages = files.filter((file) => file.endsWith('.md'));

/** As GitHub makes them of a heading. */
function anchorsOf(page: string): string[] {
  return [...withoutCode(read(page)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```/g, '');
}

/** Targets of links within the repository. */
function linksOf(page: string): string[] {
  return [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

describe('the documents', () => {
  it('link to files and headings that are there', () => {
    expect(pages.length).to.be.greaterThan(20);
    const broken = pages.flatMap((page) =>
      linksOf(page)
        .filter((target) => !isThere(page, target))
        .map((target) => `${page}: ${target}`),
    );
    expect(broken).to.deep.equal([]);
  });
});

function isThere(page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : normalize(`${dirname(page)}/${path}`);
  if (file.startsWith('..') || !existsSync(`${ROOT}${file}`)) return false;
  return anchor === undefined || anchorsOf(file).includes(anchor);
}

describe('the scripts of CI and the images', () => {
  const scripts = files.filter((file) =>
    /^(\.ci\/|\.github\/|\.devcontainer\/|Dockerfile|docker-compose|compose\.|package\.json$)/.test(file),
  );

  it('are there to be looked at', () => {
    expect(scripts).to.include.members(['.ci/run', '.ci/images', 'Dockerfile.server', 'package.json']);
  });

  it('name nothing beside the repository but the default of one variable', () => {
    const outside = scripts.flatMap((file) =>
      read(file)
        .split('\n')
        .filter((line) => namesOutside(line))
        .map((line) => `${file}: ${line}`),
    );
    expect(outside).to.deep.equal(['.ci/run: export LOCAL_TOOLS="${LOCAL_TOOLS:-../shared/tools}"']);
  });
});

/** Scripts enter workspaces and the image's stage that builds ffmpeg; from there `..` is still inside. */
function namesOutside(line: string): boolean {
  return [...line.matchAll(/(?:^|[\s"'=:-])(?:\.\.\/)+([\w.-]+)/g)].some(
    ([, name = '']) => name !== 'node_modules' && !name.startsWith('ffmpeg') && !existsSync(`${ROOT}${name}`),
  );
}
