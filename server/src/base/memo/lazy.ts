/** What `make` returns, made when it is first asked for, and not at all when nobody does. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
