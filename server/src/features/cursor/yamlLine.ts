/** One line of YAML up to the cursor: which field it is in. Not a YAML parser, because the line is incomplete. */

import { indentationOf } from './yamlLines.ts';

export interface YamlLine {
  /** The column of the first character after indentation and dashes. */
  readonly column: number;
  /** The columns of the dashes before that. */
  readonly dashes: readonly number[];
  /**
   * The fields on this line that enclose the cursor, outermost first. In a list of values, the last one is the list's.
   */
  readonly path: readonly string[];
  readonly expects: 'key' | 'value';
  /** The start of the typed text, after an opening quotation mark. */
  readonly start: number;
  readonly quote: string;
  /** Whether the cursor directly follows a colon or dash, after which YAML requires a space. */
  readonly needsSpace: boolean;
  /** Whether the cursor is inside `{ }` or `[ ]`. */
  readonly isInFlow: boolean;
  /** The fields before the cursor in the same braces. */
  readonly precedingKeys: readonly string[];
}

interface Frame {
  readonly kind: 'block' | 'map' | 'list';
  key: string | undefined;
  readonly keys: string[];
}

/** Reads a line up to the cursor; undefined inside a comment and after a complete value. */
export function readYamlLine(before: string): YamlLine | undefined {
  const { column, dashes } = indentationOf(before);
  const stack: Frame[] = [{ kind: 'block', key: undefined, keys: [] }];
  let start = -1;
  let isComplete = false;
  for (let at = before.startsWith('\uFEFF') ? column + 1 : column; at < before.length; at++) {
    const char = before[at]!;
    const frame = stack.at(-1)!;
    const isInFlow = frame.kind !== 'block';
    const isSpace = char === ' ' || char === '\t';
    if (char === '#' && /[ \t]|^$/.test(before[at - 1] ?? '')) return undefined;
    if (isInFlow && (char === ',' || char === '}' || char === ']')) {
      if (char === ',') frame.key = frame.kind === 'map' ? undefined : frame.key;
      else stack.pop();
      isComplete = char !== ',';
      start = -1;
    } else if (char === ':' && start >= 0 && frame.key === undefined && endsKey(before[at + 1])) {
      frame.key = unquote(before.slice(start, at).trim());
      frame.keys.push(frame.key);
      start = -1;
      isComplete = false;
    } else if (start < 0 && !isSpace) {
      if (char === '{') stack.push({ kind: 'map', key: undefined, keys: [] });
      else if (char === '[') stack.push({ kind: 'list', key: '', keys: [] });
      else {
        start = at;
        if (char === '"' || char === "'") {
          const end = findClosingQuote(before, at);
          if (end < 0) return createLine(at + 1, char);
          at = end;
        }
      }
    }
  }
  if (isComplete && start < 0) return undefined;
  return createLine(start < 0 ? before.length : start, '');

  function createLine(from: number, quote: string): YamlLine {
    const frame = stack.at(-1)!;
    return {
      column,
      dashes,
      path: stack.flatMap(({ key }) => key || []),
      expects: frame.key === undefined ? 'key' : 'value',
      start: from,
      quote,
      needsSpace: from === before.length && quote === '' && /[:-]$/.test(before),
      isInFlow: frame.kind !== 'block',
      precedingKeys: frame.keys,
    };
  }
}

function endsKey(char: string | undefined): boolean {
  return char === undefined || char === ' ' || char === '\t';
}

function findClosingQuote(text: string, open: number): number {
  const quote = text[open]!;
  for (let at = open + 1; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}

function unquote(key: string): string {
  return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key;
}
