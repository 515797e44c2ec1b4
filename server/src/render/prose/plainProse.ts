/**
 * A brief as plain prose, to be pasted anywhere: without front matter, comments, tags, citation keys and the marks of headings and emphasis.
 * Citation keys become outlet and date. Notes of Markdown become numbered notes with their list at the end; others are plain
 * text already. Of a link only the words stay, unless its address is the source.
 */

import type { Span } from '../../base/text/span.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief } from '../../syntax/ast.ts';
import { type Prose, writeProse } from './prose.ts';
import type { ProseStyle } from './style.ts';

export const PLAIN_STYLE: ProseStyle = {
  isMarkdown: false,
  numbered: 'markdown',
  marker: (labels) => `[${labels.join(', ')}]`,
  escape: (words) => words,
  keepsBareKeys: false,
};

/** The prose of a brief, or of a part of it. */
export function plainProse(brief: Brief, scope: Scope, part?: Span): string {
  const { text: body, notes } = writeProse(brief, scope, PLAIN_STYLE, part && { part });
  if (notes.length === 0) return body;
  return `${body.trimEnd()}\n\n${plainNotes(notes).join('\n')}${body.endsWith('\n') ? '\n' : ''}`;
}

/** The lines of the list of notes. */
export function plainNotes(notes: Prose['notes']): string[] {
  // A note that is a key alone needs no brackets.
  return notes.map(({ number, text }) => `${number}. ${text.replace(/^\(([^()]*)\)(\.?)$/, '$1$2')}`);
}
