/** What stands above the prose: of the front matter, what the text does not state itself. */

import type { Brief } from '../syntax/ast.ts';
import { briefDateOf, frontMatterOf } from '../syntax/brief/brief.ts';
import type { PageWords } from './words/words.ts';

export interface Header {
  /** The publication, the date and the author, as far as there are any. */
  readonly facts: readonly string[];
  /** The marking in the front matter: `TLP:GREEN`. */
  readonly marking: string | undefined;
}

/** The header of a brief. */
export function headerOf(brief: Brief, words: PageWords): Header {
  const frontMatter = frontMatterOf(brief);
  const date = briefDateOf(brief);
  // A date that the text states is there to be read.
  const isInText = date?.origin !== 'front matter' && date?.origin !== 'file name';
  const facts = [
    frontMatter?.publication?.value,
    date && !isInText ? words.date(date.value) : undefined,
    frontMatter?.author?.value,
  ];
  const label = frontMatter?.tlp?.value.replace(/^TLP:\s*/i, '');
  return { facts: facts.flatMap((fact) => fact || []), marking: label ? `TLP:${label}` : undefined };
}
