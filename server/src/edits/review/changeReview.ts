/** Changes of a review file. Entries that a change does not concern stay as they are; comments and order are kept everywhere. */

import { type Document, isMap, isSeq, parseDocument, visit, type YAMLMap } from 'yaml';
import { newlineOf } from '../../base/text/newline.ts';
import type { Span } from '../../base/text/span.ts';
import type { TextQuote } from '../../base/text/textQuote.ts';
import {
  isProblem,
  type ReviewComment,
  type ReviewFile,
  type ReviewRemark,
  readReview,
  type Signoff,
} from '../../syntax/review/review.ts';
import { splitEntries } from '../../syntax/yaml/splitEntries.ts';
import { appendEntry, endOfEntry } from '../registry/addEntries.ts';
import { removeEntry } from '../registry/removeEntry.ts';

/** `comment` is the index of a comment; a remark counts from the comment, which is 0. */
export type ReviewChange =
  | { readonly kind: 'comment'; readonly quote: TextQuote; readonly remark: ReviewRemark }
  | { readonly kind: 'reply'; readonly comment: number; readonly remark: ReviewRemark }
  | { readonly kind: 'rewrite'; readonly comment: number; readonly at: number; readonly text: string }
  | { readonly kind: 'delete'; readonly comment: number; readonly at: number }
  | { readonly kind: 'resolve' | 'reopen'; readonly comment: number }
  | { readonly kind: 'sign'; readonly signoff: Signoff };

/** The text of a review file after a change; undefined if it cannot be read, or cannot be changed as it is written. */
export function changeReview(text: string, change: ReviewChange): string | undefined {
  const before = readReview(text);
  if (isProblem(before)) return undefined;
  const changed = write(text, before, change);
  if (changed === undefined) return undefined;
  const after = readReview(changed);
  const isAsMeant = !isProblem(after) && factsOf(after) === factsOf(apply(before, change));
  return isAsMeant ? changed : undefined;
}

function write(text: string, { comments }: ReviewFile, change: ReviewChange): string | undefined {
  switch (change.kind) {
    case 'comment': {
      const { quote, remark } = change;
      const entry = { author: remark.author, date: remark.date, state: 'open', quote: { ...quote }, text: remark.text };
      return appendEntry(text, 'comments', entry);
    }
    case 'sign':
      return appendEntry(text, 'signoffs', { ...change.signoff });
    case 'delete':
      if (change.at === 0) return deleteEntry(text, comments[change.comment]!.span);
  }
  return changeEntry(text, comments, change.comment, (entry, document) => changeFields(entry, document, change));
}

function changeFields(
  entry: YAMLMap,
  document: Document,
  change: Exclude<ReviewChange, { kind: 'comment' | 'sign' }>,
): void {
  const replies = entry.get('replies');
  switch (change.kind) {
    case 'resolve':
    case 'reopen':
      entry.set('state', change.kind === 'resolve' ? 'resolved' : 'open');
      break;
    case 'reply':
      if (isSeq(replies)) replies.add(document.createNode({ ...change.remark }));
      else entry.set('replies', document.createNode([{ ...change.remark }]));
      break;
    case 'rewrite':
      entry.setIn(change.at === 0 ? ['text'] : ['replies', change.at - 1, 'text'], change.text);
      break;
    case 'delete':
      entry.deleteIn(['replies', change.at - 1]);
      if (isSeq(replies) && replies.items.length === 0) entry.delete('replies');
  }
}

function deleteEntry(text: string, span: Span): string | undefined {
  const change = removeEntry('', text, span, false);
  return change && text.slice(0, change.span.start) + change.text + text.slice(change.span.end);
}

/** Writes an entry anew, with its comments; or the whole file, if its entries are not on lines of their own. */
function changeEntry(
  text: string,
  comments: readonly ReviewComment[],
  index: number,
  change: (entry: YAMLMap, document: Document) => void,
): string | undefined {
  const { span } = comments[index]!;
  const sections = splitEntries({ text, report: () => {} }) ?? [];
  for (const { entries, indent } of sections) {
    const entry = entries.find(({ start, end }) => start <= span.start && span.end <= end);
    if (!entry) continue;
    const end = endOfEntry(text, entry, indent);
    const lines = text.slice(entry.start, end);
    const written = rewrite(lines, (document) => change(document.getIn([0]) as YAMLMap, document));
    const indented = written?.replace(/^(?=[^\n])/gm, ' '.repeat(indent)).replaceAll('\n', newlineOf(text));
    if (indented === undefined) return undefined;
    return text.slice(0, entry.start) + (lines.endsWith('\n') ? indented : indented.trimEnd()) + text.slice(end);
  }
  return rewrite(text, (document) => change(document.getIn(['comments', index]) as YAMLMap, document));
}

function rewrite(yaml: string, change: (document: Document) => void): string | undefined {
  const document = parseDocument(yaml.replaceAll('\r\n', '\n'), { uniqueKeys: false });
  if (document.errors.length > 0 || !(isMap(document.contents) || isSeq(document.contents))) return undefined;
  change(document);
  visit(document, {
    Scalar(_, scalar) {
      // Texts of several lines are written on one, unless they were a block before.
      if (/[\r\n]/.test(String(scalar.value)) && !scalar.type?.startsWith('BLOCK')) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
}

/** What a review is after a change. */
function apply({ comments, signoffs }: ReviewFile, change: ReviewChange): ReviewFile {
  const edit = (index: number, edited: (comment: ReviewComment) => ReviewComment): ReviewFile => ({
    comments: comments.map((comment, at) => (at === index ? edited(comment) : comment)),
    signoffs,
  });
  switch (change.kind) {
    case 'comment': {
      const { quote, remark } = change;
      const added = { span: { start: 0, end: 0 }, key: '', isResolved: false, quote, remarks: [remark] } as const;
      return { comments: [...comments, added], signoffs };
    }
    case 'sign':
      return { comments, signoffs: [...signoffs, change.signoff] };
    case 'reply':
      return edit(change.comment, (comment) => ({ ...comment, remarks: [...comment.remarks, change.remark] }));
    case 'rewrite':
      return edit(change.comment, (comment) => {
        const [first, ...replies] = comment.remarks.map((remark, at) =>
          at === change.at ? { ...remark, text: change.text } : remark,
        );
        return { ...comment, remarks: [first!, ...replies] };
      });
    case 'delete':
      if (change.at === 0) return { comments: comments.filter((_, index) => index !== change.comment), signoffs };
      return edit(change.comment, (comment) => {
        const [first, ...replies] = comment.remarks;
        return { ...comment, remarks: [first, ...replies.filter((_, at) => at !== change.at - 1)] };
      });
    default:
      return edit(change.comment, (comment) => ({ ...comment, isResolved: change.kind === 'resolve' }));
  }
}

/** What a review says, wherever it says so. */
function factsOf({ comments, signoffs }: ReviewFile): string {
  return JSON.stringify([comments.map(({ isResolved, quote, remarks }) => [isResolved, quote, remarks]), signoffs]);
}
