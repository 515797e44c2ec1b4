/** What the rules of the grammar are made of: names of scopes, includes, and rules of one shape. */
import { id, notScheme, paragraphEnd, re, surface } from './expressions.mjs';

export const source = 'entity.name.function.source.brief';
export const dateScope = 'constant.numeric.date.brief';
/** @param {string[]} names */
export const include = (...names) => names.map((each) => ({ include: `#${each}` }));
/** Names of the captures, from the first on; an empty one leaves its capture without.
 * @param {string[]} names */
export const named = (...names) =>
  Object.fromEntries(names.flatMap((each, index) => (each ? [[index + 1, { name: each }]] : [])));

/** Emphasis closes on its line or is none.
 * @param {string} marks
 * @param {string} scope */
export function emphasis(marks, scope) {
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
export function tag(type, names) {
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

/** A parenthesis that runs over the end of the line. Only what is surely an item is colored.
 * @param {string} begin
 * @param {object} names */
export function wrapped(begin, names) {
  return {
    ...names,
    begin,
    end: re`(\))|(?=\((?![^()\d]{1,60}\)))|${paragraphEnd}`,
    patterns: include('separator', 'missing', 'further-dates', 'cut-date', 'item', 'inline'),
  };
}
