/** Outlets by the hosts of their pages: the `domains` of a registry. docs/format.md, section 4. */

import { getOrInsert } from '../base/memo/maps.ts';
import type { EntityEntry, SourceName } from '../syntax/ast.ts';
import { oncePerScope } from './perScope.ts';
import { type DefinedEntry, isSubtypeOf, type Scope } from './scope.ts';

const outletsByDomain = oncePerScope((scope): ReadonlyMap<string, DefinedEntry<EntityEntry>> => {
  const outlets = new Map<string, DefinedEntry<EntityEntry>>();
  for (const outlet of scope.entities.values()) {
    const { domains, type } = outlet.entry;
    if (domains.length === 0 || !isSubtypeOf(scope, type.value, 'media')) continue;
    for (const { value } of domains) getOrInsert(outlets, foldDomain(value), () => outlet);
  }
  return outlets;
});

/** `https://www.RFERL.org/` and `rferl.org` are one; `t.me/channel` is a domain too. */
function foldDomain(domain: string): string {
  return domain
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .replace(/\/+$/, '');
}

/**
 * The outlet whose domain a source is, or is a part of: `news.rferl.org` belongs to `rferl.org`. Undefined if there is none, or the
 * source is no domain.
 */
export function outletOfDomain(scope: Scope, { name, domain }: SourceName): DefinedEntry<EntityEntry> | undefined {
  const outlets = domain === undefined ? undefined : outletsByDomain(scope);
  if (domain === undefined || !outlets || outlets.size === 0) return undefined;
  const account = outlets.get(foldDomain(name));
  if (account) return account;
  for (let host = domain; host.includes('.'); host = host.slice(host.indexOf('.') + 1)) {
    const outlet = outlets.get(host);
    if (outlet) return outlet;
  }
  return undefined;
}
