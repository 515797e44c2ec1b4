import { createMemo } from '../base/memo/memory.ts';
import type { Scope } from './scope.ts';

/** Memoizes what depends on the scope alone. */
export function oncePerScope<T>(compute: (scope: Scope) => T): (scope: Scope) => T {
  const memo = createMemo<Scope, { value: T }>();
  return (scope) => {
    let found = memo.get(scope);
    if (!found) {
      found = { value: compute(scope) };
      memo.set(scope, found);
    }
    return found.value;
  };
}

/** Memoizes by scope and key, an entry or an id, what depends on nothing else. */
export function perScope<K, T>(compute: (key: K, scope: Scope) => T): (key: K, scope: Scope) => T {
  const memo = new WeakMap<Scope, Map<K, { value: T }>>();
  return (key, scope) => {
    let byKey = memo.get(scope);
    if (!byKey) {
      byKey = new Map();
      memo.set(scope, byKey);
    }
    let found = byKey.get(key);
    if (!found) {
      found = { value: compute(key, scope) };
      byKey.set(key, found);
    }
    return found.value;
  };
}
