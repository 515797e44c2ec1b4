import fc from 'fast-check';
import { test } from 'vitest';

/** `RUNS=5000 npm run test:property -- FILE` checks more inputs, and random ones; `fixedSeed.ts` fixes them otherwise. */
const requestedRuns = Number(process.env.RUNS ?? 0);
export const RUNS = requestedRuns > 0 ? requestedRuns : 50;
const parameters = { numRuns: RUNS };

const TIMEOUT_MS = requestedRuns > 0 ? 3_600_000 : 30_000;

/** A test that the predicate holds for `RUNS` values of the arbitraries; a failure shows the smallest counterexample. */
export function testProperty<T extends [unknown, ...unknown[]]>(
  name: string,
  ...args: [...arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }, predicate: (...values: T) => void]
): void {
  test(name, () => fc.assert(fc.property(...args), parameters), TIMEOUT_MS);
}

/** The same for a predicate that is asynchronous. */
export function testAsyncProperty<T extends [unknown, ...unknown[]]>(
  name: string,
  ...args: [...arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }, predicate: (...values: T) => Promise<void>]
): void {
  test(name, () => fc.assert(fc.asyncProperty(...args), parameters), TIMEOUT_MS);
}

/** The constructs of the format, whole and broken, and whatever else decides how a brief is read. */
const constructs = [
  ...[
    '(TASS, May 3)',
    '(, September 22)',
    '(, August 26;, August 25)',
    '(see , July 7)',
    '(RFE/RL, September 5; Times of India, May 2)',
  ],
  ...[
    '(TASS,May 9.)',
    '(Eurasianet May 9)',
    '(TASS, May 2;',
    ', May 3)',
    '(ISKP)',
    '(born in 1955)',
    '(2001-2009)',
    '(London: Hurst, 2019)',
  ],
  ...[
    '(Filiu 2009, 2010a)',
    '(Source: Agency)',
    '(European Commission, accessed January 2)',
    '(Wenweipo [Hong Kong], 23 August 2020)',
  ],
  ...[
    '(Ministry (MFA), December 28–30, 2023)',
    '(a (b (c',
    '(“Title,” TASS, 2021-09-05)',
    '(kavkaz-uzel.eu, May 6)',
    '()',
  ],
  ...[
    '[RFE/RL](src:rferl-1)',
    '[Islamic State](group:is)',
    '[x](grup:iskp)',
    '[x](person: a)',
    '[x](https://example.org/a_(b))',
    '![x](a.png)',
  ],
  ...[
    '[𝔘](person:u)',
    '([TASS](src:tass-1), May 3)',
    '(as [TASS](src:tass-1) said, May 3)',
    '[TASS](media:tass)',
    '[x](a "t")',
    '[x](<',
  ],
  ...[
    '[@tass-1; see @toi-2, p. 3]',
    '[-@a]',
    ' @k [p. 3] ',
    '(cats, May 3)',
    '(cats and Reuters, May 3; dogs, May 4)',
    '(Kabul, May 3, 2021)',
    '(ibid.)',
    '[@',
    '[^1]',
    '[x',
    '](',
    '](person:',
    '[',
    ']',
    '(',
    ')',
    ';',
    ',',
    '\\',
    '\\[',
    '**',
    '_',
  ],
  ...[
    '`code`',
    '`',
    '``',
    '`(, May 3)`',
    '<!--',
    '-->',
    '<!-- brief-ignore missing-source -->',
    '<!-- brief-ignore-file a, b -->',
    '<!-- (, May 3) -->',
  ],
  ...[
    '\n',
    '\n',
    '\n\n',
    '\n\n',
    '\r\n',
    '\r\n\r\n',
    '\r',
    '\n \t\n',
    '\n\u00a0\n',
    '\u2028',
    '\u0085',
    ' ',
    '  ',
    '\t',
    '\u00a0',
    '\uFEFF',
  ],
  ...[
    '---',
    '---\n',
    '\n---\n',
    '\r\n---\r\n',
    '---\ntitle: A\n---\n',
    '---\ndate: 2021-09-24\n',
    '...\n',
    '--- \n',
    'ignore: [a]\n',
    'sources:\n  - id: a\n',
  ],
  ...[
    '# ',
    '\n# A\n',
    '\n## B ##\n',
    '#',
    '\n####### ',
    '    # ',
    'Key: value\n',
    'Publication Date: 04/10/2026\n',
    'September 24, 2021',
    'A lone line',
  ],
  ...[
    'TM_September 24 2021.PDF',
    'Islamic State',
    'IS',
    'is',
    'TASS',
    'Kabul’s',
    'Кабул',
    '喀布尔',
    'كابل',
    'e\u0301',
    'words of prose',
    'He left.',
    '😀',
    '\ud83d',
    '\udc00',
  ],
];

