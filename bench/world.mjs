/** The invented entities and sources of the benchmark’s briefs, the same in every run, and their registries. */
import { createRandom } from './random.mjs';

/**
 * @typedef {{ id: string, type: string, name: string, alias: string }} Entity
 * @typedef {{ outlet: string, month: number, day: number }} Report
 * @typedef {object} World
 * @property {readonly Entity[]} entities 150 with one alias each: 300 known names
 * @property {readonly Entity[]} media those of them that are outlets
 * @property {readonly Report[]} reports
 * @property {Entity} probe mentioned once in every brief, and nowhere else
 * @property {{ entities: string, sources: string }} yaml
 */

export const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
/** Every brief is dated the last day of this year and every report a day in it, so a month and a day are unambiguous. */
export const YEAR = 2023;
/** Briefs cite what is recent: the reports are of the last ten months. */
const [FIRST_MONTH, MONTHS_CITED] = [3, 10];

const REPORTS_PER_OUTLET = 20;
const ONSETS = 'b d dr f g gh h j k kh l m n q r s sh t tr v y z'.split(' ');
const VOWELS = 'a e i o u aa ai ou'.split(' ');
const CODAS = ['', '', 'n', 'r', 'sh', 'k', 'l', 'm'];
const SCRIPTS = ['абвгдежзиклмнопрст', 'ابتثجحخدذرزسشصض', '安北东方国海和江林明南平西'];
/** @type {readonly [type: string, count: number, forms: readonly string[]][]} */
const KINDS = [
  ['person', 40, ['W W', 'W al-W', 'W W W']],
  ['org', 30, ['Ministry of W Affairs', 'W Border Service', 'Council of W Elders', 'W Grain Company']],
  ['group', 20, ['W Brigade', 'Front for the Liberation of W', 'Sons of W']],
  ['place', 20, ['W', 'Port W', 'W Valley']],
  ['media', 40, ['W Times', 'Radio W', 'W Monitor', 'The W Herald', 'WPress']],
];

/** @param {number} [seed] @returns {World} */
export function createWorld(seed = 20240315) {
  const random = createRandom(seed);
  const used = new Set();
  const word = () => {
    while (true) {
      const syllables = Array.from({ length: 2 + random.below(2) }, () => random.pick(ONSETS) + random.pick(VOWELS));
      const made = syllables.join('') + random.pick(CODAS);
      if (!used.has(made) && used.add(made)) return made.charAt(0).toUpperCase() + made.slice(1);
    }
  };
  const entities = KINDS.flatMap(([type, count, forms]) =>
    Array.from({ length: count }, (_, index) => {
      const name = random.pick(forms).replace(/W/g, word);
      return { id: `${type}-${index + 1}`, type, name, alias: aliasOf(type, name, random, word) };
    }),
  );
  const probe = { id: 'probe', type: 'org', name: `${word()} Relief Committee`, alias: word() };
  const media = entities.filter(({ type }) => type === 'media');
  const reports = media.flatMap(({ name }) =>
    // Two of one outlet never share a day.
    Array.from({ length: REPORTS_PER_OUTLET }, (_, index) => ({
      outlet: name,
      month: FIRST_MONTH + (index % MONTHS_CITED),
      day: (index < MONTHS_CITED ? 1 : 15) + random.below(13),
    })),
  );
  const yaml = { entities: entitiesYaml([...entities, probe]), sources: sourcesYaml(reports) };
  return { entities, media, reports, probe, yaml };
}

/** @param {string} type @param {string} name @param {import('./random.mjs').Random} random @param {() => string} word */
function aliasOf(type, name, random, word) {
  if (type === 'media') return `${name.replace(/\W/g, '').toLowerCase()}.example`;
  if (type === 'org') return [...word().slice(0, 4), ...word().slice(0, 1)].join('').toUpperCase();
  if (random.happens(0.5)) return word();
  const script = random.pick(SCRIPTS);
  return Array.from({ length: 4 + random.below(5) }, () => random.pick([...script])).join('');
}

/** @param {readonly Entity[]} entities */
function entitiesYaml(entities) {
  const entries = entities.map(
    ({ id, type, name, alias }) =>
      `  - id: ${id}\n    type: ${type}\n    name: ${name}\n    aliases: ["${alias}"]\n` +
      `    description: Known as ${name} in what is written about it.\n`,
  );
  return `entities:\n${entries.join('')}`;
}

/** @param {readonly Report[]} reports */
function sourcesYaml(reports) {
  const entries = reports.map(({ outlet, month, day }, index) => {
    const issued = `${YEAR}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return (
      `  - id: report-${index + 1}\n    type: article-newspaper\n    title: What was said of the matter\n` +
      `    container-title: ${outlet}\n    issued: ${issued}\n    URL: https://news.example/${index + 1}\n`
    );
  });
  return `references:\n${entries.join('')}`;
}
