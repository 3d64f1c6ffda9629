import tseslint from 'typescript-eslint';

/** Layers of docs: domain knows nobody, web knows no feature, only src/workbook touches exceljs. */
const forbid = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const outside = {
  group: ['**/db/**', '**/web/**', '**/features/**', '**/text/**', '**/workbook/**', '**/blobs/**'],
  message: 'domain imports domain only',
};
const exceljs = { group: ['exceljs'], message: 'only src/workbook imports exceljs' };
const features = { group: ['**/features/**'], message: 'this layer never imports a feature' };

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/views/assets/**',
      '**/data/**',
      '**/demo-data/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json'],
        tsconfigRootDir: import.meta.dirname.replace(/\/\.config$/, ''),
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }],
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      ...forbid([exceljs]),
    },
  },
  { files: ['**/*.{js,cjs,mjs}'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.test.ts', 'test/**/*.ts', 'migrations/**/*.ts', 'fixtures/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      'no-restricted-imports': 'off',
    },
  },
  { files: ['src/domain/**/*.ts'], rules: forbid([outside, exceljs]) },
  {
    files: ['src/text/**/*.ts', 'src/db/**/*.ts', 'src/web/**/*.ts', 'src/blobs/**/*.ts'],
    rules: forbid([features, exceljs]),
  },
  { files: ['src/workbook/**/*.ts'], rules: forbid([features]) },
);
