/**
 * As much of a test runner as a list of named scenarios needs. Each scenario runs once: one that passes only at a second
 * attempt has a cause, in the product or in the test. `REPEAT=20` runs each scenario 20 times, to find out how reliable it is.
 */

/** @type {{ name: string, run: (subject: any) => Promise<void> }[]} */
const tests = [];

const repeats = Math.max(1, Number(process.env.REPEAT ?? 1));

/** @template [Subject=import('./driver.mjs').Editor] @param {string} name @param {(subject: Subject) => Promise<void>} run */
export function test(name, run) {
  tests.push({ name, run });
}

/**
 * Runs the tests in order on one subject. Prints each result, and the error of a failed test.
 * @param {unknown} subject
 * @param {{ pattern?: string, after?: (name: string, failed: boolean) => Promise<void> }} [options]
 *   `pattern`: a regular expression; runs only tests whose name matches it; `after`: called after each test
 */
export async function runTests(subject, { pattern = '', after } = {}) {
  let [passed, failed] = [0, 0];
  for (const { name, run } of tests.filter((one) => new RegExp(pattern).test(one.name))) {
    for (let round = 1; round <= repeats; round++) {
      const started = performance.now();
      const error = await run(subject).then(
        () => undefined,
        (reason) => reason ?? new Error('rejected without a reason'),
      );
      if (error) failed++;
      else passed++;
      if (error) console.log(`  FAIL  ${name}\n${error instanceof Error ? error.stack : error}`);
      else console.log(`  ok    ${name} (${Math.round(performance.now() - started)} ms)`);
      await after?.(name, error !== undefined);
    }
  }
  return { passed, failed };
}
