/** One suite; browser and LibreOffice tests skip themselves with a printed reason. */
module.exports = {
  rootDir: '..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  extensionsToTreatAsEsm: [],
  setupFilesAfterEnv: ['<rootDir>/test/support/clear-intervals.ts'],
  testSequencer: '<rootDir>/.config/jest-sequencer.mjs',
  maxWorkers: 2,
  testTimeout: 30000,
};
