/** The languages of rendered pages, and the one of a brief. */

import type { Brief } from '../../syntax/ast.ts';
import { frontMatterOf } from '../../syntax/brief/brief.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { PageWords } from './words.ts';

const LANGUAGES: readonly PageWords[] = [en, es, fr, de];

/** In UTF-16 code units; the language of a brief is read from this much of it. */
const SAMPLE_LENGTH = 20_000;
const word = /\p{L}+/gu;
const languageTag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/;

export interface PageLanguage {
  /** The language of the brief, BCP 47. */
  readonly tag: string;
  /** In that language, or in English where a brief is in another one. */
  readonly words: PageWords;
}

/** The language of a brief: `lang` of the front matter, else the one whose common words it has most of. */
export function languageOf(brief: Brief): PageLanguage {
  const declared = frontMatterOf(brief)?.lang?.value.replace('_', '-') ?? '';
  if (languageTag.test(declared)) {
    const primary = declared.slice(0, 3).replace('-', '').toLowerCase();
    return { tag: declared, words: LANGUAGES.find(({ language }) => language === primary) ?? en };
  }
  const words = recognize(brief);
  return { tag: words.language, words };
}

/** Of languages that fit equally well, the first. */
function recognize({ text, blocks, starts }: Brief): PageWords {
  const from = blocks[0]?.kind === 'front-matter' ? (starts[1] ?? 0) : 0;
  const counts = LANGUAGES.map(() => 0);
  for (const [written] of text.slice(from, from + SAMPLE_LENGTH).matchAll(word)) {
    const lower = written.toLowerCase();
    for (const [index, { common }] of LANGUAGES.entries()) if (common.includes(lower)) counts[index]!++;
  }
  return LANGUAGES[counts.indexOf(Math.max(...counts))] ?? en;
}
