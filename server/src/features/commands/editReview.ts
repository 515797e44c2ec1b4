import * as l10n from '@vscode/l10n';
import { statementsIn } from '../../analysis/language/statements.ts';
import { editBetween } from '../../base/text/editBetween.ts';
import { type Span, shift, trimSpan } from '../../base/text/span.ts';
import { changeReview, type ReviewChange } from '../../edits/review/changeReview.ts';
import type { ReviewAction } from '../../protocol/review.ts';
import type { Brief } from '../../syntax/ast.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';
import { createQuote } from '../../syntax/review/anchor.ts';
import { describeProblem, hashText } from '../../syntax/review/anchoredReview.ts';
import { isProblem, type ReviewFile, readReview } from '../../syntax/review/review.ts';
import { refuse } from '../support/refuse.ts';
import { type Check, isCount, isRange, isString, oneOf, record } from './argument.ts';
import { createBriefCommand, type OpenBrief, spanOf } from './command.ts';

/** Longer texts are not what one comment is about, in UTF-16 units. */
const MAX_QUOTE_LENGTH = 4_000;

const key = isString;
const checks: Readonly<Record<ReviewAction['kind'], Check<object>>> = {
  comment: record({ range: isRange, text: isString }),
  reply: record({ key, text: isString }),
  rewrite: record({ key, remark: isCount, text: isString }),
  delete: record({ key, remark: isCount }),
  resolve: record({ key }),
  reopen: record({ key }),
  sign: record({}),
};
const kinds = oneOf(...(Object.keys(checks) as ReviewAction['kind'][]));
const isAction: Check<ReviewAction> = (value): value is ReviewAction =>
  record({ kind: kinds })(value) && checks[value.kind](value);
const isText: Check<string | null> = (value): value is string | null => value === null || isString(value);

/** Changes the review of a brief: a comment, its state, a sign-off. The client writes the file. */
export const editReview = createBriefCommand(
  'briefmark.server.editReview',
  { uri: isString, review: isText, action: isAction, name: isString, time: isString, version: isCount },
  async ({ review, action, name, time, version }, open) => {
    if (version !== open.document.version)
      refuse(l10n.t('The text has changed in the meantime, so nothing was done. Try again.'));
    const before = review ?? '';
    const file = readReview(before);
    if (isProblem(file)) return refuse(describeProblem(file, before));
    const after = changeReview(before, await toChange(action, name, time, file, open));
    if (after === undefined)
      return refuse(l10n.t('The review file cannot be changed as it is written. Change it by hand.'));
    const { start, end, newLength } = editBetween(before, after);
    return { start, end, text: after.slice(start, start + newLength) };
  },
);

async function toChange(
  action: ReviewAction,
  name: string,
  date: string,
  { comments }: ReviewFile,
  { document, brief }: OpenBrief,
): Promise<ReviewChange> {
  if (action.kind === 'comment') {
    const span = commentedSpan(brief, spanOf({ uri: document.uri, range: action.range }, document));
    const quote = createQuote(brief.text, span);
    return { kind: 'comment', quote, remark: { author: name, date, text: requireText(action.text) } };
  }
  if (action.kind === 'sign') {
    const sha256 = await hashText(document.getText());
    if (name.trim() === '') return refuse(l10n.t('A sign-off needs a name.'));
    if (sha256 === undefined) return refuse(l10n.t('The SHA-256 of the text cannot be computed in this window.'));
    return { kind: 'sign', signoff: { name, date, sha256 } };
  }
  const comment = comments.findIndex((one) => one.key === action.key);
  if (comment < 0)
    return refuse(l10n.t('The review file has changed in the meantime, so nothing was done. Try again.'));
  switch (action.kind) {
    case 'reply':
      return { kind: 'reply', comment, remark: { author: name, date, text: requireText(action.text) } };
    case 'rewrite':
      return { kind: 'rewrite', comment, at: action.remark, text: requireText(action.text) };
    case 'delete':
      return { kind: 'delete', comment, at: action.remark };
    default:
      return { kind: action.kind, comment };
  }
}

function requireText(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' ? refuse(l10n.t('The comment is empty.')) : trimmed;
}

/** The words that a comment on a span is about: those selected; of a cursor the statement, else the line. */
function commentedSpan(brief: Brief, { start, end }: Span): Span {
  const { text, blocks, starts } = brief;
  const selected = trimSpan(text, start < end ? { start, end } : statementAt());
  if (selected.end === selected.start) return refuse(l10n.t('There are no words here to comment on. Select some.'));
  if (selected.end - selected.start > MAX_QUOTE_LENGTH)
    return refuse(l10n.t('A comment is about {0} characters at most. Select fewer.', MAX_QUOTE_LENGTH));
  return selected;

  function statementAt(): Span {
    const index = blockIndexAt(brief, start);
    const block = blocks[index];
    const at = starts[index] ?? 0;
    const statements = block ? statementsIn(block, text.slice(at, at + block.length)) : [];
    const statement = statements.find((one) => at + one.start <= start && start <= at + one.end);
    if (statement) return shift(statement, at);
    const lineEnd = text.indexOf('\n', start);
    return { start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd < 0 ? text.length : lineEnd };
  }
}
