/** What was copied elsewhere and is pasted into a brief: the forms that it can take there. */

import { cleanAddress } from '../document/address.ts';
import { readCopied } from './read.ts';

/** What the clipboard holds and where it goes. */
export interface Copied {
  /** The formatted text, if there is one. */
  readonly html: string | undefined;
  readonly text: string | undefined;
  /** The words that it replaces. */
  readonly replaced: string;
  /** The text of the brief, whose notes keep their numbers. */
  readonly brief: string;
}

/** A form in which it can be inserted. */
export interface CopiedForm {
  readonly kind: 'link' | 'sources';
  readonly text: string;
  /** Notes, for the end of the brief; empty if there are none. */
  readonly notes: string;
}

/** Larger clipboards are pasted as they are: a conversion would make the editor wait. */
const MAX_HTML_LENGTH = 8 * 2 ** 20;
const noteLabel = /\[\^(\d{1,6})\]/g;

/** The form that keeps the sources of what was copied; undefined if plain text loses nothing. */
export function formCopied({ html, text, replaced, brief }: Copied): CopiedForm | undefined {
  const address = /^\s*https?:\/\/\S+\s*$/i.test(text ?? '') ? cleanAddress(text!) : undefined;
  if (address !== undefined && isLinkText(replaced))
    return { kind: 'link', text: `[${replaced}](${address})`, notes: '' };
  if (html === undefined || html.length > MAX_HTML_LENGTH) return undefined;
  const copied = readCopied(html, highestLabel(brief) + 1);
  // An address alone is pasted as it is: the browser adds a link to itself.
  if (!copied?.hasSources || copied.body === '' || address !== undefined) return undefined;
  return { kind: 'sources', text: copied.body, notes: copied.notes };
}

/** Whether the words can be those of a Markdown link. */
function isLinkText(words: string): boolean {
  return words.trim() !== '' && !/[[\]\n]/.test(words) && !/^https?:\/\//i.test(words.trim());
}

/** The highest number of a note `[^1]` in the text; 0 if there is none. */
function highestLabel(text: string): number {
  let highest = 0;
  for (const [, label] of text.matchAll(noteLabel)) highest = Math.max(highest, Number(label));
  return highest;
}
