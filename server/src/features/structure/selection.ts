/**
 * The steps of "expand selection": word, name, citation, sentence, paragraph, section; in registries word, line, entry,
 * list.
 */

import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { outermostSpans, type Span, shift, touches } from '../../base/text/span.ts';
import { mentionsIn } from '../../names/mentions.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief, Registry } from '../../syntax/ast.ts';
import { blockIndexAt, frontMatterOf, sectionsOf } from '../../syntax/brief/brief.ts';
import { sentenceAt } from '../../syntax/sentences.ts';
import { type Feature, toRange } from '../feature.ts';
import { topLevelLists } from './topLevelLists.ts';

const wordChar = /[\p{L}\p{M}\p{N}\p{Cs}_’'-]/u;
const MAX_WORD_LENGTH = 200;
/** The part of a line before the value: dashes, indentation and `key:`. A trailing comment is not part of the value. */
const yamlKeyPrefix = /^[\s-]*(?:["']?[\p{L}_][\p{L}\p{N}_-]*["']?:\s+)?/u;

/** The spans around `offset` of a brief, each wider than the previous one. The last one is the whole text. */
export function briefSelections(brief: Brief, scope: Scope, offset: number): Span[] {
  const { text } = brief;
  const index = blockIndexAt(brief, offset);
  const block = brief.blocks[index];
  if (!block) return nestedSpans([], text.length, offset);
  const blockStart = brief.starts[index]!;
  const registry = frontMatterOf(brief)?.registry;
  if (block.kind === 'front-matter' && registry) {
    const yaml = text.slice(0, text.lastIndexOf('\n', block.content.end - 1) + 1);
    return nestedSpans([...registrySpans(yaml, registry, offset), block.content], text.length, offset);
  }
  const { atoms, groups, citations } = block;
  const spans: Span[] = [...mentionsIn(brief, block, blockStart, scope.findNames)];
  for (const atom of atoms) {
    spans.push(atom);
    if (atom.kind === 'tag')
      spans.push(atom.surface.span, atom.type.span, atom.id.span, coveringSpan(atom.type.span, atom.id.span));
    if (atom.kind === 'link') spans.push(atom.text, atom.target.span);
  }
  for (const group of groups) spans.push(group, { start: group.start + 1, end: group.end - 1 });
  for (const { span, group, source, id, when } of citations) {
    spans.push(span, group, ...(source ? [source] : []), ...(id ? [id.span] : []), ...(when ? [when.span] : []));
    spans.push(...(when?.dates ?? []).map((date) => date.span));
  }
  const content = shift(block.content, blockStart);
  const indivisible = outermostSpans([...atoms, ...groups]).map((span) => shift(span, blockStart));
  return nestedSpans(
    [
      wordAt(text, offset),
      ...spans.map((span) => shift(span, blockStart)),
      sentenceAt(text, content, offset, indivisible),
      content,
      ...sectionsOf(brief).map((section) => section.span),
    ],
    text.length,
    offset,
  );
}

/** The same for a registry with this text. */
export function registrySelections(text: string, registry: Registry, offset: number): Span[] {
  return nestedSpans(registrySpans(text, registry, offset), text.length, offset);
}

function registrySpans(text: string, { types, entities, sources }: Registry, offset: number): Span[] {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const line = text.slice(start, next < 0 ? text.length : next).trimEnd();
  const key = yamlKeyPrefix.exec(line)?.[0].length ?? 0;
  const comment = line.indexOf(' #', key);
  const value = line.slice(key, comment < 0 ? line.length : comment).trimEnd();
  const lineSpan = { start: start + line.length - line.trimStart().length, end: start + line.length };
  const fields = entities.flatMap(({ span, name, aliases }) => (touches(span, offset) ? [name, ...aliases] : []));
  return [
    wordAt(text, offset),
    ...fields.map((field) => field.span),
    { start: start + key, end: start + key + value.length },
    lineSpan,
    ...[...types, ...entities, ...sources].flatMap(({ span }) =>
      touches(lineSpan, span.start) || touches(span, offset) ? expandToLines(text, span) : [],
    ),
    ...topLevelLists(text),
  ];
}

/** An entry with its dash and the comment after its last line. */
function expandToLines(text: string, { start, end }: Span): Span {
  const trimmedLength = text.slice(start, end).trimEnd().length;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', start + trimmedLength);
  const line = text.slice(lineStart, next < 0 ? text.length : next);
  return { start: lineStart + line.length - line.trimStart().length, end: lineStart + line.trimEnd().length };
}

/** The word that the cursor touches; an empty span if it touches none. */
function wordAt(text: string, offset: number): Span {
  let [start, end] = [offset, offset];
  while (start > 0 && offset - start < MAX_WORD_LENGTH && wordChar.test(text[start - 1]!)) start--;
  while (end < text.length && end - offset < MAX_WORD_LENGTH && wordChar.test(text[end]!)) end++;
  // Apostrophes and hyphens at its edges are quotation marks and dashes.
  while (start < offset && /[’'-]/.test(text[start]!)) start++;
  while (end > offset && /[’'-]/.test(text[end - 1]!)) end--;
  return { start, end };
}

function coveringSpan(first: Span, last: Span): Span {
  return { start: first.start, end: last.end };
}

/** The spans around the offset as a nested chain, from the shortest to the whole text. */
function nestedSpans(spans: readonly Span[], textLength: number, offset: number): Span[] {
  const chain: Span[] = [];
  const candidates = spans.filter((span) => span.start < span.end && touches(span, offset));
  for (const { start, end } of candidates.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = chain.at(-1);
    const isWider = !last || (start <= last.start && end >= last.end && end - start > last.end - last.start);
    if (isWider && end - start < textLength) chain.push({ start, end });
  }
  return [...chain, { start: 0, end: textLength }];
}

export const selectionFeature: Feature<SelectionRangeParams, SelectionRange[]> = {
  method: 'textDocument/selectionRange',
  capability: () => ({ selectionRangeProvider: true }),
  includedLanguages: ['plaintext'],
  answer({ textDocument, positions }, { open, workspace }) {
    const file = open(textDocument.uri);
    if (!file) return undefined;
    const { document } = file;
    return positions.map((position) => {
      const offset = document.offsetAt(position);
      const spans =
        file.kind === 'brief'
          ? briefSelections(file.value, workspace.scopeOf(textDocument.uri), offset)
          : registrySelections(document.getText(), file.value, offset);
      // LSP expects the narrowest range, with the wider ones as its parents.
      let range: SelectionRange | undefined;
      for (const span of spans.toReversed())
        range = { range: toRange(document, span), ...(range && { parent: range }) };
      return range!;
    });
  },
};
