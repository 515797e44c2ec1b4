/** As much of a test runner as a list of named scenarios needs. */

/** @type {{ name: string, run: (subject: any) => Promise<void> }[]} */
const tests = [];

/** @template [Subject=import('./driver.mjs').Editor] @param {string} name @param {(subject: Subject) => Promise<void>} run */
export function test(name, run) {
  tests.push({ name, run });
}

/**
 * Runs the tests in order on one subject; `pattern` picks some by name. `after` is called when each is done.
 * @param {unknown} subject
 * @param {{ pattern?: string, after?: (name: string, failed: boolean) => Promise<void> }} [options]
 */
export async function runTests(subject, { pattern = '', after } = {}) {
  let [passed, failed] = [0, 0];
  for (const { name, run } of tests.filter((one) => one.name.includes(pattern))) {
    const started = performance.now();
    let ok = false;
    // A real editor on a busy machine loses a click now and then. What fails twice is broken; both times are shown.
    for (const attempt of ['first', 'second']) {
      try {
        await run(subject);
        ok = true;
      } catch (error) {
        console.log(`  FAIL  ${name}, ${attempt} try\n${error instanceof Error ? error.stack : error}`);
      }
      await after?.(name, !ok);
      if (ok) break;
    }
    if (ok) passed++;
    else failed++;
    if (ok) console.log(`  ok    ${name} (${Math.round(performance.now() - started)} ms)`);
  }
  return { passed, failed };
}
