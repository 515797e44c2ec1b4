/** A key of a list that is open: its command does what the list says. */
export interface ListKey {
  /** Undefined while no list listens. */
  handler: (() => void) | undefined;
}

export function createListKey(): ListKey {
  return { handler: undefined };
}
