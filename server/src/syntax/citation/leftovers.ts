/** References of a chat assistant that lead nowhere once copied. docs/format.md, "Placeholders and leftovers". */

import type { Span } from '../../base/text/span.ts';
import { findOutside } from './findOutside.ts';

const PRIVATE_USE = String.raw`[\uE200-\uE2FF]`;
const PATTERNS: readonly string[] = [
  String.raw`【\d+(?::\d+)?†[^】\n]{0,80}】`,
  String.raw`${PRIVATE_USE}{0,2}\bcite(?:${PRIVATE_USE}?turn\d+[a-z]+\d+)+${PRIVATE_USE}{0,2}`,
  String.raw`(?<=[.,;!?\p{L}\p{N})”"])cite(?:turn\d+[a-z]+\d+)+`,
  String.raw`:contentReference\[oaicite:\d+\](?:\{index=\d+\})?`,
  String.raw`\[oai_citation:\d+[‡†][^\]\n]{0,120}\](?:\((?!https?:)[^)\n]{0,200}\)|(?!\())`,
  String.raw`\[cite:\s?\d+(?:,\s?\d+)*\]`,
];
const leftover = new RegExp(PATTERNS.join('|'), 'gu');
const start = /\[cite_start\]/g;
/** Matches every paragraph with a leftover. */
export const mayHoldLeftover = /【|oaicite|oai_cit|cite.?turn|\[cite/;

/** The leftovers of a paragraph outside of `skipped`, in order of place. A `[cite_start]` with its `[cite: 1]` is one. */
export function findLeftovers(text: string, skipped: readonly Span[]): Span[] {
  const lastEnd = text.lastIndexOf('[cite:');
  return findOutside(text, skipped, [
    { pattern: leftover },
    { pattern: start, accepts: (span) => span.start > lastEnd },
  ]);
}
