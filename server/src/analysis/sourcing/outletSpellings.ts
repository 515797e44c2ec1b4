/** The names of outlets in untagged citations, and which of them belong to the same outlet. */

import { createMemo } from '../../base/memo/memory.ts';
import { type Span, slice } from '../../base/text/span.ts';
import { foldName, type Scope } from '../../scope/scope.ts';
import type { Block, Citation, SourceName } from '../../syntax/ast.ts';
import { parseDomain } from '../../syntax/citation/sourceName.ts';
import { perWording, type TextOf } from '../../syntax/citation/wording.ts';
import { isInterview } from './interviews.ts';
import { isPlatform } from './platforms.ts';

/** The name of an outlet in an untagged citation. */
export interface OutletName {
  readonly written: string;
  /** The name with quotation marks, dashes and spaces normalized, since they do not count as spelling. */
  readonly spelling: string;
  /** A key shared by all names of the outlet. */
  readonly outletKey: string;
  readonly span: Span;
}

type OutletSpelling = Omit<OutletName, 'span'>;

export interface OutletNames {
  /** Citations with the same template share one object. */
  readonly names: ReadonlySet<OutletSpelling>;
  /** Short forms that the block introduces. */
  readonly short: readonly string[];
}

const namesByBlock = createMemo<Block, { scope: Scope; value: OutletNames }>();
const latinScript = /\p{Script=Latin}/u;

/** The names of outlets in a block with this text. */
export function outletNamesIn(block: Block, text: string, scope: Scope): OutletNames {
  const cached = namesByBlock.get(block);
  if (cached?.scope === scope) return cached.value;
  const textOf: TextOf = (span) => slice(text, span);
  const names = new Set<OutletSpelling>();
  const shortForms: string[] = [];
  for (const { kind, content } of block.groups) {
    if (kind === 'acronym' && content) shortForms.push(normalizeSpelling(textOf(content)));
  }
  for (const citation of block.citations) {
    const source = untaggedSource(citation);
    if (source?.abbreviation) shortForms.push(normalizeSpelling(textOf(source.abbreviation)));
    const name = source && outletNameOf(citation, textOf, scope);
    if (name) names.add(name);
  }
  const value = { names, short: shortForms };
  namesByBlock.set(block, { scope, value });
  return value;
}

/** The names of outlets in a block with their spans, in text order; spans count from the start of the block. */
export function outletNamesWithSpans(block: Block, text: string, scope: Scope): OutletName[] {
  const names: OutletName[] = [];
  for (const citation of block.citations) {
    const source = untaggedSource(citation);
    const name = source && outletNameOf(citation, (span) => slice(text, span), scope);
    if (name) names.push({ ...name, span: { start: source.start, end: source.end } });
  }
  return names;
}

/** The source of a citation in words that names its own: not a further date of the item before, not a tag or key. */
function untaggedSource({ id, source, span }: Citation): SourceName | undefined {
  if (id || !source || source.start < span.start || source.entity !== undefined) return undefined;
  return source;
}

/** The name in a citation; the same object for all citations with the same wording. */
const outletNameOf = perWording(
  ({ source }, textOf, scope: Scope): OutletSpelling | undefined => source && parseOutletName(source, textOf, scope),
);

function parseOutletName(source: SourceName, textOf: TextOf, scope: Scope): OutletSpelling | undefined {
  if (textOf(source).includes('](')) return undefined;
  const place = source.place ? textOf(source.place) : '';
  const outletKey = outletKeyOfName(source.name, place, scope);
  return outletKey === undefined
    ? undefined
    : { written: source.name, spelling: normalizeSpelling(source.name), outletKey };
}

function normalizeSpelling(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ');
}

/** The key of the outlet with this name; undefined for names that are no outlet or belong to several. */
function outletKeyOfName(name: string, place: string, scope: Scope): string | undefined {
  const folded = foldName(name);
  if (folded === '' || isInterview(name)) return undefined;
  const script = latinScript.test(name) ? 'latin' : 'other';
  const [id, otherId] = scope.entitiesByName.get(folded) ?? [];
  if (otherId !== undefined) return undefined;
  // Platforms are left out here: they get renamed, and their names precede accounts.
  if (id !== undefined && !scope.entities.get(id)?.entry.platform) return `id ${script} ${id}`;
  if (name.includes('@') || isPlatform(scope, name.split('/', 1)[0]!))
    return name.includes('/') ? undefined : `platform ${folded}`;
  const domain = parseDomain(name);
  // Punctuation distinguishes domains: `asia-plus.tj`, `asiaplus.tj`.
  if (domain !== undefined) return `domain ${name.toLowerCase()}`;
  // The place distinguishes outlets of the same name: `Al-Watan [Damascus]`, `Al Watan [Riyadh]`.
  return `name ${folded} ${foldName(place)}`;
}
