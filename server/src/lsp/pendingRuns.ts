/** Counts runs of the indexer that are under way or to come. The first, at the start, is pending from the beginning. */
export function createPendingRuns() {
  let pending = 1;
  let waiting: (() => void)[] = [];
  const areDone = () => pending === 0;
  return {
    areDone,
    begin: () => void pending++,
    end() {
      if (--pending > 0) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    whenDone: () => (areDone() ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve))),
  };
}
