import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { ESLint } from 'eslint';
import { ROOT } from '../support/tree.ts';

const UI = 'ui/app/lint-me.ts';
const OPERATE = 'scripts/operate/deploy/lint-me.ts';
const CONSTRUCTS = 'manifests/src/constructs/lint-me.ts';
const SERVER = 'server/src/domain/lint-me.ts';

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
  [SERVER, "export type X = import('../../../ui/app/env.server.ts').X;", INSIDE],
  [UI, "import { App } from 'cdk8s';", DECLARED],
  [UI, "import { x } from '@shortfactory/manifests';", DECLARED],
  [OPERATE, "import { createCanvas } from '@napi-rs/canvas';", DECLARED],
  [OPERATE, "export const x = await import('@shortfactory/cli');", DECLARED],
  [CONSTRUCTS, "import type { Context } from 'koa';", DECLARED],
  [SERVER, "export * from 'execa/lib';", DECLARED],
];

const ALLOWED: readonly (readonly [file: string, line: string])[] = [
  [UI, "import { x } from '@shortfactory/server/contract';"],
  [UI, "import { y } from '../server/app.ts';"],
  [OPERATE, "import { x } from '@shortfactory/manifests';"],
  [OPERATE, "import { x } from '../gcloud/gcloud.ts';"],
  [OPERATE, "import { execa } from 'execa';"],
  [OPERATE, "import { join } from 'node:path';"],
  [SERVER, "import type Koa from 'koa';"],
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

  it('of scripts have a page each that says what it is for, promises and must never know', () => {
    for (const name of ['cli', 'command-line', 'dev', 'lab', 'operate']) {
      const page = `${ROOT}scripts/${name}/README.md`;
      expect(existsSync(page), name).to.equal(true);
      for (const word of ['What it is for', 'What it promises', 'What it must never know'])
        expect(readFileSync(page, 'utf8'), name).to.include(`## ${word}\n`);
    }
  });
});
