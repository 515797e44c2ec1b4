import * as l10n from '@vscode/l10n';
import { type Span, shift, slice } from '../../../base/text/span.ts';
import { formatPlainCitation, formatTaggedCitation } from '../../../edits/citation/citationFormat.ts';
import { resolveCitation } from '../../../scope/resolveCitation.ts';
import type { DefinedEntry } from '../../../scope/scope.ts';
import type { Brief, Citation, SourceEntry } from '../../../syntax/ast.ts';
import { briefDateOf } from '../../../syntax/brief/brief.ts';
import { readInlines } from '../../../syntax/brief/inlines.ts';

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
 * Writes the citation group at the cursor in another way: keys as house style, with tags or in words, and house style
 * as keys. Only where every item means exactly one source, nothing gets lost, and what comes out is read as the same.
 */
export function convertCitation(context: RefactoringContext): readonly Action[] {
  const node = selectedNode(context);
  const located = node?.kind === 'citation' && blockAt(context, node.span.start);
  if (!located) return [];
  const group = node.value.group;
  const groupText = slice(context.brief.text, shift(group, located.blockStart));
  if (!/^[([]/.test(groupText)) return [];
  const items = itemsOf(context, located, group);
  if (!items) return [];
  const date = briefDateOf(context.brief)?.value;
  const createAction = (title: string, text: string | undefined): Action[] =>
    text !== undefined && resolvesToSame(text, items, context)
      ? [
          {
            title,
            kind: REFACTORING_KIND,
            changes: [{ uri: context.uri, span: shift(group, located.blockStart), text }],
          },
        ]
      : [];
  if (node.value.form !== 'key') {
    const keys = items.map(({ source, prefix }) => `${prefix}@${source.entry.id.value}`).join('; ');
    return createAction(l10n.t('Convert to citation keys'), `[${keys}]`);
  }
  const taggedItems = items.map(
    ({ source, prefix, suffix }) => prefix.replace(/-$/, '') + formatTaggedCitation(source.entry, date) + suffix,
  );
  const plainItems = items.map(({ source, prefix, suffix }) => {
    const cited = formatPlainCitation(source.entry, date);
    return cited === undefined || suffix !== '' ? undefined : prefix.replace(/-$/, '') + cited;
  });
  return [
    ...createAction(l10n.t('Convert to outlet and date, with source tags'), `(${taggedItems.join('; ')})`),
    ...(plainItems.includes(undefined)
      ? []
      : createAction(l10n.t('Convert to outlet and date, in words'), `(${plainItems.join('; ')})`)),
  ];
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
      suffix: citation.form === 'key' ? textOf({ start: name.end, end: citation.span.end }) : '',
    });
  }
  return isBetweenItems(brief, blockStart, { start: end, end: group.end - 1 }) ? items : undefined;
}

/** Where an item names its source, the `@` or tag included; undefined when something of it would get lost. */
function sourceNameSpan({ form, id, source, when, span }: Citation): Span | undefined {
  if (form === 'key') return id && { start: id.span.start - 1, end: id.span.end };
  if (!source || source.place || source.abbreviation || (when?.dates.length ?? 0) > 1) return undefined;
  const name = { start: form === 'tag' ? source.start - 1 : source.start, end: source.end };
  return name.start >= span.start && name.end <= span.end ? name : undefined;
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
