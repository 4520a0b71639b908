import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const browser = ['packages/{call,widget,agent-elements}/src/**/*.ts'];
const elements = ['packages/{call,widget,agent-elements}/src/**/*.ts'];
const tests = ['**/*.test.ts', '**/testing/**/*.ts', 'e2e/**', 'bench/**'];

/** What no file may import, unless its folder says otherwise below. A later entry for a file replaces an earlier one. */
const zodFull = { name: 'zod', message: "Import 'zod/mini': the full zod is 5 times its size in every bundle." };
const livekitClient = {
  name: 'livekit-client',
  message:
    'Only packages/call/src/media/livekit.ts knows livekit-client, so that it loads with the first call and not before.',
};
const packages = (...names) => ({
  group: names.flatMap((name) => [`@carillon/${name}`, `@carillon/${name}/*`, `**/packages/${name}/**`]),
  message: 'contract ← call ← {widget, agent-elements} and contract ← link-server; nothing else (docs/decisions/0001).',
});
const call = (...folders) => ({
  group: folders.flatMap((folder) => [`**/${folder}/*`, `**/${folder}/**`]),
  message: 'Inside call: media → effects → session → elements; each imports only those before it.',
});
const sql = {
  group: ['@photostructure/sqlite', 'node:sqlite', 'pg'],
  message: 'Only link-server/src/store knows a database.',
};
const server = {
  group: ['hono', 'hono/*', '@hono/*', 'livekit-server-sdk', 'jose', 'node:*'],
  message: 'Browsers cannot run this.',
};
const restrict = (paths, patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { paths, patterns }] });

const never = {
  'no-eval': 'error',
  'no-new-func': 'error',
  'no-restricted-properties': [
    'error',
    ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc'].map((property) => ({
      property,
      message: 'Trusted Types hold on every page: build elements with a lit template.',
    })),
    { object: 'document', property: 'write', message: 'Trusted Types hold on every page.' },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'ImportDeclaration[source.value=/unsafe-(html|svg|mathml|static)|static-html/]',
      message: 'No template may take markup from a value.',
    },
    {
      selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
      message: 'A strict style-src refuses style attributes: use a class, a part or styleMap.',
    },
    { selector: 'TSEnumDeclaration', message: 'Erasable syntax only: a union of strings, or a frozen object.' },
    { selector: 'TSParameterProperty', message: 'Erasable syntax only: write the field out.' },
    { selector: 'ExportDefaultDeclaration', message: 'Export by name: one thing keeps one word everywhere.' },
  ],
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'out/**',
      'coverage/**',
      '**/*.mjs',
      '.carillon/**',
      'docs/gallery/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      ...never,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              name: ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
              package: 'node:test',
            },
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  // What may import what. The test of scripts/lib/layers.mjs reads the same arrows from the files themselves.
  {
    files: ['packages/contract/src/**/*.ts'],
    rules: restrict(
      [zodFull, livekitClient],
      [packages('call', 'widget', 'agent-elements', 'link-server'), server, sql],
    ),
  },
  {
    files: ['packages/call/src/**/*.ts'],
    rules: restrict([zodFull, livekitClient], [packages('widget', 'agent-elements', 'link-server'), server, sql]),
  },
  {
    files: ['packages/call/src/media/**/*.ts'],
    rules: restrict(
      [zodFull, livekitClient],
      [packages('widget', 'agent-elements', 'link-server'), server, sql, call('effects', 'session', 'elements')],
    ),
  },
  {
    files: ['packages/call/src/effects/**/*.ts'],
    rules: restrict(
      [zodFull, livekitClient],
      [packages('widget', 'agent-elements', 'link-server'), server, sql, call('session', 'elements')],
    ),
  },
  {
    files: ['packages/call/src/session/**/*.ts'],
    rules: restrict(
      [zodFull, livekitClient],
      [packages('widget', 'agent-elements', 'link-server'), server, sql, call('elements')],
    ),
  },
  {
    files: ['packages/call/src/media/livekit*.ts'],
    rules: restrict(
      [zodFull],
      [packages('widget', 'agent-elements', 'link-server'), server, sql, call('effects', 'session', 'elements')],
    ),
  },
  {
    files: ['packages/widget/src/**/*.ts'],
    rules: restrict([zodFull, livekitClient], [packages('agent-elements', 'link-server'), server, sql]),
  },
  {
    files: ['packages/agent-elements/src/**/*.ts'],
    rules: restrict([zodFull, livekitClient], [packages('widget', 'link-server'), server, sql]),
  },
  {
    files: ['packages/link-server/src/**/*.ts'],
    rules: restrict([livekitClient], [packages('call', 'widget', 'agent-elements'), sql]),
  },
  {
    files: ['packages/link-server/src/store/**/*.ts'],
    rules: restrict([livekitClient], [packages('call', 'widget', 'agent-elements')]),
  },
  {
    files: ['examples/**/*.ts'],
    rules: restrict(
      [livekitClient],
      [
        {
          group: ['@carillon/*/src/**', '@carillon/*/dist/**', '**/packages/**'],
          message: 'Examples import what packages export, as a customer of ours would.',
        },
        packages('link-server'),
      ],
    ),
  },
  // One file signs LiveKit tokens; one talks to LiveKit's API.
  {
    files: ['packages/link-server/src/**/*.ts'],
    ignores: ['packages/link-server/src/{token,livekit}/**', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        ...never['no-restricted-syntax'],
        {
          selector: 'ImportDeclaration[source.value="livekit-server-sdk"]',
          message: 'Only link-server/src/token signs, only link-server/src/livekit calls LiveKit.',
        },
      ],
    },
  },

  { files: elements, ...lit['flat/recommended'] },
  { files: elements, ...wc['flat/best-practice'] },
  { files: elements, plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
  { files: browser, rules: { 'wc/guard-super-call': 'off' } },
  { files: ['packages/contract/src/**/*.test.ts'], rules: { '@typescript-eslint/no-restricted-imports': 'off' } },
  {
    files: tests,
    rules: {
      // chai's assertions are thenables, and a test may reach for what a type does not promise.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      'no-console': 'off',
      'no-restricted-properties': 'off',
    },
  },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
