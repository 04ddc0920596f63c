import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { packages } from './eslint.packages.js';

/**
 * Which folder of server/src may import which: data flows one way
 * (http → jobs → pipeline → renderer → domain; pipeline → ports ← adapters; only the composition root sees adapters).
 */
const MAY_IMPORT = {
  domain: ['domain'],
  contract: ['domain', 'contract'],
  ports: ['domain', 'ports'],
  renderer: ['domain', 'renderer'],
  pipeline: ['domain', 'ports', 'renderer', 'pipeline'],
  jobs: ['domain', 'ports', 'pipeline', 'renderer', 'jobs'],
  http: ['domain', 'ports', 'contract', 'jobs', 'observability', 'http'],
  observability: ['domain', 'ports', 'observability'],
  adapters: ['domain', 'ports', 'contract', 'adapters'],
};
/**
 * Files that other packages still import by path, not by name; everything else stays inside of its package. To be
 * emptied: what is imported becomes a part of the face of a package.
 */
const IMPORTED_BY_PATH = [
  { from: 'scripts/', to: 'server/' },
  { from: 'manifests/', to: 'server/' },
  { from: 'manifests/src/', to: 'ui/' },
  { from: 'ui/', to: 'server/' },
  { from: 'scripts/dev/test/', to: 'ui/app/env.server.ts' },
  { from: 'server/test/', to: 'ui/app/' },
];
const FOLDERS = [
  'domain',
  'contract',
  'ports',
  'renderer',
  'pipeline',
  'jobs',
  'http',
  'observability',
  'adapters',
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      'data/',
      'out/',
      'build/',
      'ui/build/',
      'server/src/renderer/kernel/assembly/',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read configuration through loadConfig(env).' },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,ts,tsx}'],
    plugins: { packages },
    rules: {
      'packages/inside': ['error', { exceptions: IMPORTED_BY_PATH }],
      'packages/declared': 'error',
    },
  },
  {
    // The places that hand the environment to loadConfig, and nothing else.
    files: [
      'scripts/*/*.ts',
      'server/src/main.ts',
      'ui/server/main.ts',
      'ui/server/dev.ts',
      '**/*.test.ts',
      '**/test/**/*.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['ui/app/**/*.tsx', 'ui/app/**/*.ts'], ...hooks.configs.flat['recommended-latest'] },
  {
    // chai's property assertions are expressions.
    files: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
    files: [`server/src/${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: FOLDERS.filter((name) => !allowed.includes(name)).map((name) => ({
            regex: `^(\\.\\./)+${name}/`,
            message: `${folder}/ does not import ${name}/ (see eslint.config.js).`,
          })),
        },
      ],
    },
  })),
  {
    // Another project can take these two folders: they know Knative and Cloud Run, and nothing of ShortFactory.
    files: ['manifests/src/constructs/**/*.ts', 'manifests/src/policies/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(\\.\\./)+(environments|charts|checks|monitoring)/',
              message: 'Constructs and policies stand alone.',
            },
            { regex: '^@shortfactory/', message: 'Constructs and policies stand alone.' },
          ],
        },
      ],
    },
  },
  {
    files: ['server/src/pipeline/stages/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^\\./', message: 'No stage imports another: run.ts passes what one made to the next.' },
            { regex: '^(\\.\\./)+(adapters|http|jobs)/', message: 'A stage sees ports, not adapters.' },
          ],
        },
      ],
    },
  },
);
