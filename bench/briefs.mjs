/**
 * Briefs about the invented world, as dense as real ones: a citation about every 300 characters, every tenth malformed,
 * one or two known names in a sentence, headings, some tags. The same seed gives the same brief.
 */
/** @typedef {'parentheses' | 'notes'} Form how a brief cites */
import { createRandom } from './random.mjs';
import { MONTHS, YEAR } from './world.mjs';

/** How many characters of prose precede a citation; the last sentence may exceed it. */
const PROSE_PER_CITATION = 190;
const ADJECTIVES = 'eastern armed quiet sudden costly joint local former public narrow recent informal'.split(' ');
const NOUNS =
  'convoy border ceasefire harvest port garrison election tribunal pipeline delegation market checkpoint'.split(' ');
const VERBS = 'has denied;was said to support;will not comment on;has taken over;keeps away from;may yet lose'.split(
  ';',
);
const LINKS = 'according to residents;for the second time this year;as before;without giving a reason;at night'.split(
  ';',
);
/** `N` a known name, `A` an adjective, `O` a noun, `V` a verb, `L` a linking phrase. */
const SENTENCES = [
  'N V the A O near N, L.',
  'The A O of N is no longer what it was, and N V it.',
  'Few in N expect the O to last; N V a A O instead.',
  '“We have seen the O,” an officer of N said, L.',
  'L, N moved *some* of its people to N.',
  'It remains unclear who paid for the A O.',
];

/**
 * @param {import('./world.mjs').World} world @param {number} seed @param {number} length minimum length of the text
 * @param {string} [probe] words to insert once
 * @param {Form} [form]
 * @returns {string}
 */
export function writeBrief(world, seed, length, probe, form = 'parentheses') {
  const random = createRandom(seed);
  const parts = [`---\ntitle: Brief ${seed}\ndate: ${YEAR}-12-31\n---\n`];
  let written = parts[0]?.length ?? 0;
  let citations = random.below(100);
  /** @type {string[]} */
  const notes = [];
  const add = (/** @type {string} */ text) => {
    parts.push(text);
    written += text.length;
  };
  for (let paragraph = 0; written < length; paragraph++) {
    if (paragraph % 5 === 0) add(`\n## The ${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}\n`);
    add('\n');
    if (paragraph === 0 && probe) add(`${probe} was there first. `);
    for (let statements = 2 + random.below(3); statements > 0; statements--) {
      for (const end = written + PROSE_PER_CITATION; written < end; ) add(`${sentence(world, random)} `);
      parts[parts.length - 1] = /** @type {string} */ (parts.at(-1)).slice(0, -2);
      const words = citation(world, random, citations++);
      if (form === 'notes') notes.push(`[${notes.length + 1}] ${words}\n`);
      add(`${form === 'notes' ? `.[${notes.length}]` : ` (${words}).`}${statements > 1 ? ' ' : ''}`);
    }
    add('\n');
  }
  if (form === 'notes') add(`\n## Notes\n\n${notes.join('')}`);
  return parts.join('');
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random */
function sentence({ entities }, random) {
  const text = random.pick(SENTENCES).replace(/\b[NAOVL]\b/g, (kind) => {
    if (kind === 'A') return random.pick(ADJECTIVES);
    if (kind === 'O') return random.pick(NOUNS);
    if (kind === 'V') return random.pick(VERBS);
    if (kind === 'L') return random.pick(LINKS);
    const { id, type, name, alias } = random.pick(entities);
    const surface = random.happens(0.3) ? alias : name;
    return random.happens(0.05) ? `[${surface}](${type}:${id})` : surface;
  });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a citation says, without parentheses. @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {number} index */
function citation({ reports }, random, index) {
  const items = Array.from({ length: random.happens(0.25) ? 2 : 1 }, () => {
    const { outlet, month, day } = random.pick(reports);
    return { outlet, month: MONTHS[month - 1], day };
  });
  const words = items.map(({ outlet, month, day }) => `${outlet}, ${month} ${day}`).join('; ');
  if (index % 10 !== 9) return words;
  const [{ outlet, month, day }] = /** @type {[typeof items[0] & {}]} */ (items);
  switch (Math.floor(index / 10) % 10) {
    case 0:
      return `Fool’s Gazette, ${month} ${day}`;
    case 1:
      return `${outlet} ${month} ${day}`;
    case 2:
      return `${outlet}, June 31`;
    case 3:
      return `${words};, ${month} ${day}`;
    default:
      return `, ${month} ${day}`;
  }
}
