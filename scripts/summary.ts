/**
 * Reads what the two test runners wrote and prints one plain line for each: `Vitest: 7 passed, 0 failed`.
 * Exits 1 when a runner failed, ran nothing, or left no result.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const results = join(import.meta.dirname, '../test-results');

function read(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(results, name), 'utf8')) as Record<string, unknown>;
}

/** Vitest counts a file that did not load as a failed suite with no test in it; it is a failure here too. */
function vitest(): Counts {
  const json = read('unit.json');
  const files = json.testResults as { status: string; assertionResults: unknown[] }[];
  const unloaded = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.length,
  );
  return {
    passed: Number(json.numPassedTests),
    failed: Number(json.numFailedTests) + unloaded.length,
    skipped: Number(json.numPendingTests) + Number(json.numTodoTests),
  };
}

function playwright(): Counts {
  const json = read('e2e.json');
  const stats = json.stats as Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>;
  const errors = (json.errors as unknown[]).length;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors,
    skipped: stats.skipped,
  };
}

let good = true;
for (const [name, count] of [
  ['Vitest', vitest],
  ['Playwright', playwright],
] as const) {
  try {
    const { passed, failed, skipped } = count();
    if (failed > 0 || passed === 0) good = false;
    console.log(
      `${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`,
    );
  } catch (error) {
    good = false;
    console.log(`${name}: 0 passed, 1 failed`);
    console.error(`${name} left no result: ${error instanceof Error ? error.message : error}`);
  }
}
process.exit(good ? 0 : 1);
