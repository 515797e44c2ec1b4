/**
 * Writes syntaxes/brief.tmLanguage.json: `node scripts/grammar.mjs`; with `--check` it only says whether that file is up to date.
 *
 * A TextMate grammar sees one line at a time and keeps no table, so it approximates FORMAT.md; the server reads exactly.
 * Where they could differ, the grammar leaves the text alone: it may miss a citation, it should not invent one.
 *
 * Every expression takes time linear in the line: repetition is bounded, alternatives begin differently or are atomic
 * `(?>…)`, and what is looked ahead at stops at the next parenthesis or bracket it may not hold. No `\G`, which would
 * keep vscode-textmate from remembering matches, and no patterns inside captures, which copy the line up to the capture.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const target = new URL('../syntaxes/brief.tmLanguage.json', import.meta.url);

/** Words, as alternatives; longer ones first where one begins another.
 * @param {string} words */
const oneOf = (words) => `(?:${words.trim().split(/\s+/).sort().reverse().join('|')})(?![\\p{L}\\p{N}])`;
const re = String.raw;

// Dates: FORMAT.md, section 5, `when`.
const month = re`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?!\p{L})\.?`;
const day = re`\d{1,2}(?:st|nd|rd|th)?(?![\p{L}\d])`;
const year = re`\d{4}(?!\d)`;
const weekday = re`(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?!\p{L})\.?`;
const dash = re`\s?[-–—]\s?`;
const date = `(?:${[
  re`${month}\s{0,3}${day}(?:${dash}(?:${month}\s{1,3})?${day})?(?:,?\s{0,3}${year})?`,
  re`${day}(?:${dash}${day})?\s{1,3}(?:of\s)?${month}(?:${dash}${day}\s{1,3}${month})?(?:,?\s{0,3}${year})?`,
  re`${month}(?:${dash}${month})?,?\s{0,3}${year}`,
  re`\d{4}[-/]\d{1,2}(?:[-/]\d{1,2})?(?!\d)`,
  re`\d{1,2}[./]\d{1,2}[./]\d{2}(?:\d\d)?(?!\d)`,
].join('|')})`;
const accessed = re`(?:last\s)?(?:accessed|retrieved|visited)(?:\s{1,3}on)?(?=\s)`;
const dates = re`(?:${weekday},?\s{1,3})?${date}(?:\s{0,2}(?:,|&|and\b)\s{0,3}(?:${date}|${day}|${year})){0,8}`;
/** `18, 28 October`: only after a comma, or the 4 of `Channel 4, 10 May` would be a day. */
const dayList = re`${day}(?:,\s{0,3}${day}){1,5}\s{1,3}${month}(?:,?\s{0,3}${year})?`;
const when = re`(?:${accessed}\s{1,3})?(?:${dayList}|${dates})`;
/** A date that follows a name without a comma: with a day, or it may be part of the name. */
const closeDates = re`(?!${month}(?:${dash}${month})?,?\s{0,3}${year})${dates}`;
/** After the date: a stray full stop, then the end of the item. */
const itemEnd = re`(?=\s{0,3}\.?\s{0,3}(?:[;)]|$))`;

// Names of sources: FORMAT.md, section 2, "A name is source-like if …".
const capital = re`[\p{Lu}\p{Lt}\p{Lo}\p{Cyrillic}\p{Greek}\p{Armenian}\p{Georgian}]`;
const rest = re`[^\s,;()\[\]]{0,120}`;
const domain = re`(?:https?://)?(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}(?=[/?#:.]|[\s,;()\[\]]|$)${rest}`;
/** A tag, a link, an image or a key: read as a whole. */
const atom = re`!?\[[^\[\]]{1,300}\](?:\([^()]{0,500}\))?`;
const quotation = re`[“"«„][^“”"«»()]{1,200}[”"»“]`;
const opening = re`[*_"“‘'«„]{0,3}`;
const articled = re`(?:(?:[Aa][dlnrstz]|[Aa]sh|[Ee][dls]|[Uu]l)[-‐‑–’']|[Ll]['’]|(?:al|de|der|die|das|el|il|la|las|le|les|lo|los)\s)${capital}${rest}`;
const connective =
  oneOf(re`a al an and as at by da das de del della den der des di die do dos du e ed el en et for from i il in
  l la las le les lo los of on or the to u un und v van vom von with y zu zum zur via & \+ – — -`);
