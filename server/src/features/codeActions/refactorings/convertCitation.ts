import { type Span, shift, slice } from '../../../base/text/span.ts';
import { resolveCitation } from '../../../scope/resolveCitation.ts';
import type { DefinedEntry } from '../../../scope/scope.ts';
import type { Brief, Citation, SourceEntry } from '../../../syntax/ast.ts';
import { briefDateOf } from '../../../syntax/brief/brief.ts';
import { readInlines } from '../../../syntax/brief/inlines.ts';
import { CITATION_FORMS, formOf } from '../../../syntax/citation/forms/index.ts';

import type { Action, RefactoringContext } from '../../support/action.ts';
import { blockAt, type LocatedBlock, REFACTORING_KIND, selectedNode } from './at.ts';

/** One item of a group, and the one source it resolves to. */
interface ConvertibleItem {
  readonly source: DefinedEntry<SourceEntry>;
  /** The text before the key or the name: `see `. */
  readonly prefix: string;
  /** The text after a key: `, p. 3`. */
  readonly suffix: string;
}

/**
 * Converts the citation group at the cursor to every form with other brackets. Offered only if every item resolves to
 * exactly one source, nothing is lost, and the new text resolves to the same sources.
 */
export function convertCitation(context: RefactoringContext): readonly Action[] {
  const node = selectedNode(context);
  const located = node?.kind === 'citation' && blockAt(context, node.span.start);
  if (!located) return [];
  const group = node.value.group;
  const items = itemsOf(context, located, group);
  if (!items) return [];
  const date = briefDateOf(context.brief)?.value;
  const { brackets } = formOf(node.value);
  return CITATION_FORMS.flatMap((form) => {
    const { conversionTitle, brackets: newBrackets } = form;
    if (!conversionTitle || !newBrackets || newBrackets === brackets) return [];
    // In Pandoc, a `-` before a key suppresses the author. Other forms have no equivalent.
    const written = items.flatMap(({ source, prefix, suffix }) => {
      const item = form.write(source.entry, date, suffix);
      return item === undefined ? [] : prefix.replace(/-$/, '') + item;
    });
    const text = newBrackets[0] + written.join('; ') + newBrackets[1];
    if (written.length < items.length || !resolvesToSame(text, items, context)) return [];
    const changes = [{ uri: context.uri, span: shift(group, located.blockStart), text }];
    return [{ title: conversionTitle, kind: REFACTORING_KIND, changes }];
  });
}

/**
 * The items of a group; undefined if one resolves to no source or to several, or if the group contains more than its
 * items.
 */
function itemsOf(
  { brief, scope }: RefactoringContext,
  { block, blockStart }: LocatedBlock,
  group: Span,
): ConvertibleItem[] | undefined {
  const citations = block.citations.filter((citation) => citation.group.start === group.start);
  const date = briefDateOf(brief)?.value;
  const items: ConvertibleItem[] = [];
  let end = group.start + 1;
  for (const citation of citations) {
    if (!isBetweenItems(brief, blockStart, { start: end, end: citation.span.start })) return undefined;
    end = citation.span.end;
    const { status, entries } = resolveCitation(citation, scope, date);
    const [source] = entries;
    const name = sourceNameSpan(citation);
    if (status !== 'resolved' || !source || entries.length > 1 || !name) return undefined;
    const textOf = (span: Span) => slice(brief.text, shift(span, blockStart)).replace(/\s+/g, ' ');
    items.push({
      source,
      prefix: textOf({ start: citation.span.start, end: name.start }),
      suffix: citation.locator ? textOf({ start: name.end, end: citation.locator.span.end }) : '',
    });
  }
  return isBetweenItems(brief, blockStart, { start: end, end: group.end - 1 }) ? items : undefined;
}

/** The span that names the source in an item; undefined if the conversion would lose part of the item. */
function sourceNameSpan(citation: Citation): Span | undefined {
  const { source, when, span } = citation;
  if (source?.place || source?.abbreviation || (when?.dates.length ?? 0) > 1) return undefined;
  const name = formOf(citation).idSpan(citation);
  return name && name.start >= span.start && name.end <= span.end ? name : undefined;
}

function isBetweenItems({ text }: Brief, blockStart: number, span: Span): boolean {
  return /^[\s;]*$/.test(slice(text, shift(span, blockStart)));
}

function resolvesToSame(
  text: string,
  items: readonly ConvertibleItem[],
  { brief, scope }: RefactoringContext,
): boolean {
  const { citations } = readInlines(text);
  const date = briefDateOf(brief)?.value;
  return (
    citations.length === items.length &&
    citations.every((citation, index) => {
      const { status, entries } = resolveCitation(citation, scope, date);
      const isWhole = citation.group.start === 0 && citation.group.end === text.length;
      return isWhole && status === 'resolved' && entries.length === 1 && entries[0] === items[index]!.source;
    })
  );
}
