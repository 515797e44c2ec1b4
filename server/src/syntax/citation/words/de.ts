/** How German writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const de: CitationWords = {
  backlinks: phrases`
    Hochspringen (nach)?`,
  leadIns: phrases`
    vgl.? (auch|dazu|hierzu)?
    siehe (auch|dazu)?
    s. auch
    (zit|zitiert) nach
    zit. (nach|n.)`,
  leadInTails: phrases`
    etwa
    z. B.
    z.B.`,
  attributions: phrases`
    laut
    gemäß
    nach (Angaben|Informationen) (von|der|des)?`,
  sourceLabels: words`quelle`,
  sourceListLabels: words`quellen`,
  creditLabels: words`foto bild karte grafik bildnachweis`,
  ibid: words`ebd ebenda ebda a.a.o`,
  earlierWork: phrases`
    a. a. O.`,
  noteLabels: words`anm. fußnote`,
  dateArticles: words`am vom den`,
  accessed: phrases`
    zuletzt? (abgerufen|aufgerufen|zugriff|eingesehen) am?`,
  archived: words`archiviert`,
  available: phrases`
    (verfügbar|abrufbar) unter`,
  tails: words`abgerufen abrufbar verfügbar zuletzt`,
  talks: words`gespräch gespräche telefonat hintergrundgespräch experteninterview interview`,
  talkPrepositions: words`mit`,
  noteHeadings: words`
    anmerkungen bibliografie bibliographie einzelnachweise endnoten fußnoten literatur literaturverzeichnis quellen quellenverzeichnis`,
  relays: words`zitiert`,
  undated: phrases`
    undatiert
    ohne Datum
    o.D.`,
  prepositions: words`auf bei des durch in mit nach vom von`,
  sourceKinds: phrases`
    telegram-kanal
    facebook-seite
    twitter-konto
    pressemitteilung
    presseerklärung
    pressemeldung`,
  placeholders: {
    nouns: words`quelle quellen beleg belege nachweis einzelnachweis quellenangabe`,
    lacking: words`fehlt fehlen folgt folgen ergänzen nachtragen einfügen nötig erforderlich`,
    marks: phrases`
      ohne quelle`,
    errors: phrases`
      Fehler! (Textmarke nicht definiert|Verweisquelle konnte nicht gefunden werden|Linkreferenz ungültig)`,
  },
};
