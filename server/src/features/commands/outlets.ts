import { findOutlet, foldName, isSubtypeOf } from '../../scope/scope.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import { formatIsoDate } from '../../syntax/date/isoDate.ts';
import { isString } from './argument.ts';
import { createCommand } from './command.ts';

/**
 * The names of all outlets, each once, as sources write them, otherwise as their entity does. Those that the brief cites come first, the
 * last one cited at the top; then those with reports, the latest report first; then by name.
 */
export const outlets = createCommand('briefmark.server.outlets', { uri: isString }, ({ uri }, { workspace, open }) => {
  const scope = workspace.scopeOf(uri);
  const names = new Map<string, { readonly name: string; latest: string }>();
  const keyOf = (name: string) => findOutlet(scope, name)?.entry.id.value ?? foldName(name);
  const add = (name: string, latest: string) => {
    if (name.trim() === '') return;
    const known = names.get(keyOf(name));
    if (!known) names.set(keyOf(name), { name, latest });
    else if (known.latest < latest) known.latest = latest;
  };
  for (const { entry } of scope.sources.values())
    if (entry.outlet) add(entry.outlet.value, (entry.issued && formatIsoDate(entry.issued.value)) ?? '');
  for (const { entry } of scope.entities.values())
    if (isSubtypeOf(scope, entry.type.value, 'media')) add(entry.name.value, '');
  const file = open(uri);
  const cited = new Map<string, number>();
  if (file?.kind === 'brief')
    for (const [index, { value }] of recordsOf(file.value).entries())
      if (value.source) cited.set(keyOf(value.source.name), index);
  return [...names]
    .map(([key, outlet]) => ({ ...outlet, cited: cited.get(key) ?? -1 }))
    .sort(
      (a, b) =>
        b.cited - a.cited ||
        (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : 0) ||
        a.name.localeCompare(b.name, 'en'),
    )
    .map(({ name }) => name);
});
