/** How German writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const de: CitationWords = {
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
  attributions: words`laut`,
  ibid: words`ebd ebenda ebda a.a.o`,
  earlierWork: phrases`
    a. a. O.`,
  noteLabels: words`anm. fußnote`,
  accessed: phrases`
    zuletzt? (abgerufen|aufgerufen|zugriff|eingesehen) am?`,
  archived: words`archiviert`,
  available: phrases`
    (verfügbar|abrufbar) unter`,
  tails: words`abgerufen abrufbar verfügbar zuletzt`,
  talks: words`gespräch gespräche telefonat hintergrundgespräch experteninterview interview`,
  talkPrepositions: words`mit`,
  noteHeadings: words`anmerkungen literatur quellen`,
  relays: words`zitiert`,
  undated: phrases`
    undatiert
    ohne Datum
    o.D.`,
  placeholders: { nouns: words`quelle quellen beleg belege`, lacking: words`fehlt fehlen folgt folgen nachtragen` },
};
