import { check, checkTitles } from './check.ts';

const NOTE = 'Convert to a note';
const WORDS = 'Convert to outlet and date, in words';
const all = (title: string) => `${title}, all in this brief`;

check(
  'words → note, behind the stop; its items stay as they are',
  'It fell (see TASS, M|ay 1; Dawn, May 2, p. 4). It rose.[^1]\n\n[^1]: AFP, May 3, 2021.',
  NOTE,
  'It fell.[^1] It rose.[^2]\n\n[^1]: see TASS, May 1; Dawn, May 2, p. 4.\n\n[^2]: AFP, May 3, 2021.',
);
check(
  'the marks of a quotation do not get into the note',
  '> It fell (TASS,\n> M|ay 1, 2021).',
  NOTE,
  '> It fell.[^1]\n\n[^1]: TASS, May 1, 2021.',
);
check(
  'key → note, in the words of the registry',
  'It fell [@toi-1|, p. 3], they say.',
  NOTE,
  'It fell,[^1] they say.\n\n[^1]: Times of India, “Kabul falls,” December 13, 2019, p. 3.',
);
check(
  'note → words; the other notes are renumbered',
  'It fell.[1]| It rose.[2] It stood.[3]\n\n[1] TASS, May 1, 2021, p. 4.\n[2] Dawn, May 2, 2021.\n[3] Ibid., p. 3.',
  WORDS,
  'It fell (TASS, May 1, 2021, p. 4). It rose.[1] It stood.[2]\n\n[1] Dawn, May 2, 2021.\n[2] Ibid., p. 3.',
);
check(
  'note → words, where the next note repeats it',
  'It fell.[1]| It rose.[2] It stood.[3]\n\n[1] TASS, May 1, 2021, p. 4.\n[2] Ibid., p. 3.\n[3] AFP, May 2, 2021.',
  WORDS,
  'It fell (TASS, May 1, 2021, p. 4). It rose.[1] It stood.[2]\n\n[1] TASS, May 1, 2021, p. 3.\n[2] AFP, May 2, 2021.',
);
check(
  'note → key, from the note',
  'It fell.[^1]\n\n[^1]: See Times of In|dia, “Kabul falls,” December 13, 2019, p. 3.',
  'Convert to citation keys',
  'It fell [see @toi-1, p. 3].',
);
check(
  'note → tag',
  'It fell.[^1|]\n\n[^1]: RFE/RL, September 5, 2021.',
  'Convert to outlet and date, with source tags',
  'It fell ([RFE/RL](src:rferl-1), September 5).',
);
check(
  'ibid. is written out where another citation comes before it',
  'It fell (TASS, M|ay 1; Dawn, May 2). It rose (ibid., p. 3).',
  NOTE,
  'It fell.[^1] It rose (Dawn, May 2, p. 3).\n\n[^1]: TASS, May 1; Dawn, May 2.',
);
check(
  'all words → notes',
  'It fell (TASS, M|ay 1). It rose.[^1] It stood (Dawn, May 2), and fell (ibid.).\n\n[^1]: AFP, May 3, 2021.',
  all(NOTE),
  'It fell.[^1] It rose.[^2] It stood,[^3] and fell.[^4]\n\n[^1]: TASS, May 1.\n\n[^2]: AFP, May 3, 2021.\n\n[^3]: Dawn, May 2.\n\n[^4]: Dawn, May 2.',
);
check(
  'all notes → words, but those that only explain',
  'It fell.[1] It rose.[2|] It stood.[3]\n\n[1] TASS, May 1, 2021.\n[2] Dawn, May 2, 2021.\n[3] Harbor mines are devices that float.\n[4] AFP, May 4, 2021.',
  all(WORDS),
  'It fell (TASS, May 1, 2021). It rose (Dawn, May 2, 2021). It stood.[1]\n\n[1] Harbor mines are devices that float.\n[2] AFP, May 4, 2021.',
);
check(
  'all but those in headings',
  '## The port (TASS, May 1)\n\nIt fell (TASS, M|ay 1). It rose (Dawn, May 2).',
  all(NOTE),
  '## The port (TASS, May 1)\n\nIt fell.[^1] It rose.[^2]\n\n[^1]: TASS, May 1.\n\n[^2]: Dawn, May 2.',
);
checkTitles('nothing for a note that only explains', 'It fell.[^1|]\n\n[^1]: Harbor mines are devices that float.', []);
checkTitles(
  'nothing for a note that explains and cites',
  'It fell.[^1|]\n\n[^1]: The army denied it. TASS, May 1, 2021.',
  [],
);
checkTitles('nothing for a lost note', 'It fell.[^1|]', []);
