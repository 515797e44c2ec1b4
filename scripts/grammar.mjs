/**
 * Writes syntaxes/brief.tmLanguage.json: `node scripts/grammar.mjs`; `--check` only reports whether that file is up to date.
 *
 * A TextMate grammar sees one line at a time and has no memory, so it approximates docs/format.md; the server is exact. In
 * case of doubt, the grammar does not match: it may miss a citation, but should not invent one.
 *
 * Every expression takes time linear in the line: repetition is bounded, alternatives begin differently or are atomic
 * `(?>…)`, and lookaheads stop at the next parenthesis or bracket that they do not allow. No `\G`, which prevents
 * vscode-textmate from caching matches, and no patterns inside captures, which copy the line up to the capture.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import {
  accessed,
  anyItem,
  balanced,
  dash,
  dates,
  day,
  dayList,
  itemEnd,
  key,
  leadIns,
  missing,
  month,
  paragraphEnd,
  plainDay,
  re,
  ruleCode,
  sourced,
  surface,
  unclosed,
  weekday,
  year,
} from './grammar/expressions.mjs';
import { dateScope, emphasis, include, named, source, tag, wrapped } from './grammar/rules.mjs';

const target = new URL('../syntaxes/brief.tmLanguage.json', import.meta.url);

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
      'leftover',
      'placeholder',
      'lost',
      'tag',
      'empty-link',
      'link',
      'keys',
      'footnote',
      'wide',
      'ibid',
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
  /** `[text]()`, `[text](https://)` */
  'empty-link': {
    name: 'meta.link.inline.brief',
    match: re`(?<!!)(\[)([^\[\]]{1,300})(\])(\((?:<>|#|https?://|URL)?\))`,
    captures: named(
      'punctuation.definition.link.begin.brief',
      'string.other.link.title.brief',
      'punctuation.definition.link.middle.brief',
      'invalid.illegal.missing-source.brief',
    ),
  },
  /** Asks for a source: `[citation needed]`, `(source: ???)`. */
  placeholder: {
    name: 'invalid.illegal.placeholder.brief',
    match: re`(?<!\[)\[(?:\*\*)?(?i:citations?\sneeded|sources?\?|source\s(?:needed|tbd|tbc|missing)|(?:add|insert)\ssource|link(?:\s(?:to\scome|here|needed))?|tk|@?todo|\?{2,5})(?:\*\*)?\](?![(:\[\]])|\((?i:sources?\s?:?\s?(?:\?{1,5}|tbd|tbc)|outlet,\smonth\sday|author,\syear)\)|\{\{(?i:citation\sneeded)\}\}|\{Citation\}|\\cite\{\}`,
  },
  /** What a chat assistant leaves behind. */
  leftover: {
    name: 'invalid.illegal.leftover.brief',
    match: re`【\d{1,4}(?::\d{1,4})?†[^】]{0,80}】|:contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?|\[cite_start\]|\[cite:\s?\d{1,4}(?:,\s?\d{1,4}){0,20}\]|cite(?:turn\d{1,4}[a-z]{1,12}\d{1,4}){1,20}`,
  },
  /** `[1]: https://…` */
  definition: {
    match: re`^\s{0,3}(\[)([^\[\]^]{1,40})(\])(:)(?=\s{0,4}<?https?://)`,
    captures: named(
      'punctuation.definition.link.begin.brief',
      'constant.other.reference.link.brief',
      'punctuation.definition.link.end.brief',
      'punctuation.separator.link.brief',
    ),
  },
  /** `Source: TASS, 3 May`; `Source: , 3 May` has lost its source. */
  'source-line': {
    match: re`^\s{0,8}(?:[-*+]\s)?(?:\*\*)?((?i:sources?|quellen?|fuentes?|fontes?|источники?|kaynak(?:lar)?|المصدر))\s?(:)(?:\*\*)?(?:\s{1,4}(,\s?[^,;]{3,40})$)?`,
    captures: named(
      'keyword.other.credit.brief',
      'punctuation.separator.credit.brief',
      'invalid.illegal.missing-source.brief',
    ),
  },
  /** `Source: TASS, 3 May` with its source and date, `[4] , 3 May`, `— , 3 May` */
  line: {
    patterns: [
      {
        begin: re`^\s{0,8}(?:[-*+]\s)?((?i:sources?|quellen?|fuentes?|fontes?))\s?(:)\s{1,4}(?=[^,\s].{1,300},\s?${plainDay}\s*$)`,
        beginCaptures: named('keyword.other.credit.brief', 'punctuation.separator.credit.brief'),
        end: '$',
        patterns: include('separator', 'date', 'stray-stop', 'atoms', 'place', 'short-form', 'comma', 'name'),
      },
      {
        match: re`(?:^\s{0,3}(?:(\[\^?[\p{L}\d_-]{1,40}\]:?)|[—–])|(?<=[.!?”"]\s)[—–])\s{1,3}(,\s?${plainDay})\s*$`,
        captures: named('constant.numeric.footnote.brief', 'invalid.illegal.missing-source.brief'),
      },
    ],
  },
  footnote: {
    patterns: [
      {
        name: 'constant.numeric.footnote.brief',
        match: re`(\[)(?:\^[^\[\]\s]{1,80}|(?:(?:foot|end)?note\s)?\d{1,4}(?:\s?[,–-]\s?\d{1,4}){0,20}|[ivxlc]{1,8})(\])(:(?=\s)|(?!\())`,
        captures: named(
          'punctuation.definition.footnote.begin.brief',
          'punctuation.definition.footnote.end.brief',
          'punctuation.separator.footnote.brief',
        ),
      },
      {
        name: 'constant.numeric.footnote.brief',
        match: re`(<sup>)\s?(?:\d{1,4}|[ivxlc]{1,8}|[a-z])\s?(</sup>)`,
        captures: named('punctuation.definition.footnote.begin.brief', 'punctuation.definition.footnote.end.brief'),
      },
      {
        name: 'constant.numeric.footnote.brief',
        match: re`(?<=\p{L}{3}|[.,;:!?”"’)])(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|\^\d{1,4}\^)(?![\p{L}⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹])|(?<=\p{Ll}{2}[.,;:!?”"’)])[ᵃ-ᵛᶜʰ](?!\p{L})|(?<=\p{Ll}{2}[.,;:!?”"’)]?)[†‡]{1,3}(?=[\s.,;:)]|$)|^\s{0,3}(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|[†‡]{1,3})(?=\s{1,3}\S)`,
      },
      {
        begin: re`(\^\[)(?=[^\[\]]{1,600}\])`,
        beginCaptures: named('constant.numeric.footnote.brief'),
        end: re`(\])|$`,
        endCaptures: named('constant.numeric.footnote.brief'),
        patterns: include('atoms', 'address', 'emphasis'),
      },
    ],
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
  /** What is left of a citation, or of a marker, whole: `(via )`, `( May 3)`, `[](https://…)`, `closed.[]` */
  lost: {
    name: 'invalid.illegal.missing-source.brief',
    match: re`\((?:\s?,\s?|(?i:via|h/t|see|siehe)[\s:]{1,2}|(?:\s{1,3}(?=[^()?]{1,40}\))|(?=[^()]{1,40}\?))${plainDay}(?:,?\s?\?)?)\)|(?<!!)\[\](?=\(https?://)|(?<=\p{Ll}{2}[.!?]["”’]?)\[\^?\](?![(:\[])|<sup>\s?</sup>`,
  },
  /** Full-width parentheses. */
  wide: {
    name: 'meta.citation.brief',
    begin: re`(（)(?=[^（）]{0,300}，\s?(?:\d{4}年)?${plainDay}\s?[；）])`,
    beginCaptures: named('punctuation.definition.citation.begin.brief'),
    end: re`(）)|$`,
    endCaptures: named('punctuation.definition.citation.end.brief'),
    patterns: [
      {
        name: 'invalid.illegal.missing-source.brief',
        match: re`(?<=[（；])\s?，\s?(?:\d{4}年)?${plainDay}(?=\s?[；）])`,
      },
      { match: re`(?<=，)\s?((?:\d{4}年)?${plainDay})(?=\s?[；）])`, captures: named(dateScope) },
      { name: source, match: re`(?<=[（；])[^（）；，]{1,80}(?=，)` },
      { name: 'punctuation.separator.item.brief', match: '[；，]' },
    ],
  },
  /** A leading one has lost the item before it. */
  separator: {
    patterns: [
      { name: 'invalid.illegal.missing-source.brief', match: re`(?<=\()\s?;` },
      { name: 'punctuation.separator.item.brief', match: ';' },
    ],
  },
  ibid: {
    match: re`(\()((?i:ibid)\.?)(?=(?:,\s[^()]{1,30})?\))`,
    captures: named('punctuation.definition.citation.begin.brief', source),
  },
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
  patterns: include('front-matter', 'heading', 'definition', 'line', 'source-line', 'wrapped', 'inline'),
  repository,
};

/** One line a rule: without indentation the package is smaller. */
const rules = Object.entries(repository).map(([name, rule]) => `${JSON.stringify(name)}:${JSON.stringify(rule)}`);
const text = `${JSON.stringify({ ...grammar, repository: {} }).slice(0, -3)}{\n${rules.join(',\n')}\n}}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error(
      'syntaxes/brief.tmLanguage.json is out of date: run `node scripts/grammar.mjs` and commit the result.',
    );
    process.exitCode = 1;
  }
} else writeFileSync(target, text);