/** A piece of a brief. */
export const briefPiece: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...constructs) },
  { weight: 1, arbitrary: fc.nat(0xffff).map((code) => String.fromCharCode(code)) },
  { weight: 1, arbitrary: fc.constantFrom(...' \n#-[]()`\\<>!@:;,."“’|*_0123456789aAzéя中') },
);

const markup = fc.constantFrom(
  ...'\\\\``[](()<>!-:;,. \n#@*_"“a1',
  '](',
  'src:',
  '<!--',
  '-->',
  ', May 3',
  '\n```\n',
  '\n\n',
);

/** Text that is rich in what briefs are made of, or little but marks. */
export function briefText(maxPieces = 30): fc.Arbitrary<string> {
  const pieces = fc.array(fc.oneof({ weight: 3, arbitrary: briefPiece }, { weight: 1, arbitrary: markup }), {
    maxLength: maxPieces,
  });
  return fc
    .oneof({ weight: 3, arbitrary: pieces }, { weight: 1, arbitrary: fc.array(markup, { maxLength: 12 }) })
    .map((all) => all.join(''));
}

const statements = [
  'It left.',
  'The pier was closed',
  'They said so,',
  'attack',
  'in 2,000',
  '“No.”',
  'He left:',
  'args',
  'km',
];
/** What points to a note, whole and broken. */
const markers = [
  ...['[1]', '[2]', '[3]', '[12]', '[1, 3]', '[2–4]', '[1][2]', '[0]', '[i]', '[ii]', '[a]', '[b]', '[footnote 2]'],
  ...[
    '[^1]',
    '[^2]',
    '[^a]',
    '[^a-z]',
    '^[TASS, May 3]',
    '^[',
    '¹',
    '²',
    '³',
    '<sup>2</sup>',
    '[[1]](#_edn1)',
    '[\\[2\\]](#_edn2)',
  ],
  ...['1', '2', '3', '12', '[]', '[^5 ', '[7 ', ' [2].'],
  ...['*', '**', '†', '‡', '\\*', ' (1).', ' (2).', '.(3)', '. (1)', ' (1, 2),', 'ᵃ', 'ᵇ', '.^a', '.^b^'],
];
/** Lines that are, or may be, notes, definitions, references, or that name a source. */
const lines = [
  ...['## Notes\n', 'Notes\n', '## References\n', 'Sources:\n', '## The Strike\n', 'The Strike\n'],
  ...['[1] TASS, May 3, 2022.', '[2] Ibid., p. 4.', '[3]', '[4] , May 3', '[1] AFP, May 4; see https://pier.example/a'],
  ...[
    '1. Pier Post, May 3, 2022.',
    '2. Ibid.',
    '3. Mines are devices that wait.',
    '12. AFP',
    '2 AFP, May 4',
    '(3) AFP, May 5',
  ],
  ...['(1) TASS, May 3', '1) TASS, May 3', '2) AFP, May 4', 'a. TASS, May 3', 'b) AFP, May 4', 'ᵃ TASS, May 3', 'ᵇ'],
  ...['* TASS, May 3', '** Ibid., p. 4', '† AFP, May 4', '‡', '\\* RIA, May 8'],
  ...[
    '[^1]: TASS, May 3.',
    '[^a]:',
    '[^2]: hxxps://pier[.]example/a',
    '¹ TASS, May 3',
    '² Vale, Low Tide (Brest: Quay, 2009), p. 2',
  ],
  ...['| 1. | TASS, May 3 |', '[[1]](#_ednref1) TASS, May 3', 'i. TASS', '[i] TASS, May 3', '[a] AFP, May 4'],
  ...['[1]: https://pier.example/a', '[a]: <https://pier.example/b>', '[3]: https://'],
  ...[
    'Vale, Ann. 2009. “Low Tide.” Quay 3.',
    '- Marchal and Sheikh. 2015. “Rust.” Quay 4.',
    'Shaw, Ada. 2014. Cranes.',
  ],
  ...[
    'Source: TASS, 3 May 2022',
    'Source:',
    'Source:\n',
    'Source:\n- TASS, 3 May 2022',
    '- TASS, 3 May 2022\n- AFP, 4 May 2022',
    '  Quelle:',
    'Source: , 4 March',
    '- URL: https://pier.example/a',
    'MOSCOW TASS in English 1407 GMT 12 Mar 94',
  ],
];
/** Citations that depend on the rest of the brief, and those of other forms. */
const forms = [
  ...[
    '(Vale 2009)',
    '(Vale 2009, 2010a; Marchal and Sheikh, 2015, p. 7)',
    '(, 2015)',
    'Shaw (2014)',
    '(Rome, 1998)',
    '(Pier, n.d.)',
  ],
  ...[
    '(ibid.)',
    '(Ibid., p. 4)',
    '(TASS, 11/03/2022)',
    '(TASS, 24/03/2022)',
    '(AFP May 3)',
    '(Reuters; June 14)',
    '(TASS, May 2;\n\nAFP, May 3)',
    '[TASS, May 3]',
    '[cats, May 4; AFP, May 5]',
    '[, May 3]',
    '. — TASS, May 3\n',
    '. — cats, May 4\n',
    '. — , May 3\n',
    '(via )',
    'TK.',
    '[[3]]()',
  ],
  ...[
    '([Pier][1])',
    '[the pier][a]',
    '[the pier][]',
    '[the pier]()',
    '[](https://pier.example/a), May 3',
    '[text](https://pier.example/a)',
  ],
  ...[
    'https://pier.example/b.',
    '([archived](https://archive.ph/abc))',
    '[citation needed]',
    '(source: ???)',
    '(TK)',
    '【4†source】',
    '[cite: 1]',
  ],
];

