/** The words around a source in a note, in the languages of briefs: `See also`, `Ibid.`, `op. cit.`, `accessed`, interviews. docs/format.md, "Notes". */

// cspell:disable
/** What a note says before a source: `See also`, `For example,`, `Vgl.`. */
export const leadIn =
  /^(?:(?:\^\s(?:[a-z]\s){0,8})?(?:(?:and |but |also )*see(?: also| generally| for example)?|and|also|cf\.?|e\.g\.?|quoted in|as quoted in|cited in|as cited in|reported in|citing|for [^,;.:“”"]{1,80}, see|for (?:example|instance|more|details|background)|vgl\.(?: auch| dazu| hierzu)?|siehe(?: auch| dazu)?|s\. auch|zit(?:iert)? nach|zit\. n\.|voir(?: aussi| par exemple| notamment)?|cité par|cité dans|véase(?: también)?|ver(?: también| também)?|citado (?:en|em|por)|cfr\.?|si veda(?: anche)?|vedi(?: anche)?|citato in|por\.|zob\.(?: też| także)?|cyt\. za|zie(?: ook)?|bkz\.?|см\.(?: также| подробнее)?|цит\. по|див\.(?: також)?)(?:,? (?:for example|for instance|e\.g\.|inter alia|also|see|par exemple|por ejemplo|etwa|z\. ?B\.|например))?[,:]?\s+|\^\s(?:[a-z]\s){0,8})/iu;
/** The citation before it. */
export const ibid =
  /^(?:ibid(?:em)?|ibíd(?:em)?|id|idem|ebd|ebenda|ebda|ivi|ibi|tamże|tamtej|a\.a\.o|там же|тамже|то же|aynı yer|а\.g\.e)(?![\p{L}\p{N}])\.?/iu;
/** One of an earlier note. */
export const earlierNote =
  /(?<![\p{L}\p{N}])(?:op\. ?cit|loc\. ?cit|art\. ?cit|supra(?: (?:note|n\.))?|a\. ?a\. ?O\.|dz\. ?cyt|указ\. ?соч|цит\. ?соч|ob\. ?cit|ouvr\. ?cité|art\. ?cité)|\((?:see |cf\. |siehe |wie |voir )?(?:note|n\.|fn\.|footnote|endnote|anm\.|fußnote|nota|przypis) ?\d{1,3}(?: above)?\)|\b(?:note|fn\.?|footnote|endnote|n\.) \d{1,3} above\b/iu;
export const accessedAt =
  /(?<![\p{L}])(?:(?:last )?(?:accessed|retrieved|consulted|visited|viewed)(?: on| at)?(?!\p{L})|as of(?= \p{Lu}\p{L}+ \d{1,2}, \d{4}:)|(?:zuletzt )?(?:abgerufen|aufgerufen|zugriff|eingesehen)(?: am)?|consulté (?:le|en)|consultado (?:el|em|en|a)|acess?o em|ultimo accesso|consultato il|dostęp|дата обращения|geraadpleegd(?: op)?|erişim(?: tarihi)?)(?!\p{L})[^;]*$/iu;
/** How an addition to the citation before it begins. */
export const accessedStart =
  /^\(?(?:(?:last )?(?:accessed|retrieved|consulted|visited|viewed)|as of(?= \p{Lu}\p{L}+ \d{1,2}, \d{4}:)|(?:zuletzt )?(?:abgerufen|aufgerufen|zugriff)|consulté (?:le|en)|consultado (?:el|em|en)|acess?o em|ultimo accesso|consultato il|dostęp|дата обращения|erişim)(?!\p{L})/iu;
export const archivedStart = /^(?:an? )?(?:archived?|preserved|archiviert|archivé|archivado)\b/iu;
export const availableStart =
  /^(?:(?:also )?(?:available|online|found|accessible)(?: online)?(?: at| from)?|verfügbar unter|abrufbar unter|disponible (?:sur|en)|disponível em|disponibile (?:su|all)|url|режим доступа|dostępne na|online)(?!\p{L})/iu;
/** What may follow a date in a citation in lower case. */
export const tail =
  /^[\s,.(]*(?:pp?\b|paras?\b|section|chapter|annex|accessed|retrieved|consulted|archived?|available|at\b|on file|via|in (?:\p{Lu}|the original)|url\b|link\b|translated|emphasis|author|copy|last |updated|no\.|vol|http|hxxp|www|[\p{L}\d-]{2,30}\.(?:\p{Ll}{2,4})\b|abgerufen|zuletzt|verfügbar|abrufbar|consulté|disponible|disponível|disponibile|consultado|dostęp|\p{Ll}{1,4}\.?\s?\d|г\.|года?\b|р\.|r\.|s\. \d|c\. \d|с\. \d)/iu;
const WITH_PERSON =
  /\b(?:interview(?:s|ed)?|correspondence|personal communication|conversation|e-?mail exchange|briefing|discussion|meeting|phone call|exchange) (?:with|by|of)\b|\binterviews?\b|,\s(?:(?:personal|written|oral|e-?mail|telephone|phone|whatsapp|signal) )?(?:e-?mails?|communication|correspondence|telephone|phone call|telephone call|text message|message|letter|diary|journal entry|log|telegram|cable|despatch|dispatch|minute|memo|memorandum|testimony|remarks)(?=,|$)/iu;
const WITH_PERSON_FOREIGN =
  /(?<!\p{L})(?:entretiens?|entrevue|conversation|échange|gespräche?|telefonat|hintergrundgespräch|experteninterview|interview|entrevistas?|conversación|conversa|intervist[ae]|colloqui[o]?|rozmow[ay]|wywiad|gesprek|görüşme|mülakat|интервью|беседа|інтерв[’']ю|розмова)(?:\s\p{L}+){0,2}\s(?:avec|mit|con|com|z|ze|met|ile|с|со|з|із|du|de|des|с\p{L}*)(?!\p{L})/iu;
// cspell:enable
/** Words that say that a citation is of a talk with a person: `Interview with`, `Gespräch mit`. */
export const interview = new RegExp(`${WITH_PERSON.source}|${WITH_PERSON_FOREIGN.source}`, 'iu');
/** The person was deleted: `Interview with , Kyiv, May 3`, `Agency interview, , May 3`. */
export const interviewCutOff =
  /(?:interviews?|correspondence|conversation|e-?mail|meeting|discussion)(?:\s\p{L}+)?\s(?:with|of|by|from)\s*(?:,|$)|interviews?,\s*,|\s(?:with|to|from|by|of)\s,/iu;
