import * as l10n from '@vscode/l10n';
import { oneLine } from '../../../base/text/oneLine.ts';
import { type Span, shift, slice } from '../../../base/text/span.ts';
import type { Change } from '../../../edits/change.ts';
import { resolveCitation } from '../../../scope/resolveCitation.ts';
import type { DefinedEntry } from '../../../scope/scope.ts';
import type { Brief, Citation, SourceEntry } from '../../../syntax/ast.ts';
import { briefDateOf } from '../../../syntax/brief/brief.ts';
import { readCitations } from '../../../syntax/brief/registryAnswers.ts';
import type { CitationForm } from '../../../syntax/citation/citationForm.ts';
import { CITATION_FORMS, formOf } from '../../../syntax/citation/forms/index.ts';

import type { Action, RefactoringContext } from '../../support/action.ts';
import { blockAt, type LocatedBlock, REFACTORING_KIND, selectedNode } from './at.ts';

/** One item of a group, and the one source it resolves to. */
export interface ConvertibleItem {
  readonly source: DefinedEntry<SourceEntry>;
  /** The text before the key or the name: `see `. */
  readonly prefix: string;
  /** The text after a key: `, p. 3`. */
  readonly suffix: string;
}

/** A title shows at most this much of a citation, in UTF-16 units. */
const MAX_SHOWN_LENGTH = 60;

/** In longer briefs only the citation at the cursor is converted. */
const MAX_LENGTH = 400_000;

/**
 * Converts the citation group at the cursor, or all of its form in the brief, to every form with other brackets. Offered only if every
 * item resolves to exactly one source, nothing is lost, and the new text resolves to the same sources.
 */
export function convertCitation(context: RefactoringContext): readonly Action[] {
  const node = selectedNode(context);
  const located = node?.kind === 'citation' && blockAt(context, node.span.start);
  const brackets = node?.kind === 'citation' && formOf(node.value).brackets;
  if (!located || !brackets) return [];
  const own = formOf(node.value);
  return CITATION_FORMS.flatMap((form) => {
    const { conversionTitle: title } = form;
    if (!title || !form.brackets || form.brackets === brackets) return [];
    const change = convertGroup(context, form, located, node.value.group);
    if (!change) return [];
    const all = convertAll(context, own, form);
    return [
      {
        title: titleFor(title, shift(node.value.group, located.blockStart), context),
        kind: REFACTORING_KIND,
        changes: [change],
      },
      ...(all.length > 1
        ? [{ title: l10n.t('{0}, all in this brief', title), kind: REFACTORING_KIND, changes: all }]
        : []),
    ];
  });
}

/** `Convert to a note: (TASS, May 3)`: which one is converted, for there may be several in a line. */
export function titleFor(title: string, span: Span, { brief }: Pick<RefactoringContext, 'brief'>): string {
  return `${title}: ${oneLine(slice(brief.text, span), MAX_SHOWN_LENGTH)}`;
}

/** The changes that convert all groups whose first item is of one form to another one, as far as that is possible. */
function convertAll(context: RefactoringContext, from: CitationForm, to: CitationForm): Change[] {
  const { brief } = context;
  if (brief.text.length > MAX_LENGTH) return [];
  return brief.blocks.flatMap((block, index) => {
    let last: Citation | undefined;
    return block.citations.flatMap((citation) => {
      const isFirst = citation.group.start !== last?.group.start;
      last = citation;
      // A tag in running text is part of its sentence.
      if (!isFirst || formOf(citation) !== from || citation.group.start === citation.span.start) return [];
      return convertGroup(context, to, { block, blockStart: brief.starts[index]! }, citation.group) ?? [];
    });
  });
}

function convertGroup(
  context: RefactoringContext,
  { write, brackets }: CitationForm,
  located: LocatedBlock,
  group: Span,
): Change | undefined {
  const items = itemsOf(context, located, group);
  const date = briefDateOf(context.brief)?.value;
  // In Pandoc, a `-` before a key suppresses the author. Other forms have no equivalent.
  const written = items?.flatMap(({ source, prefix, suffix }) => {
    const item = write(source.entry, date, suffix);
    return item === undefined ? [] : prefix.replace(/-$/, '') + item;
  });
  if (!items || !written || written.length < items.length) return undefined;
  const text = brackets![0] + written.join('; ') + brackets![1];
  return resolvesToSame(text, items, context)
    ? { uri: context.uri, span: shift(group, located.blockStart), text }
    : undefined;
}

/**
 * The items of a group; undefined if one resolves to no source or to several, or if the group contains more than its
 * items.
 */
export function itemsOf(
  { brief, scope }: Pick<RefactoringContext, 'brief' | 'scope'>,
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
      suffix: citation.locator ? `, ${citation.locator.value}` : '',
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
  const citations = readCitations(text, brief.known);
  const date = briefDateOf(brief)?.value;
  return (
    citations.length === items.length &&
    citations.every((citation, index) => {
      const { status, entries } = resolveCitation(citation, scope, date);
      const isWhole = citation.group.start === 0 && citation.group.end === text.length;
      const locator = citation.locator ? `, ${citation.locator.value}` : '';
      return (
        isWhole &&
        locator === items[index]!.suffix &&
        status === 'resolved' &&
        entries.length === 1 &&
        entries[0] === items[index]!.source
      );
    })
  );
}
