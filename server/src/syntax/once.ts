/** What `make` returns, made when it is first asked for: schemas and the like take time that no start has to spend. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
