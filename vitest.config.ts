import { defineConfig } from 'vitest/config';

/** Unit and integration tests, on plain Node. */
export default defineConfig({
  test: {
    include: ['tests/{unit,integration}/**/*.test.ts'],
    // The longest property runs 10,000 times and takes 16 s with both cores busy.
    testTimeout: 120_000,
    // On a machine with two cores the default would use one.
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
    coverage: { include: ['shared/**', 'templates/**', 'main/**'] },
  },
});
