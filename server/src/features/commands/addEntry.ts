import * as l10n from '@vscode/l10n';
import { loadKnowledge } from '../../analysis/names/suggest/knowledge/knowledge.ts';
import { outletKnowledge } from '../../analysis/names/suggest/knowledge/outlets.ts';
import { proseOf } from '../../analysis/names/suggest/prose.ts';
import { suggestNamesInTexts } from '../../analysis/names/suggest/suggestNames.ts';
import { isValidId } from '../../base/text/validId.ts';
import { addEntries, type EntryKind, type NewEntry } from '../../edits/registry/addEntries.ts';
import { createEntityEntry, slugify, uniqueId } from '../../edits/registry/newEntries.ts';
import { DEFAULT_FILE_NAME, targetRegistryFor } from '../../edits/registry/targetRegistry.ts';
import { isValidTag } from '../../edits/tags/tagging.ts';
import type { EntryToAdd } from '../../protocol/commands.ts';
import { outletOfDomain } from '../../scope/outletDomains.ts';
import { findOutlet, foldName, isKnownType, type Scope } from '../../scope/scope.ts';
import { normalizeAddress, readLinkAddress, withoutTracking } from '../../syntax/citation/linkAddress.ts';
import { parseDomain } from '../../syntax/citation/sourceName.ts';
import { formatIsoDate, parseIsoDate } from '../../syntax/date/isoDate.ts';
import type { FeatureContext } from '../feature.ts';
import { refuse } from '../support/refuse.ts';
import { readRegistryTargets } from '../support/registryTargets.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { type Check, isString, oneOf, optional, record } from './argument.ts';
import { createCommand } from './command.ts';

type Entity = Extract<EntryToAdd, { kind: 'entity' }>;
type Source = Extract<EntryToAdd, { kind: 'source' }>;

const isEntity = record<Entity>({ kind: oneOf('entity'), name: isString, type: optional(isString) });
const isSource = record<Source>({
  kind: oneOf('source'),
  outlet: optional(isString),
  title: optional(isString),
  url: optional(isString),
  date: optional(isString),
});
const isEntry: Check<EntryToAdd> = (value): value is EntryToAdd => isEntity(value) || isSource(value);

/** Proposes what is not said of an entry; with an id, adds it to the registry, which is created if there is none. */
export const addEntry = createCommand(
  'briefmark.server.addEntry',
  { uri: isString, entry: isEntry, id: optional(isString), folder: optional(isString) },
  async ({ uri, entry, id, folder }, context) => {
    const scope = context.workspace.scopeOf(uri);
    const proposal =
      entry.kind === 'entity' ? await proposeEntity(entry, uri, scope, context) : await proposeSource(entry, scope);
    const target = await targetOf(entry.kind, uri, context);
    if (id === undefined) return { ...proposal, ...target };
    checkId(id, entry.kind, scope);
    const written = entry.kind === 'entity' ? entityEntry(id, entry, scope) : sourceEntry(id, entry);
    const file = target.folders.find((one) => one === folder?.replace(/\/$/, ''));
    await add(entry.kind, written, file, uri, context);
    return {
      ...proposal,
      ...target,
      id,
      ...(file !== undefined && { registry: `${file}/${DEFAULT_FILE_NAME[entry.kind]}` }),
    };
  },
);

/** The registry for entries of a kind; if there is none yet, the folders in which it can be created: beside the file, and the workspace. */
async function targetOf(kind: EntryKind, uri: string, { workspace, folders }: FeatureContext) {
  const target = targetRegistryFor(kind, uri, workspace, folders);
  if (!target) refuse(l10n.t('Open a folder first: a registry is stored next to the briefs.'));
  const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/'));
  const places = [
    folderOf(target.uri),
    ...(uri.startsWith('untitled:') ? [] : [folderOf(uri)]),
    ...folders.map((one) => one.replace(/\/$/, '')),
  ];
  return { registry: target.uri, exists: target.exists, folders: target.exists ? [] : [...new Set(places)] };
}

/** The type of a name as the brief shows it, and an id. */
async function proposeEntity({ name }: Entity, uri: string, scope: Scope, context: FeatureContext) {
  const words = name.trim();
  const file = context.open(uri);
  const texts = file?.kind === 'brief' ? [{ file: uri, text: proseOf(file.value, undefined) }] : [];
  const knowledge = await loadKnowledge();
  const folded = foldName(words);
  const suggestions = suggestNamesInTexts([...texts, { file: '', text: `${words} said so.` }], knowledge);
  const found = suggestions.find((one) => [one.name, ...one.aliases].some((form) => foldName(form) === folded));
  const id = uniqueId(slugify(words, 'entity'), (taken) => scope.entities.has(taken));
  return { id, type: found?.type ?? '', reason: found?.reason ?? '', outlet: '', date: '' };
}

