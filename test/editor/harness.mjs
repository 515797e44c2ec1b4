/** As much of a test runner as a list of named scenarios needs. */

/** @typedef {import('./driver.mjs').Editor} Editor */
/** @type {{ name: string, run: (editor: Editor) => Promise<void> }[]} */
const tests = [];

/** @param {string} name @param {(editor: Editor) => Promise<void>} run */
export function test(name, run) {
  tests.push({ name, run });
}

/**
 * Runs the tests in order; `pattern` picks some by name.
 * @param {Editor} editor @param {{ pattern?: string, onFailure: (name: string) => Promise<void> }} options
 */
export async function runTests(editor, { pattern = '', onFailure }) {
  let [passed, failed] = [0, 0];
  for (const { name, run } of tests.filter((one) => one.name.includes(pattern))) {
    const started = performance.now();
    try {
      await run(editor);
      await editor.reset();
      passed++;
      console.log(`  ok    ${name} (${Math.round(performance.now() - started)} ms)`);
    } catch (error) {
      failed++;
      console.log(`  FAIL  ${name}\n${error instanceof Error ? error.stack : error}`);
      await onFailure(name);
      await editor.reset().catch(() => {});
    }
  }
  return { passed, failed };
}
