/** The words of a value of BibTeX without TeX: its accents, symbols, dashes, quotation marks and braces. */

import texSymbols from './texSymbols.json' with { type: 'json' };

const accents: ReadonlyMap<string, string> = new Map(Object.entries(texSymbols.accents));
const symbols: ReadonlyMap<string, string> = new Map(Object.entries(texSymbols.symbols));

/** What most values have none of. */
const hasTex = /[\\{}$~`]|--|''/;
const commandName = /[A-Za-z]+\*?|[\s\S]/y;
/** Commands whose first argument is not shown. */
const HIDING: ReadonlySet<string> = new Set(
  'vphantom phantom hphantom label footnote noopsort href textcolor foreignlanguage'.split(' '),
);
const NAMES: ReadonlyMap<string, string> = new Map([
  ['TeX', 'TeX'],
  ['LaTeX', 'LaTeX'],
  ['BibTeX', 'BibTeX'],
  ['textasciigrave', '`'],
  ['space', ' '],
  ['newline', ' '],
  ['\\', ' '],
  [' ', ' '],
  ['\n', ' '],
  ['-', ''],
]);

/** The text that a value of BibTeX shows, on one line. */
export function plainText(tex: string): string {
  const text = hasTex.test(tex) ? withoutTex(tex) : tex;
  return text.replace(/\s+/g, ' ').trim();
}

/** An address, an identifier: TeX in it is only what older files need to write it at all. */
export function verbatimText(tex: string): string {
  const inner = /^\s*\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}\s*$/.exec(tex)?.[1] ?? tex;
  return inner
    .replace(/\\([%_&#$~{}])/g, '$1')
    .replace(/\\textasciitilde(?:\{\}|\s)?|\{\\textasciitilde\}/g, '~')
    .replace(/^\{(.*)\}$/s, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutTex(tex: string): string {
  let out = '';
  let at = 0;
  let isMath = false;
  /** Accents that wait for their letter. */
  let marks = '';
  const write = (text: string) => {
    if (marks === '' || text === '') {
      out += text;
      return;
    }
    const letter = String.fromCodePoint(text.codePointAt(0)!);
    // Accents on dotless letters are written for letters with a dot.
    const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
    out += (base + marks).normalize('NFC') + text.slice(letter.length);
    marks = '';
  };
  while (at < tex.length) {
    const char = tex[at]!;
    if (char === '\\') {
      commandName.lastIndex = at + 1;
      const name = commandName.exec(tex)?.[0] ?? '';
      at += 1 + name.length;
      // The space behind a command of letters ends its name.
      if (/^[A-Za-z]/.test(name)) at = skipSpaces(tex, at);
      const accent = accents.get(name);
      if (accent !== undefined) {
        marks = accent + marks;
        at = skipSpaces(tex, at);
      } else if (HIDING.has(name.toLowerCase())) at = endOfGroup(tex, at);
      else write(NAMES.get(name) ?? symbols.get(name) ?? '');
      continue;
    }
    at++;
    if (char === '{') continue;
    if (char === '}') {
      // `\c{}` has no letter to stand on.
      marks = '';
    } else if (char === '$') isMath = !isMath;
    else if (isMath && (char === '^' || char === '_')) continue;
    else if (char === '~') write(' ');
    else if (char === '-' && tex[at] === '-') {
      const isLong = tex[at + 1] === '-';
      at += isLong ? 2 : 1;
      write(isLong ? '—' : '–');
    } else if ((char === '`' || char === "'") && tex[at] === char) {
      at++;
      write(char === '`' ? '“' : '”');
    } else if (char === '`') write('‘');
    else if (marks !== '' && /\s/.test(char)) continue;
    else {
      const code = tex.codePointAt(at - 1)!;
      if (code > 0xffff) at++;
      write(String.fromCodePoint(code));
    }
  }
  return out;
}

function skipSpaces(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\s/.test(text[end]!)) end++;
  return end;
}

/** The offset behind the group that begins at `at`; `at` itself if none does. */
function endOfGroup(text: string, at: number): number {
  if (text[at] !== '{') return at;
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === '{') depth++;
    else if (text[end] === '}' && --depth === 0) return end + 1;
  }
  return text.length;
}
