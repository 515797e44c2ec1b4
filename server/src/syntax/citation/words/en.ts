/** How English writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const en: CitationWords = {
  backlinks: phrases`
    Jump up (to)?
    Hide Footnote
    (Back|Return) to (text|top|article)`,
  leadIns: phrases`
    (and|but|also)? (and|but|also)? see (also|generally|for example)?
    cf.?
    as? (quoted|cited) in
    reported in
    citing
    compare`,
  connectives: phrases`
    and
    also
    e.g.?
    for (example|instance|more|details|background)`,
  leadInTails: phrases`
    for (example|instance)
    e.g.
    inter alia
    also
    see`,
  attributions: phrases`
    h/t
    hat tip
    via
    (according|thanks) to
    as? (quoted|cited|reported) (in|by)`,
  sourceLabels: phrases`
    (data|map|main)? source`,
  sourceListLabels: phrases`
    (data|map|main|thematic)? sources`,
  creditLabels: phrases`
    (photo|picture|image|map) credit
    credit
    credits
    courtesy of?
    picture
    photo
    image
    map
    graphic
    video`,
  ibid: phrases`
    ibid
    ibidem
    id
    idem
    as above`,
  earlierWork: phrases`
    (op.|loc.|art.) cit
    supra (note|n.)?`,
  noteLabels: words`note n. fn.? footnote endnote`,
  dateArticles: words`on dated`,
  accessed: phrases`
    (last|data)? (accessed|retrieved|consulted|visited|viewed) (on|at)?`,
  archived: phrases`
    (a|an)? (archive|archived|preserved)`,
  available: phrases`
    also? (available|online|found|accessible) online? (at|from)?
    url`,
  tails: phrases`
    annex
    archive
    at
    author
    chapter
    copy
    emphasis
    in the original
    last
    link
    no.
    on file
    para
    section
    translated
    updated
    url
    via
    vol`,
  talks: phrases`
    (interview|interviews|interviewed)
    correspondence
    personal communication
    conversation
    (e-mail|email) exchange
    briefing
    discussion
    meeting
    phone call
    call
    exchange`,
  talkPrepositions: words`with w/ by of`,
  noteHeadings: phrases`
    notes
    endnotes
    footnotes
    substantive notes
    references
    list of references
    list of sources
    sources (consulted|used|cited)?
    citations
    bibliography
    works cited
    notes and references
    references and notes
    sources and notes`,
  prepositions: words`at by for from in of on per to with`,
  sourceKinds: phrases`
    (telegram|facebook|twitter|x|youtube|instagram|vk|tiktok|whatsapp)? (channel|page|account|post|posts|tweet|tweets|website|site|blog|press release|statement|broadcast|video)`,
  relays: words`quoting quoted citing cited relaying via`,
  undated: phrases`
    undated
    n.d.
    n. d.`,
  placeholders: {
    nouns: words`source sources citation citations cite cites reference references ref refs link links url urls footnote footnotes`,
    lacking: phrases`
      needed
      missing
      unknown
      insert
      pending
      removed
      tbd
      tbc
      tk
      xx
      xxx
      xxxx
      to come
      to follow
      to be added
      to be confirmed
      to be checked`,
    requests: words`add insert find need needs`,
    qualifiers: words`better check reliable unreliable dead broken`,
    errors: phrases`
      Error! (Bookmark not defined|Reference source not found|Hyperlink reference not valid)`,
    marks: phrases`
      no source given
      cite source
      cite sources
      full citation needed
      additional citations needed
      failed verification`,
  },
};
