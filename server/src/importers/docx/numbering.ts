/** The labels of list items, which Word computes from the numbering of the file. */

import { childrenOf, type Element, find } from '../../base/markup.ts';
import { toRoman } from '../../base/text/numerals.ts';
import { valOf } from './styles.ts';

/** The label of the next item of a list: `-`, `3.`, `[3]`, `iv.`. Each call counts on. */
export type NextLabel = (list: string, level: number) => string;

interface Level {
  readonly format: string;
  /** The text around the numbers: `%1.%2.` */
  readonly text: string;
  readonly start: number;
}

const MAX_LEVELS = 9;

export function readNumbering(root: Element | undefined): NextLabel {
  const abstracts = new Map<string, Element>();
  for (const one of root ? childrenOf(root, 'abstractNum') : [])
    abstracts.set(one.attributes.get('abstractNumId') ?? '', one);
  const lists = new Map<string, { readonly counter: string; readonly levels: ReadonlyMap<string, Level> }>();
  for (const list of root ? childrenOf(root, 'num') : []) {
    const id = list.attributes.get('numId') ?? '';
    const abstract = valOf(find(list, 'abstractNumId')) ?? '';
    const overrides = childrenOf(list, 'lvlOverride');
    const levels = readLevels(abstracts.get(abstract));
    for (const override of overrides) {
      const at = override.attributes.get('ilvl') ?? '';
      const level = find(override, 'lvl');
      const before = level ? readLevel(level) : levels.get(at);
      const start = Number(valOf(find(override, 'startOverride')) ?? before?.start);
      if (before) levels.set(at, { ...before, start });
    }
    // Lists of one numbering count on, unless one starts anew.
    lists.set(id, { counter: overrides.length > 0 ? `list ${id}` : abstract, levels });
  }
  const counters = new Map<string, number[]>();
  return (list, level) => {
    const { counter, levels } = lists.get(list) ?? { counter: '', levels: new Map<string, Level>() };
    const own = levels.get(String(level));
    if (!own || own.format === 'bullet' || own.format === 'none') return '-';
    const counts = counters.get(counter) ?? [];
    counters.set(counter, counts);
    const depth = Math.min(level, MAX_LEVELS - 1);
    counts.length = Math.min(counts.length, depth + 1);
    for (let at = 0; at <= depth; at++) counts[at] ??= (levels.get(String(at))?.start ?? 1) - (at === depth ? 1 : 0);
    counts[depth]! += 1;
    const label = own.text.replace(/%([1-9])/g, (_, at: string) =>
      formatNumber(counts[Number(at) - 1] ?? 1, levels.get(String(Number(at) - 1))?.format ?? 'decimal'),
    );
    return label.trim() || '-';
  };
}

function readLevels(abstract: Element | undefined): Map<string, Level> {
  const levels = abstract ? childrenOf(abstract, 'lvl') : [];
  return new Map(levels.map((level) => [level.attributes.get('ilvl') ?? '', readLevel(level)]));
}

function readLevel(level: Element): Level {
  return {
    format: valOf(find(level, 'numFmt')) ?? 'decimal',
    text: valOf(find(level, 'lvlText')) ?? '%1.',
    start: Number(valOf(find(level, 'start')) ?? 1) || 0,
  };
}

function formatNumber(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return toLetters(number);
    case 'upperLetter':
      return toLetters(number).toUpperCase();
    case 'lowerRoman':
      return toRoman(number) ?? String(number);
    case 'upperRoman':
      return (toRoman(number) ?? String(number)).toUpperCase();
    default:
      return String(number);
  }
}

/** a … z, aa … zz, as Word counts. */
function toLetters(number: number): string {
  if (number < 1) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(10, Math.ceil(number / 26)));
}
