/** What outlets are called in citations without a tag, and which names are those of one outlet. */

import { createMemory } from '../../base/memo/memory.ts';
import type { Span } from '../../base/text/span.ts';
import { foldName, type Scope } from '../../scope/scope.ts';
import type { Block, Citation, SourceName } from '../../syntax/ast.ts';

import { domainOf } from '../../syntax/citation/sourceName.ts';
import { isPlatform } from './platforms.ts';

/** The name of an outlet in a citation without a tag. */
export interface OutletName {
  readonly written: string;
  /** Without what is no matter of spelling: the shape of quotation marks and dashes. */
  readonly spelling: string;
  /** The same for all names of one outlet. */
  readonly outlet: string;
  readonly span: Span;
}

type Name = Omit<OutletName, 'span'>;

export interface OutletNames {
  /** Of names that are written alike and mean the same perhaps only one. */
  readonly names: ReadonlySet<Name>;
  /** Short forms that are given here. */
  readonly short: readonly string[];
}

const known = createMemory<Block, { scope: Scope; value: OutletNames }>();
const knownOfPatterns = createMemory<Citation, { scope: Scope; name: Name | undefined }>();
const interview = /\binterviews?\b/i;
const latin = /\p{Script=Latin}/u;

/** The names of outlets in a block with this text. */
export function namesIn(block: Block, text: string, scope: Scope): OutletNames {
  const before = known.get(block);
  if (before?.scope === scope) return before.value;
  const names = new Set<Name>();
  const short: string[] = [];
  for (const { reading, content } of block.groups) {
    if (reading === 'acronym' && content) short.push(spellingOf(text.slice(content.start, content.end)));
  }
  for (const citation of block.citations) {
    const source = spelledIn(citation);
    if (source?.short) short.push(spellingOf(text.slice(source.short.start, source.short.end)));
    const name = source && nameOf(citation, source, text, scope);
    if (name) names.add(name);
  }
  const value = { names, short };
  known.set(block, { scope, value });
  return value;
}

/** Where they stand, in order of place; their spans count from the start of the block. */
export function placedNamesIn(block: Block, text: string, scope: Scope): OutletName[] {
  const names: OutletName[] = [];
  for (const citation of block.citations) {
    const source = spelledIn(citation);
    const name = source && nameOf(citation, source, text, scope);
    if (name) names.push({ ...name, span: { start: source.start, end: source.end } });
  }
  return names;
}

/** Further dates have their source from an item before them; what a tag or link says is not spelled but bound. */
function spelledIn({ form, source, span }: Citation): SourceName | undefined {
  if (form !== 'plain' || !source || source.start < span.start || source.entity !== undefined) return undefined;
  return source;
}

/** The same for all citations that are written alike. */
function nameOf({ pattern }: Citation, source: SourceName, text: string, scope: Scope): Name | undefined {
  if (!pattern?.item.source) return readName(source, text, scope);
  const before = knownOfPatterns.get(pattern.item);
  if (before?.scope === scope) return before.name;
  const name = readName(pattern.item.source, pattern.words, scope);
  knownOfPatterns.set(pattern.item, { scope, name });
  return name;
}

function readName(source: SourceName, text: string, scope: Scope): Name | undefined {
  if (text.slice(source.start, source.end).includes('](')) return undefined;
  const place = source.place ? text.slice(source.place.start, source.place.end) : '';
  const outlet = outletOfName(source.name, place, scope);
  return outlet === undefined ? undefined : { written: source.name, spelling: spellingOf(source.name), outlet };
}

function spellingOf(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ');
}

/** What all names of one outlet have in common; undefined for what is no outlet, and for names of several. */
function outletOfName(name: string, place: string, scope: Scope): string | undefined {
  const folded = foldName(name);
  if (folded === '' || interview.test(name)) return undefined;
  const script = latin.test(name) ? 'latin' : 'other';
  const [id, another] = scope.namesakes.get(folded) ?? [];
  if (another !== undefined) return undefined;
  // Platforms are renamed, and their names stand before accounts.
  if (id !== undefined && !scope.entities.get(id)?.entry.platform) return `id ${script} ${id}`;
  if (name.includes('@') || isPlatform(scope, name.split('/', 1)[0]!))
    return name.includes('/') ? undefined : `platform ${folded}`;
  const domain = domainOf(name);
  // Punctuation tells domains apart: `asia-plus.tj`, `asiaplus.tj`.
  if (domain !== undefined) return `domain ${name.toLowerCase()}`;
  // `Al-Watan [Damascus]` and `Al Watan [Riyadh]` are two.
  return `name ${folded} ${foldName(place)}`;
}
