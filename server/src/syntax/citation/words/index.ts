/** How the languages of briefs write citations. A further language is a file beside this one and a line in the list. */

import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import type { CitationWords } from './words.ts';
import { zh } from './zh.ts';

export const LANGUAGES: readonly CitationWords[] = [en, ar, de, es, fr, id, it, ja, nl, pl, pt, ru, tr, uk, zh];

/** The phrases of one kind in all languages. */
export function phrasesOf(kind: Exclude<keyof CitationWords, 'placeholders'>): readonly string[] {
  return LANGUAGES.flatMap((language) => language[kind] ?? []);
}

/** The words of one kind of placeholders in all languages. */
export function placeholdersOf(kind: keyof NonNullable<CitationWords['placeholders']>): readonly string[] {
  return LANGUAGES.flatMap(({ placeholders }) => placeholders?.[kind] ?? []);
}

/** What may stand before the colon of a source line, in the singular and in the plural. */
export const SOURCE_LABELS: readonly string[] = [...phrasesOf('sourceLabels'), ...phrasesOf('sourceListLabels')];
