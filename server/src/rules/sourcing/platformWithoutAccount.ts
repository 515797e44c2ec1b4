import * as l10n from '@vscode/l10n';
import { accountInUrl, isPlatform } from '../../analysis/sourcing/platforms.ts';
import { shift } from '../../base/text/span.ts';
import { reparseCitation } from '../../edits/citation/replaceSource.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import { reportsOfSource, resolveCitation } from '../../scope/resolveCitation.ts';
import type { DefinedEntry, Scope } from '../../scope/scope.ts';
import type { Citation, SourceEntry, SourceName } from '../../syntax/ast.ts';
import { type CitationInBlock, citationOfFinding, replacementFix } from '../engine/fixSupport.ts';
import type { BlockContext, Fix, FixContext, Rule } from '../engine/rule.ts';
import { sourceLabel } from '../engine/sourceLabels.ts';

const formerNamePrefix = /^(?:formerly|ex-|previously)\s*/i;
const accountHandle = /^@?[\p{L}\p{N}_.-]{2,40}$/u;
/** With more candidate accounts than this, no fix is offered: the list would not help. */
const MAX_ACCOUNTS = 5;

/** `(Telegram, May 22)`: the platform is named, who posted there is not. */
export const platformWithoutAccount: Rule = {
  code: 'platform-without-account',
  severity: { draft: 'off', release: 'warning' },
  title: l10n.t('A citation names a platform but no account.'),
  standard: {
    name: 'Chicago Manual of Style (17th ed.), 14.209',
    requirement: l10n.t('A post is cited by the name or screen name of its author, with the platform and the date.'),
  },
  why: l10n.t(
    'Anyone can post on Telegram, X or YouTube. A citation that names only the platform does not say whose words support the statement, and readers cannot find the post again. Write the account as well, `(Telegram/channel, May 22)`, or tag the citation with a registry entry that names an author or whose address shows the account. An outlet in the registry is a platform only if it has `platform: true`. A few well-known platforms need no entry.',
  ),
  bad: { brief: 'Residents were told to stay at home (Telegram, May 22).\n' },
  good: { brief: 'Residents were told to stay at home (Telegram/cityhall, May 22).\n' },
  citation(citation, context) {
    const { source } = citation;
    // A title tells which post is meant.
    if (!source || citation.title || !namesOnlyPlatform(citation, context)) return undefined;
    const { status, entries } = context.resolve(citation);
    // The entry of an unresolved tag may name the account.
    if (citation.id && status !== 'resolved') return undefined;
    if (status === 'resolved' && entries.every(({ entry }) => namesAccount(entry, context.scope))) return undefined;
    const when = citation.when ? `, ${context.textOf(citation.when.span)}` : '';
    const message =
      status === 'resolved'
        ? l10n.t(
            'Name the account: ({0}/account{1}). Anyone can post there, and the entry in the registry names no one.',
            source.name,
            when,
          )
        : l10n.t('Name the account: ({0}/account{1}). Anyone can post there.', source.name, when);
    return { span: citation.span, message };
  },
  fixes(finding, context) {
    const target = citationOfFinding(finding, context);
    const source = target?.citation.source;
    if (!target || !source || target.citation.id) return [];
    const { entries } = target.resolution;
    const candidates = entries.length > 0 ? entries : reportsOfSource(context.scope, source);
    const accounts = new Map<string, DefinedEntry<SourceEntry>>();
    for (const candidate of candidates) {
      const account = accountOf(candidate.entry, context.scope);
      if (account !== undefined && !accounts.has(account)) accounts.set(account, candidate);
    }
    if (accounts.size > MAX_ACCOUNTS) return [];
    return [...accounts].flatMap(
      ([account, { entry }]) => insertAccountFix(account, entry, source, target, context) ?? [],
    );
  },
};

/** Whether the citation names only a platform: no account after a slash, in brackets or in parentheses. */
function namesOnlyPlatform(citation: Citation, { scope, resolve, textOf }: BlockContext): boolean {
  const { source, span, url } = citation;
  if (url && accountInUrl(scope, url.value) !== undefined) return false;
  // The second date of `(Telegram, May 22; May 23)` takes its source from the first item.
  if (!source || source.start < span.start) return false;
  // `@handle, Twitter, May 3` in a note
  if (/@\w/.test(textOf({ start: span.start, end: source.start }))) return false;
  const additions = [source.place, source.abbreviation].flatMap((part) => part ?? []);
  if (!additions.every((part) => isPlatform(scope, textOf(part).replace(formerNamePrefix, '')))) return false;
  if (source.entity !== undefined) return resolve(citation).outlet?.entry.platform === true;
  if (textOf(source).includes('](')) return false;
  return isPlatform(scope, source.domain !== undefined && !source.name.includes('/') ? source.domain : source.name);
}

/** Whether the entry identifies who posted. */
function namesAccount({ authors, url }: SourceEntry, scope: Scope): boolean {
  return authors.length > 0 || (url !== undefined && accountInUrl(scope, url.value) !== undefined);
}

/** The account in a form that a citation can use: from the address, or an author that is one word. */
function accountOf({ authors, url }: SourceEntry, scope: Scope): string | undefined {
  const [author] = authors;
  const account = url && accountInUrl(scope, url.value);
  return account ?? (author !== undefined && accountHandle.test(author) ? author : undefined);
}

/** Inserts the account after the platform; undefined if the citation would then be read differently. */
function insertAccountFix(
  account: string,
  entry: SourceEntry,
  source: SourceName,
  { citation, text, blockStart, resolution, briefDate }: CitationInBlock,
  context: FixContext,
): Fix | undefined {
  if (text.slice(source.start, source.end) !== source.name) return undefined;
  const name = `${source.name}/${account}`;
  const change = { span: { start: source.start, end: source.end }, text: name };
  const reparsed = reparseCitation(text, citation, change, knownNamesOf(context.scope));
  if (reparsed?.source?.name !== name || reparsed.when?.dates.length !== citation.when?.dates.length) return undefined;
  if (resolution.status === 'ambiguous') {
    const { entries } = resolveCitation(reparsed, context.scope, briefDate);
    if (!entries.some((one) => one.entry === entry)) return undefined;
  }
  const title = l10n.t('Change “{0}” to “{1}”: {2}', source.name, name, sourceLabel(entry));
  return replacementFix(title, context, shift(source, blockStart), name);
}
