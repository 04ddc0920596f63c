import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ESLint } from 'eslint';
import { ROOT } from '../support/tree.ts';

const UI = 'ui/app/lint-me.ts';
const OPERATE = 'scripts/operate/deploy/lint-me.ts';
const CONSTRUCTS = 'manifests/src/constructs/lint-me.ts';
const SERVER = 'server/core/domain/lint-me.ts';
const STORAGE = 'server/storage/fs/lint-me.ts';

const INSIDE = 'packages/inside';
const DECLARED = 'packages/declared';

/** A line that would be refused in a file, and the rule that does it. */
const REFUSED: readonly (readonly [file: string, line: string, rule: string])[] = [
  [UI, "import { x } from '../../manifests/src/index.ts';", INSIDE],
  [UI, "export { x } from '../../scripts/cli/short/input.ts';", INSIDE],
  [OPERATE, "import { x } from '../../cli/short/input.ts';", INSIDE],
  [OPERATE, "import type { X } from '../../../manifests/src/index.ts';", INSIDE],
  [OPERATE, "export * from '../../../eslint.packages.js';", INSIDE],
  [CONSTRUCTS, "export const x = await import('../../../scripts/operate/synth/command.ts');", INSIDE],
  [SERVER, "import { x } from '../../../manifests/src/index.ts';", INSIDE],
  [SERVER, "export type X = import('../../../ui/app/root.tsx').X;", INSIDE],
  [SERVER, "import { openStore } from '../../storage/open-store.ts';", INSIDE],
  [STORAGE, "export { JobStore } from '../../jobs/store/job-store.ts';", INSIDE],
  [UI, "import { App } from 'cdk8s';", DECLARED],
  [UI, "import { x } from '@shortfactory/manifests';", DECLARED],
  [OPERATE, "import { createCanvas } from '@napi-rs/canvas';", DECLARED],
  [OPERATE, "export const x = await import('@shortfactory/cli');", DECLARED],
  [CONSTRUCTS, "import type { Context } from 'koa';", DECLARED],
  [SERVER, "export * from 'execa/lib';", DECLARED],
  [SERVER, "import { openStore } from '@shortfactory/storage';", DECLARED],
  [STORAGE, "import type { JobStore } from '@shortfactory/jobs';", DECLARED],
];

const ALLOWED: readonly (readonly [file: string, line: string])[] = [
  [UI, "import { x } from '@shortfactory/contract';"],
  [UI, "import { y } from '../server/app.ts';"],
  [OPERATE, "import { x } from '@shortfactory/manifests';"],
  [OPERATE, "import { x } from '../gcloud/gcloud.ts';"],
  [OPERATE, "import { execa } from 'execa';"],
  [OPERATE, "import { join } from 'node:path';"],
  [SERVER, "import type { Clock } from '../ports/clock.ts';"],
  [STORAGE, "import type { Clock } from '@shortfactory/core';"],
];

describe('packages', function () {
  this.timeout(60_000);
  let eslint: ESLint;
  before(() => {
    eslint = new ESLint({ cwd: ROOT });
  });

  /** Which of the two rules refuse the line. */
  async function refusing(file: string, line: string): Promise<(string | null)[]> {
    const [result] = await eslint.lintText(`${line}\n`, { filePath: `${ROOT}${file}` });
    return (result?.messages ?? [])
      .map(({ ruleId }) => ruleId)
      .filter((id) => id === INSIDE || id === DECLARED);
  }

  for (const [file, line, rule] of REFUSED) {
    it(`${rule} refuses in ${file}: ${line}`, async () => {
      expect(await refusing(file, line)).to.deep.equal([rule]);
    });
  }

  for (const [file, line] of ALLOWED) {
    it(`allow in ${file}: ${line}`, async () => {
      expect(await refusing(file, line)).to.deep.equal([]);
    });
  }

  const inServer = readdirSync(`${ROOT}server`).filter((name) =>
    existsSync(`${ROOT}server/${name}/package.json`),
  );

  it('of the server are compiled against exactly the packages that they depend on', () => {
    expect(inServer.length).to.be.greaterThan(15);
    for (const name of inServer) {
      const { dependencies = {} } = json(`server/${name}/package.json`) as {
        dependencies?: Record<string, string>;
      };
      const { references } = json(`server/${name}/tsconfig.json`) as { references: { path: string }[] };
      const own = Object.keys(dependencies).filter((each) => each.startsWith('@shortfactory/'));
      expect(references.map(({ path }) => path.replace('../', '@shortfactory/')).sort(), name).to.deep.equal(
        own.sort(),
      );
    }
  });

  it('of the server do not compile with a reference against the arrows', () => {
    const folder = mkdtempSync(join(tmpdir(), 'shortfactory-arrows-'));
    try {
      for (const file of ['tsconfig.json', 'server/tsconfig.package.json'])
        cpSync(ROOT + file, join(folder, file));
      for (const name of inServer) {
        cpSync(`${ROOT}server/${name}/tsconfig.json`, join(folder, 'server', name, 'tsconfig.json'));
        writeFileSync(join(folder, 'server', name, 'index.ts'), 'export {};\n');
      }
      const build = (): string => {
        const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
        const { stdout } = spawnSync(process.execPath, [tsc, '-b', 'server/app', '--dry'], {
          cwd: folder,
          encoding: 'utf8',
        });
        return stdout;
      };
      expect(build()).to.include('server/core').and.not.include('circular');
      const core = join(folder, 'server/core/tsconfig.json');
      const wrong = { ...(json('server/core/tsconfig.json') as object), references: [{ path: '../jobs' }] };
      writeFileSync(core, JSON.stringify(wrong));
      expect(build()).to.include('circular');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('have a face each, and a page that says what they are for, promise and must not know', () => {
    for (const name of inServer) {
      const { exports } = json(`server/${name}/package.json`) as { exports: Record<string, string> };
      expect(exports, name).to.have.property(name === 'testing' ? './*' : '.');
      const page = readFileSync(`${ROOT}server/${name}/README.md`, 'utf8');
      for (const words of [
        `# @shortfactory/${name}\n`,
        '## What it promises\n',
        '## What it must not know\n',
      ])
        expect(page, name).to.include(words);
    }
  });

  it('of scripts have a page each that says what it is for, promises and must not know', () => {
    for (const name of ['cli', 'command-line', 'dev', 'lab', 'operate']) {
      const page = `${ROOT}scripts/${name}/README.md`;
      expect(existsSync(page), name).to.equal(true);
      for (const word of ['What it is for', 'What it promises', 'What it must not know'])
        expect(readFileSync(page, 'utf8'), name).to.include(`## ${word}\n`);
    }
  });
});

function json(file: string): unknown {
  return JSON.parse(readFileSync(ROOT + file, 'utf8'));
}