const kindOfSource =
  oneOf(re`agency archive audio blog briefing broadcast channel correspondence edition interviews? news newspaper
  online podcast post press radio release report service site statement television transcript tv video website`);
const notSource =
  oneOf(`about accessed adopted after amended around article as at before between born by chapter circa dated during
  early effective enacted figure founded from in issue issued last late mid modified no of on page part posted published released
  retrieved revised section signed since table the till to until updated version vol volume winter spring summer autumn fall`);
const firstWord = re`(?>${atom}|${quotation}|${domain}|${opening}(?:${articled}|@[\p{L}\p{N}_]${rest}|\d{0,4}${capital}${rest}|\d{1,4}\p{Ll}${rest}|\d{1,4}\s(?!${month})${capital}${rest}))`;
const nextWord = re`(?>${atom}|${quotation}|${domain}|${kindOfSource}|${opening}(?:${articled}|[\p{Lu}\p{Lt}\p{Lo}\p{Cyrillic}\p{Greek}\p{Armenian}\p{Georgian}\d@#]${rest}))`;
const words = re`(?:(?:\s{1,3}${connective}){0,4}\s{1,3}${nextWord}){0,24}`;
const bracketed = re`(?:\s{0,2}\[[^\[\]]{1,80}\])?(?:\s{0,2}\([^()]{1,120}\))?`;
const name = re`(?!${weekday}|${date}|${month}(?:\s?[-–—,]|\s*$)|(?i:sources?|credits?)\s?:|(?i:${notSource})[.:]?(?:\s\d{1,4})?\s{0,2}[,:]?\s{0,2}(?:${month}|${accessed}|\d))${firstWord}${words}${bracketed}(?:,\s{0,3}${nextWord}${words}${bracketed}){0,3}`;

const leadIn = re`(?>(?i:(?:photo\s)?(?:source|credit)s?):|[Ss]ee(?:\s{1,2}also)?|[Ee]\.\s?g\.,?|[Cc]f\.?|[Vv]ia|[Cc]iting|[Cc]ompare|[Ff]or\sexample|[Aa]ccording\sto|(?:[Aa]s\s)?(?:[Qq]uoted|[Cc]ited|[Rr]eported)\s(?:in|by))(?=[\s,:])`;
const leadIns = re`${leadIn}(?:[,:]?\s{1,3}${leadIn}){0,2}`;
/** Source and date, or a source whose date is cut off by the end of the line. */
const sourced = re`${name}(?:\s?,\s{0,3}${when}${itemEnd}|\s{1,3}${closeDates}${itemEnd}|,\s{0,3}(?:${weekday},?\s{0,3})?${month}\s*$)`;
/** What is left of an item whose source is missing; the date may be cut off by the end of the line, or be on the next. */
const missing = re`,\s{0,3}(?:${when}${itemEnd}|${year}(?:[-–]${year})?${itemEnd}|(?:${weekday},?\s{0,3})?(?:${month})?\s*$)`;
const item = re`\s{0,4}(?:${leadIns}(?:[,:]?\s{1,3}(?=[^\s,])|\s{0,3}(?=,)))?(?:${missing}|${sourced})`;
/** A later item may be the citation: `(map; TASS, May 3)`. */
const anyItem = re`(?:(?>(?:[^();]|\([^()]{0,500}\)){0,300});){0,12}?${item}`;

// Parentheses. A group holds at most two levels of others.
const balanced = re`(?>(?:[^()]|\((?>(?:[^()]|\([^()]{0,500}\)){0,600})\)){0,600})`;
/** To the end of the line with no parenthesis but those of tags and short forms. */
const unclosed = re`(?>(?:[^()]|(?<=\])\([^()]{0,500}\)|\([^()\d]{1,60}\)){0,600})$`;
/** Where text that runs over the line break stops at the latest: the end of the paragraph. */
const paragraphEnd = re`^(?=\s*$|#{1,6}\s)`;

