import { type Span, shift, slice } from '../../../base/text/span.ts';
import { resolveCitation } from '../../../scope/resolveCitation.ts';
import type { DefinedEntry } from '../../../scope/scope.ts';
import type { Brief, Citation, SourceEntry } from '../../../syntax/ast.ts';
import { briefDateOf } from '../../../syntax/brief/brief.ts';
import { readInlines } from '../../../syntax/brief/inlines.ts';
import { CITATION_FORMS, formOf } from '../../../syntax/citation/forms/index.ts';

import type { Action, RefactoringContext } from '../../support/action.ts';
import { blockAt, type LocatedBlock, REFACTORING_KIND, selectedNode } from './at.ts';

/** One item of a group, and the one source it means. */
interface ConvertibleItem {
  readonly source: DefinedEntry<SourceEntry>;
  /** What stands before the key or the name: `see `. */
  readonly prefix: string;
  /** What follows a key: `, p. 3`. */
  readonly suffix: string;
}

/**
 * Writes the citation group at the cursor in every form with other brackets. Only where every item means exactly one
 * source, nothing gets lost, and the new text resolves to the same sources.
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
  return CITATION_FORMS.filter((form) => form.brackets !== brackets).flatMap((form) => {
    // A `-` before a key hides the author in Pandoc; other forms have nothing like it.
    const written = items.flatMap(({ source, prefix, suffix }) => {
      const item = form.write(source.entry, date, suffix);
      return item === undefined ? [] : prefix.replace(/-$/, '') + item;
    });
    const text = form.brackets[0] + written.join('; ') + form.brackets[1];
    if (written.length < items.length || !resolvesToSame(text, items, context)) return [];
    const changes = [{ uri: context.uri, span: shift(group, located.blockStart), text }];
    return [{ title: form.conversionTitle, kind: REFACTORING_KIND, changes }];
  });
}

/** The items of a group; undefined when one means no source, or several, or when the group holds more than its items. */
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

/** Where an item names its source; undefined when something of it would get lost. */
function sourceNameSpan(citation: Citation): Span | undefined {
  const { source, when, span } = citation;
  if (source?.place || source?.abbreviation || (when?.dates.length ?? 0) > 1) return undefined;
  const name = formOf(citation).idSpan(citation);
  return name && name.start >= span.start && name.end <= span.end ? name : undefined;
}

function isBetweenItems({ text }: Brief, at: number, span: Span): boolean {
  return /^[\s;]*$/.test(slice(text, shift(span, at)));
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
