import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const eslint = new ESLint({ cwd: root });

/** What lint says of an import in a file of ui/app. */
async function refusal(file: string, imported: string): Promise<string | undefined> {
  const code = `export { name } from '${imported}';\n`;
  const [result] = await eslint.lintText(code, { filePath: `${root}ui/app/${file}` });
  return result?.messages.find(({ ruleId }) => ruleId === 'no-restricted-imports')?.message;
}

describe('the walls between features', function () {
  // The first line also loads the linter.
  this.timeout(60_000);
  for (const { what, file, imported, says } of [
    {
      what: 'a feature that imports another one',
      file: 'features/create/view/new.tsx',
      imported: '../../editor/model/change.ts',
      says: 'create/ does not import another feature',
    },
    {
      what: 'the same from a deeper folder, by a longer path',
      file: 'features/video/view/making/new.tsx',
      imported: '../../../../features/library/model/filters.ts',
      says: 'video/ does not import another feature',
    },
    {
      what: 'a model that imports another feature',
      file: 'features/library/model/new.ts',
      imported: '../../video/model/progress.ts',
      says: 'library/ does not import another feature',
    },
    {
      what: 'a model that imports a view',
      file: 'features/create/model/new.ts',
      imported: '../view/composer.tsx',
      says: 'A model does not import what shows it.',
    },
    {
      what: 'a feature that imports a route',
      file: 'features/status/view/new.tsx',
      imported: '../../../routes/status.tsx',
      says: 'Only the router imports routes',
    },
    {
      what: 'a shared module that imports a feature',
      file: 'shared/ui/new.tsx',
      imported: '../../features/create/model/fields.ts',
      says: 'shared/ does not import a feature.',
    },
    {
      what: 'a shared module that imports the root',
      file: 'shared/page/new.tsx',
      imported: '../../root.tsx',
      says: 'Only the router imports routes',
    },
  ]) {
    it(`refuse ${what}`, async () => {
      expect(await refusal(file, imported)).to.include(says);
    });
  }

  it('let through what is shared, what is of the same feature, and features in routes', async () => {
    for (const [file, imported] of [
      ['features/create/view/new.tsx', '../../../shared/videos/video-card.ts'],
      ['features/create/view/new.tsx', '../model/fields.ts'],
      ['features/video/view/making/new.tsx', '../../model/progress.ts'],
      ['shared/page/new.tsx', '../strings/context.tsx'],
      ['routes/new.tsx', '../features/create/view/composer.tsx'],
    ] as const) {
      expect(await refusal(file, imported), `${file}: ${imported}`).to.equal(undefined);
    }
  });
});
