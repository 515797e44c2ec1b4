/**
 * Links around citations, as web pages have them, moved to the outlet, where a brief reads the date beside them:
 * `[(Dawn, May 3)](…)` and `([Dawn, May 3](…))` become `([Dawn](…), May 3)`.
 */

import { readParenthesis } from '../../syntax/citation/readParenthesis.ts';
import type { Inline } from './document.ts';

type Link = Extract<Inline, { kind: 'link' }>;

/** A longer text of a link is a sentence, not a citation. */
const MAX_LABEL = 300;

/** The same content with its links moved. */
export function moveCitedLinks(content: readonly Inline[]): readonly Inline[] {
  const moved: Inline[] = [];
  let open = 0;
  for (const [at, inline] of content.entries()) {
    if (typeof inline === 'string') {
      open = countOpen(inline, open);
      moved.push(inline);
    } else if (inline.kind === 'link') moved.push(...moveLink(inline, open > 0, content[at + 1]));
    else moved.push(inline);
  }
  return moved;
}

function moveLink(link: Link, isInParenthesis: boolean, next: Inline | undefined): readonly Inline[] {
  const { address, content } = link;
  const [label, ...others] = content;
  if (typeof label !== 'string' || others.length > 0 || label.length > MAX_LABEL) return [link];
  const words = label.trim();
  const [before = '', after = ''] = words === '' ? [label] : label.split(words);
  const hasBrackets = words.startsWith('(') && words.endsWith(')');
  if (!hasBrackets && !isInParenthesis) return [link];
  if (isInParenthesis && typeof next === 'string' && /^\s*,\s/.test(next) && /^(?:https?:\/\/|www\.)\S+$/.test(words))
    return [before, { ...link, content: [new URL(address).hostname.replace(/^www\./, '')] }, after];
  const group = hasBrackets ? words : `(${words})`;
  const reading = readParenthesis(group, { start: 0, end: group.length }, []);
  const [citation, second] = reading.kind === 'citation' ? reading.citations : [];
  if (!citation?.source || !citation.when || second) return [link];
  const { start, end } = citation.source;
  const [head, outlet, tail] = [group.slice(0, start), group.slice(start, end), group.slice(end)];
  return [
    before + (hasBrackets ? head : head.slice(1)),
    { kind: 'link', address, content: [outlet] },
    (hasBrackets ? tail : tail.slice(0, -1)) + after,
  ];
}

/** The number of round brackets that are open after the text. */
function countOpen(text: string, before: number): number {
  let open = before;
  for (const char of text) {
    if (char === '(') open++;
    if (char === ')' && open > 0) open--;
  }
  return open;
}