/** Outlet and day as the address names them, and an id. An address that the registry has is refused. */
async function proposeSource({ outlet, url, title, date }: Source, scope: Scope) {
  const address = url === undefined ? undefined : readLinkAddress(url);
  const same =
    url &&
    [...scope.sources.values()].find(
      ({ entry }) => entry.url && normalizeAddress(entry.url.value) === normalizeAddress(url),
    );
  if (same)
    refuse(l10n.t('The registry has this address already: “{0}” ({1}).', same.entry.title ?? '', same.entry.id.value));
  const name =
    outlet?.replace(/\s+/g, ' ').trim() || (address ? await outletOf(address.outlet, address.host, scope) : '');
  const day = date || (address?.date && formatIsoDate(address.date)) || '';
  const known = name === '' ? undefined : findOutlet(scope, name)?.entry.id.value;
  const base = known !== undefined && isValidId(known) ? known : slugify(name || title || '', 'source');
  const id = uniqueId([base, day].filter(Boolean).join('-'), (taken) => scope.sources.has(taken));
  return { id, type: '', reason: '', outlet: name, date: day };
}

/** The name of the outlet whose page an address is: as the registry, else as general knowledge has it, else the host. */
async function outletOf(name: string, host: string, scope: Scope): Promise<string> {
  const registered = outletOfDomain(scope, { start: 0, end: 0, name, domain: host })?.entry;
  const used = registered && scope.sourcesByOutlet.get(`id ${registered.id.value}`)?.[0]?.entry.outlet?.value;
  return used ?? registered?.name.value ?? outletKnowledge(await loadKnowledge()).outletByDomain(host)?.name ?? name;
}

function checkId(id: string, kind: EntryToAdd['kind'], { entities, sources }: Scope): void {
  if (!isValidId(id)) refuse(l10n.t('“{0}” cannot be an id: use letters, digits, “.”, “_”, “-” and “/”.', id));
  if ((kind === 'entity' ? entities : sources).has(id)) refuse(l10n.t('The id “{0}” is in use already.', id));
}

function entityEntry(id: string, { name, type = '' }: Entity, scope: Scope): NewEntry {
  const words = name.replace(/\s+/g, ' ').trim();
  if (words === '') refuse(l10n.t('The entity has no name.'));
  if (!isKnownType(scope, type) || !isValidTag(type, id)) refuse(l10n.t('There is no type “{0}”.', type));
  return createEntityEntry(id, type, words);
}

function sourceEntry(id: string, { outlet = '', title, url, date }: Source): NewEntry {
  const name = outlet.replace(/\s+/g, ' ').trim();
  if (name === '') refuse(l10n.t('The source has no name.'));
  if (date && !parseIsoDate(date)) refuse(l10n.t('Write year, month and day, for example 2021-09-22.'));
  return {
    id,
    type: parseDomain(name) ? 'webpage' : 'article-newspaper',
    ...(title && { title }),
    'container-title': name,
    ...(date && { issued: date }),
    ...(url && { URL: withoutTracking(url) }),
  };
}

/** Adds the entry to the registry for its kind, or to a new one in a folder. */
async function add(kind: EntryKind, entry: NewEntry, folder: string | undefined, uri: string, context: FeatureContext) {
  const targets = await readRegistryTargets(uri, context);
  const created = folder === undefined ? undefined : `${folder}/${DEFAULT_FILE_NAME[kind]}`;
  if (created !== undefined && (await context.read(created)) !== undefined)
    refuse(l10n.t('{0} exists, but cannot be read as a registry.', created));
  const change =
    created === undefined ? targets.addEntries(kind, [entry])?.change : addEntries({ uri: created }, kind, [entry]);
  if (!change)
    refuse(l10n.t('No registry can take the entries. Save the brief in a folder first, or correct the registry.'));
  const edit = toWorkspaceEdit([change], { rangeIn: targets.rangeIn, versionOf: context.versionOf });
  if (!(await context.applyEdit(l10n.t('Add an entry'), edit)))
    refuse(l10n.t('The editor did not apply the change. Try again.'));
}