const id = re`[\p{L}\p{M}\p{N}._/-]{1,200}`;
const key = re`[\p{L}\p{N}_]{1,100}(?:[./-]{1,3}[\p{L}\p{M}\p{N}_]{1,100}){0,30}`;
const surface = re`(?:\\.|[^\[\]\\]){0,500}`;
const schemes = `about blob bitcoin callto cid data dav doi feed file ftp ftps gemini geo git gopher hdl https? imap info ipfs irc ircs isbn
  javascript ldap ldaps magnet maps matrix mailto message mid msteams news nfs nntp notion obsidian onenote pop rsync rtsp s3 sftp
  sip sips skype slack sms smb ssh steam svn tel telnet tg urn view-source vnc vscode vscode-insiders webcal whatsapp ws wss xmpp zotero`;
const notScheme = re`(?!(?i:${schemes.trim().split(/\s+/).join('|')}):|[^():]{1,40}://)`;
const ruleCode = '[a-z][a-z0-9]{0,40}(?:-[a-z0-9]{1,40}){1,8}';

const source = 'entity.name.function.source.brief';
const dateScope = 'constant.numeric.date.brief';
/** @param {string[]} names */
const include = (...names) => names.map((each) => ({ include: `#${each}` }));
/** Names of the captures, from the first on; an empty one leaves its capture without.
 * @param {string[]} names */
const named = (...names) =>
  Object.fromEntries(names.flatMap((each, index) => (each ? [[index + 1, { name: each }]] : [])));

/** Emphasis closes on its line or is none.
 * @param {string} marks
 * @param {string} scope */
function emphasis(marks, scope) {
  const mark = marks[0] === '*' ? re`\*` : '_';
  const run = mark.repeat(marks.length);
  const before = mark === '_' ? re`(?<![\p{L}\p{N}_\\])` : re`(?<![*\\])`;
  const after = mark === '_' ? re`(?![\p{L}\p{N}_])` : re`(?!\*)`;
  const inside = marks.length === 2 ? `(?:[^${marks[0]}]|${mark}(?!${mark})){1,600}?` : `[^${marks[0]}]{1,600}`;
  return {
    name: scope,
    begin: re`${before}(${run})(?=[^\s${marks[0]}])(?=(?>${inside}(?=${run}${after}))(?<=\S)${run})`,
    beginCaptures: named('punctuation.definition.emphasis.brief'),
    end: re`(?<=\S)(${run})${after}|$`,
    endCaptures: named('punctuation.definition.emphasis.brief'),
    patterns: include('inline'),
  };
}

/** A tag: `[surface](type:id)`.
 * @param {string} type
 * @param {{ whole: string, surface: string }} names */
function tag(type, names) {
  return {
    name: names.whole,
    match: re`(\[)(${surface})(\])(\()${notScheme}(${type})(:)(${id})(\))`,
    captures: named(
      'punctuation.definition.tag.begin.brief',
      names.surface,
      'punctuation.definition.tag.middle.brief',
      'punctuation.definition.tag.middle.brief',
      'entity.name.tag.type.brief',
      'punctuation.separator.tag.brief',
      'variable.other.id.brief',
      'punctuation.definition.tag.end.brief',
    ),
  };
}

/** A parenthesis that runs over the end of the line. Only what is surely an item is coloured.
 * @param {string} begin
 * @param {object} names */
function wrapped(begin, names) {
  return {
    ...names,
    begin,
    end: re`(\))|(?=\((?![^()\d]{1,60}\)))|${paragraphEnd}`,
    patterns: include('separator', 'missing', 'further-dates', 'cut-date', 'item', 'inline'),
  };
}

