/** Random texts of briefs, registries and configurations, and random edits of them. */

/** @typedef {import('../../bench/random.mjs').Random} Random */

const BRIEF_PIECES = [
  'JNIM left (TASS, May 3). ',
  'It stayed (, May 4). ',
  'ISKP said so (RBC, 4 May 2021; TASS, May 5). ',
  '[They](group:jnim) met [Kabul](place:kabul). ',
  '[TASS](src:tass-1) ',
  'As shown [@tass-1; @rbc-2]. ',
  'It is likely that the UN and ISKP agree with high confidence. ',
  'A note.[^1] ',
  '\n[^1]: TASS, May 3, 2021.\n',
  '\n\n',
  '\n\n# Heading\n\n',
  '\n- an item (RFE/RL, September 5)\n',
  '\n> quoted (TASS,\n> 3 May 2021)\n',
  '---\ndate: 2021-09-24\nprofile: release\n---\n\n',
  '---\nentities:\n  - { id: own, type: group, name: Own Group }\n---\n',
  'Own Group. ',
  '<!-- brief-ignore missing-source -->\n',
  '(',
  ')',
  '[',
  '](',
  '\r\n',
  '\u200b',
  '\ud83d',
  '\udc00',
  '😀',
  'é',
  'Тасс ',
  '“',
  '`',
  'A',
];
const ENTRY_PIECES = [
  'entities:\n',
  'references:\n',
  '  - { id: jnim, type: group, name: JNIM }\n',
  '  - { id: iskp, type: group, name: ISKP, aliases: [IS-K, Khorasan], part_of: jnim }\n',
  '  - { id: kabul, type: place, name: Kabul }\n',
  '  - { id: tass, type: media, name: TASS, reliability: C }\n',
  '  - { id: rbc, type: media, name: RBC }\n',
  '  - { id: tass-1, title: A report, container-title: TASS, issued: 2021-05-03 }\n',
  '  - { id: rbc-2, title: Another, container-title: RBC, issued: 2021-05-04, URL: "https://example.org/2" }\n',
  '  - id: jnim\n    type: group\n    name: The same id\n',
  'types:\n  - { id: unit, name: Unit }\n',
  '# brief-ignore unused-source\n',
  '    name: ',
  '  - ',
  '{',
  '"',
  ': ',
  '\n',
];
const CONFIGS = [
  'profile: release\n',
  'rules: { missing-source: off }\n',
  'exclude: [sub/]\n',
  'exclude: ["b*.brief"]\nprofile: draft\n',
  'style: { dates: 5 September }\n',
  'profile: [\n',
  '',
];

/** @param {Random} random @param {string} name */
export function randomText(random, name) {
  if (name.endsWith('.briefmark.yaml')) return random.pick(CONFIGS);
  const pieces = name.endsWith('.yaml') ? ENTRY_PIECES : BRIEF_PIECES;
  const start = name.endsWith('sources.yaml') ? 'references:\n' : name.endsWith('.yaml') ? 'entities:\n' : '';
  return start + Array.from({ length: random.below(12) }, () => random.pick(pieces)).join('');
}

/**
 * A replacement somewhere in a text, in offsets.
 * @param {Random} random @param {string} name @param {string} text
 */
export function randomEdit(random, name, text) {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + (random.happens(0.5) ? 0 : random.below(30)));
  const pieces = name.endsWith('.yaml') ? ENTRY_PIECES : BRIEF_PIECES;
  return { start, end, text: random.happens(0.3) ? '' : random.pick(pieces) };
}

/** The position of an offset, in LSP terms: lines end with `\n`, `\r\n` or `\r`. @param {string} text @param {number} offset */
export function positionAt(text, offset) {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  const line = lines.length - 1;
  return { line, character: lines[line]?.length ?? 0 };
}
