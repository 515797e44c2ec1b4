/** The words of marks that ask for a source, by language. A new language is an entry here. docs/format.md, "Placeholders and leftovers". */

interface PlaceholderWords {
  /** A source. In brackets one alone asks for it: `[source]`. */
  readonly nouns: string;
  /** Behind a noun: `[citation needed]`, `(source: tbd)`. */
  readonly lacking: string;
  /** Before a noun: `[add source]`. */
  readonly requests?: string;
  /** Other marks, whole. */
  readonly phrases?: readonly string[];
}

// cspell:disable
export const PLACEHOLDER_WORDS: Readonly<Record<string, PlaceholderWords>> = {
  en: {
    nouns:
      'source sources citation citations cite cites reference references ref refs link links url urls footnote footnotes',
    lacking: 'needed missing unknown tbd tbc tk xx xxx xxxx',
    requests: 'add insert find check need needs better reliable unreliable',
  },
  de: { nouns: 'quelle quellen beleg belege', lacking: 'fehlt fehlen' },
  es: { nouns: 'fuente fuentes', lacking: 'falta faltan', phrases: ['cita requerida'] },
  fr: { nouns: 'source sources citation référence références réf', lacking: 'nécessaire manquante manquantes manque' },
  it: { nouns: 'fonte fonti', lacking: 'manca mancante mancano', phrases: ['senza fonte'] },
  pl: { nouns: 'źródło źródła', lacking: 'brak', phrases: ['potrzebny przypis'] },
  pt: { nouns: 'fonte fontes', lacking: 'falta faltam', phrases: ['carece de fontes'] },
  ru: { nouns: 'источник источники', lacking: 'нужен', phrases: ['источник не указан'] },
  tr: { nouns: 'kaynak', lacking: 'belirtilmeli gerekli' },
  uk: { nouns: 'джерело джерела', lacking: 'потрібне', phrases: ['джерело не вказано'] },
};
// cspell:enable
