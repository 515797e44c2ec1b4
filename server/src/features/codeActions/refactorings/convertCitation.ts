import * as l10n from '@vscode/l10n';
import { type Span, shift, slice } from '../../../base/text/span.ts';
import { citedInWords, citedWithTag } from '../../../edits/citation/citationFormat.ts';
import { resolve } from '../../../scope/resolveCitation.ts';
import type { Defined } from '../../../scope/scope.ts';
import type { Brief, Citation, SourceEntry } from '../../../syntax/ast.ts';
import { dateOf } from '../../../syntax/brief/brief.ts';
import { readInlines } from '../../../syntax/brief/inlines.ts';

import type { Action, ActionPlace } from '../../support/action.ts';
import { type BlockAt, blockAt, KIND, thingAt } from './at.ts';

/** One item of a group, and the one source it means. */
interface Item {
  readonly source: Defined<SourceEntry>;
  /** What stands before the key or the name: `see `. */
  readonly before: string;
  /** What follows a key: `, p. 3`. */
  readonly after: string;
}

/**
 * Writes the citation group at the cursor in another way: keys as house style, with tags or in words, and house style
 * as keys. Only where every item means exactly one source, nothing gets lost, and what comes out is read as the same.
 */
export function convertCitation(place: ActionPlace): readonly Action[] {
  const thing = thingAt(place);
  const here = thing?.kind === 'citation' && blockAt(place, thing.span.start);
  if (!here) return [];
  const group = thing.value.group;
  const written = slice(place.brief.text, shift(group, here.at));
  if (!/^[([]/.test(written)) return [];
  const items = itemsOf(place, here, group);
  if (!items) return [];
  const date = dateOf(place.brief)?.value;
  const offer = (title: string, text: string | undefined): Action[] =>
    text !== undefined && meansTheSame(text, items, place)
      ? [{ title, kind: KIND, changes: [{ uri: place.uri, span: shift(group, here.at), text }] }]
      : [];
  if (thing.value.form !== 'key') {
    const keys = items.map(({ source, before }) => `${before}@${source.entry.id.value}`).join('; ');
    return offer(l10n.t('Convert to citation keys'), `[${keys}]`);
  }
  const tags = items.map(
    ({ source, before, after }) => before.replace(/-$/, '') + citedWithTag(source.entry, date) + after,
  );
  const words = items.map(({ source, before, after }) => {
    const cited = citedInWords(source.entry, date);
    return cited === undefined || after !== '' ? undefined : before.replace(/-$/, '') + cited;
  });
  return [
    ...offer(l10n.t('Convert to outlet and date, with source tags'), `(${tags.join('; ')})`),
    ...(words.includes(undefined)
      ? []
      : offer(l10n.t('Convert to outlet and date, in words'), `(${words.join('; ')})`)),
  ];
}

/** The items of a group; undefined when one means no source, or several, or when the group holds more than its items. */
function itemsOf({ brief, scope }: ActionPlace, { block, at }: BlockAt, group: Span): Item[] | undefined {
  const citations = block.citations.filter((citation) => citation.group.start === group.start);
  const date = dateOf(brief)?.value;
  const items: Item[] = [];
  let end = group.start + 1;
  for (const citation of citations) {
    if (!isBetweenItems(brief, at, { start: end, end: citation.span.start })) return undefined;
    end = citation.span.end;
    const { status, entries } = resolve(citation, scope, date);
    const [source] = entries;
    const name = nameOf(citation);
    if (status !== 'resolved' || !source || entries.length > 1 || !name) return undefined;
    const words = (span: Span) => slice(brief.text, shift(span, at)).replace(/\s+/g, ' ');
    items.push({
      source,
      before: words({ start: citation.span.start, end: name.start }),
      after: citation.form === 'key' ? words({ start: name.end, end: citation.span.end }) : '',
    });
  }
  return isBetweenItems(brief, at, { start: end, end: group.end - 1 }) ? items : undefined;
}

/** Where an item names its source, the `@` or tag included; undefined when something of it would get lost. */
function nameOf({ form, id, source, when, span }: Citation): Span | undefined {
  if (form === 'key') return id && { start: id.span.start - 1, end: id.span.end };
  if (!source || source.place || source.short || (when?.dates.length ?? 0) > 1) return undefined;
  const name = { start: form === 'tag' ? source.start - 1 : source.start, end: source.end };
  return name.start >= span.start && name.end <= span.end ? name : undefined;
}

function isBetweenItems({ text }: Brief, at: number, span: Span): boolean {
  return /^[\s;]*$/.test(slice(text, shift(span, at)));
}

function meansTheSame(text: string, items: readonly Item[], { brief, scope }: ActionPlace): boolean {
  const { citations } = readInlines(text);
  const date = dateOf(brief)?.value;
  return (
    citations.length === items.length &&
    citations.every((citation, index) => {
      const { status, entries } = resolve(citation, scope, date);
      const isWhole = citation.group.start === 0 && citation.group.end === text.length;
      return isWhole && status === 'resolved' && entries.length === 1 && entries[0] === items[index]!.source;
    })
  );
}
