/** A vitest reporter that fails the run if a test was retried or skipped, since both hide failures. */
export default class StrictReporter {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const isRetried = (test.diagnostic()?.retryCount ?? 0) > 0;
        if (!isRetried && test.result().state !== 'skipped') continue;
        console.error(`${isRetried ? 'Retried' : 'Skipped'}: ${module.relativeModuleId} > ${test.fullName}`);
        process.exitCode = 1;
      }
    }
  }
}
