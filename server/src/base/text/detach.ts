/** Plain data that does not keep the text alive that it was read from. */
import { detach } from './span.ts';

/** A deep copy whose strings are detached: a single slice would keep the whole file alive that it was cut from. */
export function detachStrings<T>(value: T): T {
  if (typeof value === 'string') return detach(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(detachStrings) as T;
  const copy = {} as T & object;
  for (const key in value) copy[key] = detachStrings(value[key]);
  return copy;
}
