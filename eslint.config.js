import { readdirSync } from 'node:fs';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { packages } from './eslint.packages.js';

/** The features of the web UI: each a folder of ui/app/features, none of which knows another. */
const FEATURES = readdirSync(new URL('ui/app/features', import.meta.url));

/** What is above the features and puts them in their places. */
const UI_ABOVE = {
  regex: '^(\\.\\./)+(routes/|root\\.|entry\\.)',
  message: 'Only the router imports routes, the root and the entries.',
};

/** The imports that a file of a feature must not have. */
function forbiddenIn(feature) {
  const others = FEATURES.filter((name) => name !== feature).join('|');
  return [
    {
      regex: `^(\\.\\./)+(features/)?(${others})/`,
      message: `${feature}/ does not import another feature: what two features need is in ui/app/shared.`,
    },
    UI_ABOVE,
  ];
}

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      'data/',
      'out/',
      'build/',
      'ui/build/',
      'server/renderer/kernel/assembly/',
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
      'packages/inside': 'error',
      'packages/declared': 'error',
    },
  },
  {
    // The places that hand the environment to loadConfig, and nothing else.
    files: [
      'scripts/*/*.ts',
      'server/app/main.ts',
      'ui/server/main.ts',
      'ui/server/dev.ts',
      '**/*.test.ts',
      '**/test/**/*.ts',
      'server/testing/**/*.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['ui/app/**/*.tsx', 'ui/app/**/*.ts'], ...hooks.configs.flat['recommended-latest'] },
  {
    // chai's property assertions are expressions.
    files: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  ...FEATURES.flatMap((feature) => [
    {
      files: [`ui/app/features/${feature}/**/*.{ts,tsx}`],
      rules: { 'no-restricted-imports': ['error', { patterns: forbiddenIn(feature) }] },
    },
    {
      files: [`ui/app/features/${feature}/model/**/*.ts`],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              ...forbiddenIn(feature),
              { regex: '^(\\.\\./)+view/', message: 'A model does not import what shows it.' },
            ],
          },
        ],
      },
    },
  ]),
  {
    files: ['ui/app/shared/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(\\.\\./)+features/', message: 'shared/ does not import a feature.' },
            UI_ABOVE,
          ],
        },
      ],
    },
  },
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
    files: ['server/pipeline/stages/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^\\./', message: 'No stage imports another: run.ts passes what one made to the next.' },
          ],
        },
      ],
    },
  },
);
