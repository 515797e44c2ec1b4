/** Extreme briefs: the longest line, the deepest nesting, the most findings, headings and names. */
import { writeBrief } from './briefs.mjs';
import { createRandom } from './random.mjs';

/**
 * @typedef {object} Extreme
 * @property {string} name
 * @property {string} text
 * @property {string} known a name in the registries
 * @property {string} [entities] a registry to use instead of the world's
 * @property {'registry'} [typingIn] where the keystrokes go, if not into the brief
 */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** @param {import('./world.mjs').World} world @param {boolean} quick a tenth of the size @returns {Extreme[]} */
export function createExtremes(world, quick) {
  const scale = quick ? 0.1 : 1;
  const times = (/** @type {number} */ count) => Math.round(count * scale);
  const repeat = (/** @type {number} */ count, /** @type {(index: number) => string} */ make, between = '') =>
    Array.from({ length: times(count) }, (_, index) => make(index)).join(between);
  const said = (/** @type {number} */ count) => times(count).toLocaleString('en');
  const { entities, aliases } = manyEntities(times(20_000));
  const known = world.probe.name;
  /** @type {Omit<Extreme, 'known'>[]} */
  const prose = [
    { name: `one line of ${5 * scale} MB`, text: oneLine(writeBrief(world, 1, times(5_000_000))) },
    {
      name: `${said(20_000)} citations in one paragraph`,
      text: `It began ${repeat(20_000, (index) => `here${citationOf(world, index)} and went on`, ' ')} there.\n`,
    },
    {
      name: `${said(50_000)} findings`,
      text: repeat(50_000, (index) => `The harvest of the year ${index} failed (, May 4).\n`, '\n'),
    },
    {
      name: `${said(100_000)} headings`,
      text: repeat(100_000, (index) => `${'#'.repeat((index % 6) + 1)} The quiet port of ${index}\n`),
    },
    {
      name: 'brackets, deep',
      text: ['(', '[', '([', '[(', '`(', '[@', '(a ']
        .map((open) => `${repeat(20_000, () => open)} words stand between ${repeat(20_000, () => ')]')}\n`)
        .join(' and so on '),
    },
  ];
  const [alias = ''] = aliases;
  return [
    ...prose.map((extreme) => ({ ...extreme, known })),
    {
      name: `${said(20_000)} entities, ${said(100_000)} aliases`,
      text: mentions(aliases, times(1_000_000)),
      known: alias,
      entities,
    },
    {
      name: 'the same, typing in their registry',
      text: mentions(aliases, times(10_000)),
      known: alias,
      entities,
      typingIn: 'registry',
    },
  ];
}

/** @param {string} text */
function oneLine(text) {
  return `${text
    .slice(text.indexOf('\n## '))
    .replace(/\n+(?:## )?/g, ' ')
    .trim()}\n`;
}

/** @param {import('./world.mjs').World} world @param {number} index */
function citationOf({ reports }, index) {
  const report = reports[index % reports.length];
  return report ? ` (${report.outlet}, March ${report.day})` : '';
}

/** Entities with five aliases each, made of words with similar beginnings. @param {number} count */
function manyEntities(count) {
  const random = createRandom(count);
  const word = () => {
    const letters = Array.from({ length: 3 + random.below(6) }, () => random.pick([...LETTERS])).join('');
    return letters.charAt(0).toUpperCase() + letters.slice(1);
  };
  /** @type {string[]} */
  const aliases = [];
  const entries = Array.from({ length: count }, (_, index) => {
    const own = Array.from({ length: 5 }, (_, nth) => `${word()} ${word()} ${index}${nth}`);
    aliases.push(...own);
    return `  - id: e-${index}\n    type: org\n    name: ${word()} Office ${index}\n    aliases: [${own.join(', ')}]\n`;
  });
  return { entities: `entities:\n${entries.join('')}`, aliases };
}

/** @param {readonly string[]} aliases @param {number} length */
function mentions(aliases, length) {
  const random = createRandom(length);
  const parts = [];
  for (let written = 0; written < length; ) {
    const said = `The office of ${random.pick(aliases)} met ${random.pick(aliases)} and then it went on (AFP, May 3).\n\n`;
    parts.push(said);
    written += said.length;
  }
  return parts.join('');
}
