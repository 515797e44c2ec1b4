/** Runs an action in the next round of the event loop; of several with the same name, only the last one. */
export type Schedule = (name: string, action: () => unknown) => void;

export function createScheduler(): Schedule {
  const scheduled = new Map<string, () => unknown>();
  return (name, action) => {
    if (scheduled.size === 0) {
      setTimeout(() => {
        const actions = [...scheduled.values()];
        scheduled.clear();
        for (const run of actions) run();
      });
    }
    scheduled.set(name, action);
  };
}