const repository = {
  'front-matter': {
    begin: re`\A\x{FEFF}?(---)\s*$`,
    beginCaptures: named('punctuation.definition.frontmatter.begin.brief'),
    end: re`^(---)\s*$|^`,
    endCaptures: named('punctuation.definition.frontmatter.end.brief'),
    applyEndPatternLast: 1,
    patterns: [
      {
        // A line that cannot be YAML ends it, so that a page which begins with a rule is not read as YAML to its end.
        begin: re`^(?!---\s*$)(?=\s|$|#|-\s|[\]}]|["'\p{L}_][^:]{0,80}:(?:\s|$))`,
        while: re`^(?!---\s*$)(?=\s|$|#|-\s|[\]}]|["'\p{L}_][^:]{0,80}:(?:\s|$))`,
        contentName: 'meta.embedded.block.frontmatter.brief',
        // The rest is for where no YAML grammar is installed; vscode-textmate drops a rule that has nothing else.
        patterns: [
          { include: 'source.yaml' },
          { name: 'comment.line.number-sign.yaml', match: '^\\s*#.*$' },
          {
            match: re`^\s*([\p{L}_-]{1,80})(:)(?=\s|$)`,
            captures: named('entity.name.tag.yaml', 'punctuation.separator.key-value.mapping.yaml'),
          },
        ],
      },
    ],
  },
  heading: {
    patterns: [1, 2, 3, 4, 5, 6].map((level) => ({
      name: `markup.heading.${level}.brief`,
      begin: re`^\s{0,3}(#{${level}})(?=\s|$)`,
      beginCaptures: named('punctuation.definition.heading.brief'),
      end: '$',
      contentName: 'entity.name.section.brief',
      patterns: include('inline'),
    })),
  },
  inline: {
    patterns: include(
      'escape',
      'comment',
      'code',
      'tag',
      'link',
      'keys',
      'footnote',
      'citation',
      'credit',
      'address',
      'emphasis',
    ),
  },
  /** What may stand inside an item. */
  atoms: { patterns: include('escape', 'comment', 'code', 'tag', 'link', 'keys') },
  escape: { name: 'constant.character.escape.brief', match: re`\\[!-/:-@\[-${'`'}{-~]` },
  comment: {
    patterns: [
      {
        name: 'comment.block.html.brief',
        begin: re`(<!--)(?=\s{0,20}brief-ignore(?:-file)?(?![\w-]))`,
        beginCaptures: named('punctuation.definition.comment.begin.brief'),
        end: '(-->)',
        endCaptures: named('punctuation.definition.comment.end.brief'),
        patterns: [
          { name: 'keyword.control.directive.brief', match: re`(?<![\w-])brief-ignore(?:-file)?(?![\w-])` },
          { name: 'variable.other.rule-code.brief', match: re`(?<![\w-])${ruleCode}(?![\w-])` },
        ],
      },
      {
        name: 'comment.block.html.brief',
        begin: '(<!--)',
        beginCaptures: named('punctuation.definition.comment.begin.brief'),
        end: '(-->)',
        endCaptures: named('punctuation.definition.comment.end.brief'),
      },
    ],
  },
  code: {
    name: 'markup.inline.raw.brief',
    match: '(?<!`)(?:(`)[^`]{1,1000}(`)|(``)(?!`)(?>(?:[^`]|`(?!`)){1,1000})(``))(?!`)',
    captures: named(...Array(4).fill('punctuation.definition.raw.brief')),
  },
  tag: {
    patterns: [
      tag('src', { whole: 'meta.tag.source.brief', surface: source }),
      tag(re`\p{L}[\p{L}\p{N}_-]{1,40}`, { whole: 'meta.tag.entity.brief', surface: 'entity.name.type.surface.brief' }),
    ],
  },
  link: {
    name: 'meta.link.inline.brief',
    match: re`(!?\[)(${surface})(\])(\()(?:(<[^<>]{0,2000}>)|((?:[^\s()<>]|\([^\s()]{0,200}\)){0,2000}))(?:\s{1,3}("[^"]{0,300}"|'[^']{0,300}'))?\s{0,3}(\))`,
    captures: named(
      'punctuation.definition.link.begin.brief',
      'string.other.link.title.brief',
      'punctuation.definition.link.middle.brief',
      'punctuation.definition.link.middle.brief',
      'markup.underline.link.brief',
      'markup.underline.link.brief',
      'string.other.link.description.brief',
      'punctuation.definition.link.end.brief',
    ),
  },
  address: {
    patterns: [
      {
        match: '(<)([A-Za-z][A-Za-z0-9+.-]{1,20}:[^<>\\s]{1,2000})(>)',
        captures: named(
          'punctuation.definition.link.begin.brief',
          'markup.underline.link.brief',
          'punctuation.definition.link.end.brief',
        ),
      },
      {
        name: 'markup.underline.link.brief',
        match: re`(?<![\p{L}\p{N}])https?://[^\s<>()\[\]]{1,2000}(?<![.,;:!?'"’”*_])`,
      },
    ],
  },
  keys: {
    name: 'meta.citation.key.brief',
    begin: re`(\[)(?=(?>[^\[\]@]{0,200})(?<=[\[\s;-])@[\p{L}\p{N}_](?:[^\[\]]{0,600}\]|[^\[\]()]{0,600}$))`,
    beginCaptures: named('punctuation.definition.key.begin.brief'),
    end: re`(\])|(?=[\[(])|${paragraphEnd}`,
    endCaptures: named('punctuation.definition.key.end.brief'),
    patterns: [
      {
        match: re`(?<![\p{L}\p{N}_.])(@)(${key})`,
        captures: named('punctuation.definition.key.brief', 'variable.other.key.brief'),
      },
      {
        name: 'constant.numeric.locator.brief',
        match: re`(?<![\p{L}\p{N}_])(?:(?:pp?|ch|chap|sec|para|paras|no|nos|vol|vols|col|fig|fol|l|ll|n|nn|v|vv)\.|pages?|chapters?|sections?|paragraphs?|lines?|notes?|volumes?|§{1,2}|¶{1,2})\s{0,3}[\divxlc]{1,12}(?:\s?[-–—]\s?[\divxlc]{1,12})?(?![\p{L}\p{N}])`,
      },
      { name: 'punctuation.separator.key.brief', match: '[;,]' },
      ...include('escape'),
    ],
  },
  footnote: {
    name: 'constant.numeric.footnote.brief',
    match: re`(\[)(?:\^[^\[\]\s]{1,80}|\d{1,4}|[ivxlc]{1,8})(\])(:(?=\s)|(?!\())`,
    captures: named(
      'punctuation.definition.footnote.begin.brief',
      'punctuation.definition.footnote.end.brief',
      'punctuation.separator.footnote.brief',
    ),
  },
  emphasis: {
    patterns: [
      emphasis('***', 'markup.bold.brief markup.italic.brief'),
      emphasis('**', 'markup.bold.brief'),
      emphasis('*', 'markup.italic.brief'),
      emphasis('__', 'markup.bold.brief'),
      emphasis('_', 'markup.italic.brief'),
    ],
  },
  /** `(Source: …)` */
  credit: {
    name: 'meta.credit.brief',
    begin: re`(\()\s?((?i:(?:(?:photo|image|picture|map|graphic)\s)?(?:sources?|credits?|courtesy(?:\sof)?)|photo|image))\s?(:)(?=[^()]${balanced}\))`,
    beginCaptures: named(
      'punctuation.definition.credit.begin.brief',
      'keyword.other.credit.brief',
      'punctuation.separator.credit.brief',
    ),
    end: re`(\))|$`,
    endCaptures: named('punctuation.definition.credit.end.brief'),
    patterns: include('separator', 'date', 'stray-stop', 'atoms', 'comma', 'short-form', 'name'),
  },
  citation: {
    name: 'meta.citation.brief',
    begin: re`(\()(?=${balanced}\))(?=${anyItem})`,
    beginCaptures: named('punctuation.definition.citation.begin.brief'),
    end: re`(\))|$`,
    endCaptures: named('punctuation.definition.citation.end.brief'),
    patterns: include('separator', 'missing', 'further-dates', 'item', 'atoms', 'short-form'),
  },
  wrapped: {
    patterns: [
      wrapped(re`(\()(?=${unclosed})(?=${anyItem})`, {
        name: 'meta.citation.brief',
        beginCaptures: named('punctuation.definition.citation.begin.brief'),
        endCaptures: named('punctuation.definition.citation.end.brief'),
      }),
      wrapped(re`\((?=${unclosed})`, { name: 'meta.group.brief' }),
    ],
  },
  separator: { name: 'punctuation.separator.item.brief', match: ';' },
  missing: {
    match: re`(?<=[(;])\s{0,4}(?:(${leadIns})\s{0,3})?(${missing})`,
    captures: named('keyword.other.lead-in.brief', 'invalid.illegal.missing-source.brief'),
  },
  /** The second item of `(TASS, May 2; May 3)`, and a date that begins a line. */
  'further-dates': {
    match: re`(?:(?<=;)|^)\s{0,4}(?:(${accessed})\s{1,3})?(${dayList}|${dates})${itemEnd}`,
    captures: named('keyword.other.accessed.brief', dateScope),
  },
  /** The rest of a date that began on the line before. */
  'cut-date': {
    match: re`^\s{0,4}(${day}(?:${dash}${day})?(?:,?\s{0,3}${year})?|${year})${itemEnd}`,
    captures: named(dateScope),
  },
  item: {
    name: 'meta.citation.item.brief',
    begin: re`(?:(?<=[(;])|^)\s{0,4}(?:(${leadIns})[,:]?\s{1,3})?(?=${sourced})`,
    beginCaptures: named('keyword.other.lead-in.brief'),
    end: '(?=[;)])|$',
    patterns: include('date', 'stray-stop', 'atoms', 'place', 'short-form', 'comma', 'name'),
  },
  date: {
    match: re`(?<=[\s,;])(?:(${accessed})\s{1,3})?(${dayList}${itemEnd}|${dates}${itemEnd}|(?:${weekday},?\s{0,3})?${month}(?=\s*$))`,
    captures: named('keyword.other.accessed.brief', dateScope),
  },
  'stray-stop': { name: 'punctuation.terminator.brief', match: re`\.(?=\s{0,3}(?:[;)]|$))` },
  comma: { name: 'punctuation.separator.comma.brief', match: ',' },
  place: {
    name: 'meta.place.brief',
    match: re`(\[)([^\[\]]{1,80})(\])`,
    captures: named('punctuation.definition.place.begin.brief', '', 'punctuation.definition.place.end.brief'),
  },
  'short-form': {
    name: 'meta.short-form.brief',
    match: re`(\()([^()]{0,500})(\))`,
    captures: named(
      'punctuation.definition.short-form.begin.brief',
      source,
      'punctuation.definition.short-form.end.brief',
    ),
  },
  /** Words of a source, up to its date. */
  name: {
    patterns: [
      {
        match: re`(?<![\p{L}\p{N}*_])(\*\*?|__?)([^\s*_,;()\[\]][^*_,;()\[\]]{0,200})(\1)(?![\p{L}\p{N}*_])`,
        captures: named(
          'punctuation.definition.emphasis.brief',
          `markup.italic.brief ${source}`,
          'punctuation.definition.emphasis.brief',
        ),
      },
      {
        name: source,
        match: re`[^\s,;()\[\]*]{1,120}(?:\s{1,3}(?!(?:${accessed}\s{1,3})?${dates}${itemEnd})[^\s,;()\[\]*]{1,120}){0,24}`,
      },
    ],
  },
};

const grammar = {
  information_for_contributors: ['Generated by scripts/grammar.mjs; change that, then run `node scripts/grammar.mjs`.'],
  name: 'Brief',
  scopeName: 'text.brief',
  fileTypes: ['brief', 'brief.md', 'brief.txt'],
  patterns: include('front-matter', 'heading', 'wrapped', 'inline'),
  repository,
};

const text = `${JSON.stringify(grammar, undefined, 2)}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error(
      'syntaxes/brief.tmLanguage.json is out of date: run `node scripts/grammar.mjs` and commit the result.',
    );
    process.exitCode = 1;
  }
} else writeFileSync(target, text);
