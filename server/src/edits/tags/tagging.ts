/** Which words can be tagged where they stand, and how a tag is put on and taken off. FORMAT.md, section 1. */

import * as l10n from '@vscode/l10n';
import { createMemory } from '../../base/memo/memory.ts';
import { outermost, type Span, shift } from '../../base/text/span.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Block } from '../../syntax/brief/block.ts';
import type { Brief } from '../../syntax/brief/brief.ts';
import { addressEnd, isValidId, readInlines, SOURCE_TYPE, type Tag } from '../../syntax/brief/inlines.ts';
import type { Change } from '../change.ts';

/** Longer than any name; a tag is read up to 2,000. */
const LONGEST_SURFACE = 1_000;
const unfit = /[[\]\\\r\n]/;
/** After these a `[` begins an image, or nothing. */
const spoils = /[!\\]/;
const takenByBlock = createMemory<Block, readonly Span[]>();
const CITED: ReadonlySet<string> = new Set(['citation', 'credit', 'author-date', 'imprint']);

/**
 * Tells of the words of a block (`at` is where it begins in the brief, their span counts from there) whether they can
 * be made a tag: plain prose on one line, without brackets; not in tags, links, code, comments, references, mastheads.
 */
export function taggableIn(brief: Brief, block: Block, at: number): (words: Span) => boolean {
  if (block.kind === 'front-matter' || block.shape === 'masthead' || block.shape === 'credit') return () => false;
  const taken = takenIn(brief, block, at);
  return (words) => {
    const start = at + words.start;
    if (words.end - words.start > LONGEST_SURFACE) return false;
    const surface = brief.text.slice(start, at + words.end);
    if (unfit.test(surface) || surface.trim() === '') return false;
    return !spoils.test(brief.text.charAt(start - 1)) && !overlapsOne(taken, words);
  };
}

/** Whether `[…](type:id)` is read as a tag of an entity: false for types and ids that no tag can hold. */
export function canBeTagOf(type: string, id: string): boolean {
  const [tag] = readInlines(`[x](${type}:${id})`).atoms;
  return tag?.kind === 'tag' && tag.type.value === type && type !== SOURCE_TYPE && tag.id.value === id && isValidId(id);
}

/** Puts a tag on words of a file; their span counts from its start. The words themselves stay untouched. */
export function putTag(uri: string, { start, end }: Span, type: string, id: string): Change[] {
  return [
    { uri, span: { start, end: start }, text: '[' },
    { uri, span: { start: end, end }, text: `](${type}:${id})` },
  ];
}

/**
 * The ways to tag words of a file, one for each of the entities that tags can name. Of several the title says the id.
 */
export function tagsFor(
  { entities }: Pick<Scope, 'entities'>,
  uri: string,
  words: Span,
  ids: readonly string[],
): { title: string; changes: Change[] }[] {
  return ids.flatMap((id) => {
    const entry = entities.get(id)?.entry;
    if (!entry || !canBeTagOf(entry.type.value, id)) return [];
    const [type, name] = [entry.type.value, entry.name.value];
    const title =
      ids.length > 1 ? l10n.t('Tag as {0}: {1} ({2})', type, name, id) : l10n.t('Tag as {0}: {1}', type, name);
    return [{ title, changes: putTag(uri, words, type, id) }];
  });
}

/** Takes a tag off; what is left is its surface. `at` is where the block of the tag begins. */
export function takeTag(uri: string, tag: Tag, at: number): Change[] {
  const { surface } = tag;
  return [
    { uri, span: shift({ start: tag.start, end: surface.span.start }, at), text: '' },
    { uri, span: shift({ start: surface.span.end, end: tag.end }, at), text: '' },
  ];
}

/** Where no tag can go, whatever the words: of a block, so that what is not touched is looked at once. */
function takenIn(brief: Brief, block: Block, at: number): readonly Span[] {
  const known = takenByBlock.get(block);
  if (known) return known;
  const cited = block.groups.filter((group) => CITED.has(group.reading));
  const taken = outermost([...block.atoms, ...cited, ...strayAddresses(brief.text.slice(at, at + block.length))]);
  takenByBlock.set(block, taken);
  return taken;
}

/** The addresses in a block, after a `]` that closes nothing too: nothing is read in them. */
function strayAddresses(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(']('); at >= 0; at = text.indexOf('](', at + 2)) {
    const end = addressEnd(text, at + 1);
    if (end !== undefined) found.push({ start: at + 1, end });
  }
  return found;
}

/** Whether one of the spans, which are in order and apart, shares a place with `words`. */
function overlapsOne(spans: readonly Span[], words: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= words.start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start < words.end;
}
