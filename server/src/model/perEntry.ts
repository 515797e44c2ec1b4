/**
 * Remembers by the entry of a registry, or another thing, what follows from it alone. Places must be handed on as the
 * objects they are: those of an entry are moved where they are (see `updateRegistry`).
 */
export function perEntry<E extends object, T>(compute: (entry: E) => T): (entry: E) => T {
  const known = new WeakMap<E, { value: T }>();
  return (entry) => {
    let found = known.get(entry);
    if (!found) {
      found = { value: compute(entry) };
      known.set(entry, found);
    }
    return found.value;
  };
}
