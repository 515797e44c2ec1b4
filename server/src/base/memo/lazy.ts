/** What `make` returns, made when it is first asked for, and not at all when nobody does. */
export function lazy<T extends object>(create: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= create();
    return value;
  };
}