/** Text that is rich in what the whole brief decides about: notes and their markers, references, repetitions, house style. */
export function notedText(maxPieces = 30): fc.Arbitrary<string> {
  const word = fc.constantFrom(...statements);
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(word, fc.constantFrom(...markers)).map(([one, marker]) => `${one}${marker} `) },
    { weight: 3, arbitrary: fc.constantFrom(...lines).map((line) => `\n${line}\n`) },
    { weight: 2, arbitrary: fc.tuple(word, fc.constantFrom(...forms)).map(([one, form]) => `${one} ${form}. `) },
    { weight: 1, arbitrary: fc.constantFrom('\n', '\n\n', '\r\n\r\n', '    ', '> ') },
    { weight: 1, arbitrary: briefPiece },
  );
  return fc.array(piece, { maxLength: maxPieces }).map((all) => all.join(''));
}

/** A replacement in a text of any length: `at` is a share of its length. */
export interface RandomEdit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.oneof(fc.constantFrom(0, 0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  removed: fc.oneof(fc.constantFrom(0, 0, 1, 2), fc.nat(40)),
  inserted: fc.oneof(fc.constant(''), briefPiece, briefText(4), notedText(2)),
});

/** The text after the change, and the edit that leads to it. */
export function applyRandomEdit(text: string, { at, removed, inserted }: RandomEdit) {
  const start = Math.round(at * text.length);
  const end = Math.min(text.length, start + removed);
  return { text: text.slice(0, start) + inserted + text.slice(end), edit: { start, end, newLength: inserted.length } };
}
