/** Reads the file of a review, `NAME.review.yaml`. It is read whole or not at all: what is not understood must not be overwritten. */

import * as l10n from '@vscode/l10n';
import type { Span } from '../../base/text/span.ts';
import type { TextQuote } from '../../base/text/textQuote.ts';
import { createYamlContext, readYamlRange, type YamlNode } from '../yaml/yamlTree.ts';

export interface ReviewRemark {
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
  readonly text: string;
}

export interface ReviewComment {
  /** Of its entry in the file. */
  readonly span: Span;
  readonly key: string;
  readonly isResolved: boolean;
  readonly quote: TextQuote;
  /** The comment, then its replies. */
  readonly remarks: readonly [ReviewRemark, ...ReviewRemark[]];
}

export interface Signoff {
  readonly name: string;
  readonly date: string;
  /** Of the text with `\n` as line ends, in lower case. */
  readonly sha256: string;
}

export interface ReviewFile {
  readonly comments: readonly ReviewComment[];
  readonly signoffs: readonly Signoff[];
}

/** Why a review cannot be read, and where. */
export interface ReviewProblem {
  readonly message: string;
  readonly span: Span;
}

type Report = (message: string, at: YamlNode) => void;

/** The review in a text; its first problem, if there is any. */
export function readReview(text: string): ReviewFile | ReviewProblem {
  const { review, problems } = readWithProblems(text);
  return problems[0] ?? review;
}

/** Everything that is wrong in the text of a review file, by position. */
export function reviewProblems(text: string): readonly ReviewProblem[] {
  return readWithProblems(text).problems;
}

function readWithProblems(text: string): { review: ReviewFile; problems: readonly ReviewProblem[] } {
  const problems: ReviewProblem[] = [];
  const { nodes, damaged } = readYamlRange(
    createYamlContext(text, (message, span) => problems.push({ message, span })),
    { start: 0, end: text.length },
  );
  // What follows from a mistake in the YAML is none of its own.
  if (damaged && problems.length > 0) return { review: { comments: [], signoffs: [] }, problems: problems.slice(0, 1) };
  const report: Report = (message, { span }) => problems.push({ message, span });
  const [root, another] = nodes;
  const wrong = another ?? (root?.kind === 'map' ? undefined : root);
  if (wrong) report(l10n.t('A review has the lists “comments” and “signoffs”, and no others.'), wrong);
  const counts = new Map<string, number>();
  const comments = listOf(root, 'comments', report).flatMap((entry) => readComment(entry, counts, report) ?? []);
  const signoffs = listOf(root, 'signoffs', report).flatMap((entry) => readSignoff(entry, report) ?? []);
  return { review: { comments, signoffs }, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

/** Whether a review cannot be read. */
export function isProblem(review: ReviewFile | ReviewProblem): review is ReviewProblem {
  return 'message' in review;
}

function readComment(entry: YamlNode, counts: Map<string, number>, report: Report): ReviewComment | undefined {
  const quote = fieldOf(entry, 'quote');
  const exact = textOf(quote, 'exact');
  if (exact === '') {
    report(l10n.t('This comment has no “quote” with the words it is about, in “exact”.'), entry);
    return undefined;
  }
  const state = textOf(entry, 'state');
  if (!['', 'open', 'resolved'].includes(state))
    report(l10n.t('The state “{0}” is unknown. Write open or resolved.', state), fieldOf(entry, 'state') ?? entry);
  const first = readRemark(entry, report);
  const replies = listOf(entry, 'replies', report).map((reply) => readRemark(reply, report));
  const id = [first.date, first.author, exact].join('\n');
  const count = counts.get(id) ?? 0;
  counts.set(id, count + 1);
  return {
    span: entry.span,
    key: `${id}\n${count}`,
    isResolved: state === 'resolved',
    quote: { exact, prefix: textOf(quote, 'prefix'), suffix: textOf(quote, 'suffix') },
    remarks: [first, ...replies],
  };
}

function readRemark(entry: YamlNode, report: Report): ReviewRemark {
  const text = textOf(entry, 'text');
  if (text === '') report(l10n.t('This comment has no “text”.'), entry);
  return { author: textOf(entry, 'author'), date: textOf(entry, 'date'), text };
}

function readSignoff(entry: YamlNode, report: Report): Signoff | undefined {
  const sha256 = textOf(entry, 'sha256').toLowerCase();
  const name = textOf(entry, 'name');
  if (name !== '' && /^[0-9a-f]{64}$/.test(sha256)) return { name, date: textOf(entry, 'date'), sha256 };
  report(l10n.t('A sign-off has a “name” and the “sha256” of the text, 64 digits.'), entry);
  return undefined;
}

function fieldOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.fields.find((field) => field.key === key)?.value : undefined;
}

/** The text of a field; empty without one. */
function textOf(node: YamlNode | undefined, key: string): string {
  const value = fieldOf(node, key);
  return value?.kind === 'scalar' && value.value !== null ? value.text : '';
}

/** The items of a list in a field; none without one. */
function listOf(node: YamlNode | undefined, key: string, report: Report): readonly YamlNode[] {
  const value = fieldOf(node, key);
  if (!value || (value.kind === 'scalar' && value.value === null)) return [];
  if (value.kind === 'list') return value.items;
  report(l10n.t('“{0}” is not a list. Begin each entry on a line of its own, with a dash.', key), value);
  return [];
}
