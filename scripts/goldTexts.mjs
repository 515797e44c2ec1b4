/** Texts that people annotated: `NAME.txt` and, there or in a folder beside it whose name ends in `_gold`, `NAME.json` with `entities: [[start, end, type, text, weight], …]`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The annotated types that are names, and the types of entities that are right for them. */
export const RIGHT_TYPES = /** @type {Record<string, string[]>} */ ({
  Person: ['person'],
  Organisation: ['org', 'group', 'media'],
  Location: ['place'],
  Weapon: ['weapon'],
  MilitaryPlatform: ['weapon'],
});
const MIN_WEIGHT = 0.5;

/** @typedef {{ start: number, end: number, type: string }} Annotation */
/** @typedef {[number, number, string, string, number]} AnnotationRow */

/** The texts of these folders or files, with all their annotations. @param {readonly string[]} paths */
export function readGoldTexts(paths) {
  return paths.flatMap(goldFiles).map((path) => ({
    name: basename(path, '.json').slice(0, 50),
    file: path,
    text: new TextDecoder().decode(readFileSync(textOf(path))),
    rows: /** @type {AnnotationRow[]} */ (JSON.parse(readFileSync(path, 'utf8')).entities),
  }));
}

/** @param {string} path @returns {string[]} */
function goldFiles(path) {
  const base = resolve(process.env.INIT_CWD ?? '.', path);
  if (base.endsWith('.json')) return [base];
  const files = readdirSync(base)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(base, name));
  if (files.length > 0) return files.sort();
  const beside = `${base}_gold`;
  return existsSync(beside) ? goldFiles(beside) : [];
}

/** @param {string} path */
function textOf(path) {
  const name = `${basename(path, '.json')}.txt`;
  const folder = dirname(path);
  return [join(folder, name), join(folder.replace(/_gold$/, ''), name)].find(existsSync) ?? join(folder, name);
}

/** Names with a capital that enough annotators agreed on, without those inside another one. @param {[number, number, string, string, number][]} entities @returns {Annotation[]} */
export function goldSpans(entities) {
  const names = entities.filter(
    ([, , type, text, weight]) => type in RIGHT_TYPES && weight >= MIN_WEIGHT && /\p{Lu}/u.test(text),
  );
  const unique = [
    ...new Map(names.map(([start, end, type]) => [`${start} ${end} ${type}`, { start, end, type }])).values(),
  ];
  return unique.filter(
    (one) =>
      !unique.some(
        (other) => other.start <= one.start && one.end <= other.end && other.end - other.start > one.end - one.start,
      ),
  );
}
