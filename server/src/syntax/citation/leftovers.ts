/** References of a chat assistant that lead nowhere once copied. docs/format.md, "Placeholders and leftovers". */

import { matchesBehind } from '../../base/text/matchesBehind.ts';
import type { Span } from '../../base/text/span.ts';
import { findOutside } from './findOutside.ts';

const PRIVATE_USE = String.raw`[\uE200-\uE2FF]`;
const PATTERNS: readonly string[] = [
  String.raw`【\d+(?::\d+)?†[^】\n]{0,80}】`,
  String.raw`${PRIVATE_USE}{0,2}\bcite(?:${PRIVATE_USE}?turn\d+[a-z]+\d+)+${PRIVATE_USE}{0,2}`,
  String.raw`(?<=[.,;!?\p{L}\p{N})”"])cite(?:turn\d+[a-z]+\d+)+`,
  String.raw`[([]?\bturn\d+(?:search|view|news|fetch|file|image|academia)\d+(?:[,;]?\s?turn\d+(?:search|view|news|fetch|file|image|academia)\d+)*[)\]]?`,
  String.raw`(?::contentReference)?\[oaicite:\d+\](?:\{index=\d+\})?`,
  String.raw`\[oai_citation:\d+[‡†][^\]\n]{0,120}\](?:\((?!https?:)[^)\n]{0,200}\)|(?!\())`,
  String.raw`\[cite:\s?\d+(?:\s?[,–-]\s?\d+)*\]`,
  String.raw`\[(?:\^?web|citation|attached_(?:file|image)):\s?\d{1,3}(?:,\s?(?:web:|citation:)?\d{1,3}){0,20}\]`,
  String.raw`<grok-card\s[^<>\n]{0,200}>(?:</grok-card>)?`,
  String.raw`\[\d+(?::\d+)?†[^\]\n]{1,80}\]`,
  String.raw`<(?:\w{1,12}:)?cite\s+index="[\d,\s-]{1,60}">`,
  String.raw`\[\^\d{1,3}\^\](?!:)(?:\[\d{1,3}\])?`,
];
const leftover = new RegExp(PATTERNS.join('|'), 'gu');
const start = /\[cite_start\]/g;
const bracketed = /cit(?:e|ation:)|oai|\^?web:|attached_|\^\d{1,3}\^\]|\d{1,4}(?::\d{1,4})?†/y;
const turn = /turn\d+[a-z]/;
const tag = /grok-card|(?:\w{1,12}:)?cite index=/y;

/** True for every paragraph with a leftover, and few others. */
export function mayHoldLeftover(text: string): boolean {
  return turn.test(text) || matchesBehind(text, '[', bracketed) || matchesBehind(text, '<', tag) || text.includes('【');
}

/** The leftovers of a paragraph outside of `skipped`, in order of place. A `[cite_start]` with its `[cite: 1]` is one. */
export function findLeftovers(text: string, skipped: readonly Span[]): Span[] {
  const lastEnd = text.lastIndexOf('[cite:');
  return findOutside(text, skipped, [
    { pattern: leftover },
    { pattern: start, accepts: (span) => span.start > lastEnd },
  ]);
}
