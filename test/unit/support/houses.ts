/** Briefs as houses write them: statements with citations of every form, whole and broken, in every kind of paragraph. */
import fc from 'fast-check';
import { briefText, notedText } from './arbitraries.ts';

const statement = fc.constantFrom(
  'The pier was closed',
  'He said',
  'Two cranes fell in 2021',
  'The board (PB) met',
  'They left for [Northquay](place:north)',
  '“No ship came,” she wrote',
  'It is likely that it reopens',
);
const citation = fc.constantFrom(
  ...[
    '(TASS, May 3)',
    '(TASS, May 3, 2021)',
    '(TASS, 3 May 2021)',
    '(TASS, 2021-05-03)',
    '(TASS, 03/05/2021)',
    '(TASS, 05/13/21.)',
  ],
  ...[
    '(TASS,May 9)',
    '(TASS May 9)',
    '(TASS , May 9)',
    '(TASS,, May 9)',
    '(TASS, May 9.)',
    '(May 9, TASS)',
    '(TASS, Febuary 3)',
  ],
  ...[
    '(, May 3)',
    '(, )',
    '(; TASS, May 3)',
    '(TASS, May 2;, May 3)',
    '(see , May 3)',
    '(, August 26;, August 25)',
    '(TASS; May 3)',
  ],
  ...[
    '(RIA, May 8; TASS, May 3; AFP, May 1)',
    '(TASS, May 3; RIA, May 8)',
    '(AFP, May 2, RFI, March 2)',
    '(Pier Post and TASS, May 3)',
  ],
  ...[
    '(TASS, May 8, 13)',
    '(TASS, May 13, May 8; AFP, May 9)',
    '(TASS, May 8–9)',
    '(TASS, 28 April–3 May 2021)',
    '(TASS, May 30–June 2)',
  ],
  ...['(TASS, “Cranes, May 2020,” May 3, 2021)', '(A. Vale, “Low, Lower,” TASS, May 3)', '(TASS “Cranes” May 3)'],
  ...[
    '(TASS, May 3, p. 4)',
    '(TASS, May 3, 14:05 UTC)',
    '(TASS, May 3 [in Russian])',
    '(Pier Post [Brest], May 3)',
    '(Ministry of Ports (MP), May 3)',
  ],
  ...[
    '(Interfax – TBILISI. April 17, 2013)',
    '(Twitter/@pier, May 3)',
    '(t.me/pier/12, 3 May)',
    '(pier.example, May 6)',
    '(Author’s interview, Brest, May 2021)',
  ],
  ...[
    '(TASS, 04MAY2021)',
    '(TASS, 16 Nov 89)',
    '(Die Welt, 15. März 2021)',
    '(El País, 3 de mayo de 2021)',
    '(Коммерсантъ, 15 марта 2021)',
    '(人民日报, 2021年5月3日)',
  ],
  ...[
    '(TASS, 12 Mehr 1400)',
    '(TASS, undated)',
    '(TASS, n.d.)',
    '(European Commission, accessed January 2)',
    '(ibid.)',
    '(Ibid., p. 4)',
  ],
  ...[
    '([TASS](src:tass-1), May 3)',
    '([TASS](src:tass-1))',
    '[TASS](src:nobody)',
    '[@tass-1; see @ap-1, p. 3]',
    '([TASS](https://tass.example/2021/05/03/a), May 3)',
  ],
  ...[
    '[the report](https://pier.example/a/b)',
    '[the report]()',
    'https://pier.example/c/d.',
    '<https://pier.example/e/f>',
  ],
  ...[
    '(Vale 2009, 2010a)',
    '(Marchal and Sheikh, 2015, p. 7)',
    '(, 2015)',
    '[citation needed]',
    '(source: ???)',
    '【4†source】',
  ],
  ...['[1]', '[2]', '[1, 3]', '[^1]', '[^2]', '^[TASS, May 3, 2021]', '¹', '²'],
  ...[
    '(H.R. 1234, May 3)',
    '(London: Hurst, 2019)',
    '(Sochi, September 17, 2018)',
    '(born in 1955)',
    '(May 3)',
    '(`x`, May 3)',
    '(**TASS**,May 9)',
    '(*TASS* May 9)',
  ],
);
const note = fc.constantFrom(
  ...[
    '[^1]: TASS, May 3, 2021.',
    '[^1]: TASS,May 9',
    '[^2]: Ibid., p. 4',
    '[^2]: , May 3',
    '[^2]: A. Vale, “Low,” RIA, May 8, 2021, p. 3',
  ],
  ...[
    '[1] TASS May 9',
    '[2] , May 3',
    '[3] RIA, May 8; TASS, May 3',
    '1. TASS, May 3.',
    '2. https://pier.example/a/b',
    '¹ TASS,May 9',
    '² Ibid.',
  ],
  ...[
    'Source: TASS,May 9',
    'Source: , 3 May 2021',
    'Vale, Ann. 2009. “Low Tide.” Quay 3.',
    '[1]: https://pier.example/a',
  ],
);
const head = fc.constantFrom(
  ...[
    '',
    '\uFEFF',
    '---\ndate: 2021-09-24\n---\n\n',
    '---\ndate: 2021-09-24\nprofile: release\nlang: fr\n---\n\n',
    '# Cranes, 24 September 2021\n\n',
  ],
  ...[
    'Cranes\nDate: 24 September 2021\nTo: Desk\n\n',
    '---\r\ndate: 2021-09-24\r\n---\r\n\r\n',
    '---\ndate: 2021-09-24\n',
  ],
);
/** What turns a paragraph into something else, by the start of its lines. */
const layout = fc.constantFrom('', '', '', '> ', '- ', '1. ', '| ', '    ', '> - ');
/** What stands in a text and cannot be seen, or is another spelling of what can. */
const oddity = fc.constantFrom(
  '\u200B',
  '\u00AD',
  '\u00A0',
  '\u202F',
  '\u200E',
  '\uFEFF',
  '\u2060',
  '\u0301',
  '\uDE00',
  '\t',
  '\\',
  '**',
  '<!-- x -->',
  '&nbsp;',
);
const comment = fc.constantFrom(
  '',
  '',
  '',
  '<!-- brief-ignore malformed-citation -->\n',
  '<!-- brief-ignore-file citation-date-style -->\n\n',
);

const sentence = fc.tuple(statement, citation).map(([words, cited]) => `${words} ${cited}.`);
const paragraph = fc
  .record({
    sentences: fc.array(sentence, { minLength: 1, maxLength: 4 }),
    layout,
    comment,
    /** Where a line break takes the place of a space: the lines of a paragraph that is wrapped. */
    breaks: fc.array(fc.nat(200), { maxLength: 3 }),
    newline: fc.constantFrom('\n', '\n', '\r\n'),
  })
  .map(({ sentences, layout, comment, breaks, newline }) => {
    const spaces = [...sentences.join(' ').matchAll(/ /g)].map(({ index }) => index);
    const broken = new Set(breaks.map((one) => spaces[one % spaces.length]));
    const wrapped = [...sentences.join(' ')];
    let at = 0;
    const lines = wrapped
      .map((char) => {
        const isBroken = broken.has(at);
        at += char.length;
        return isBroken
          ? `${newline}${layout.replace(/^(?:- |1\. |> - )$/, (mark) => mark.replace(/[-1.]/g, ' '))}`
          : char;
      })
      .join('');
    return `${comment}${layout}${lines}${newline}${newline}`;
  });

/** A text in the manner of any house. */
export const houseText: fc.Arbitrary<string> = fc
  .record({
    head,
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 5 }),
    notes: fc.oneof(fc.constant([]), fc.array(note, { maxLength: 5 })),
    notesHeading: fc.constantFrom('', '## Notes\n\n', 'References\n\n'),
    oddities: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), oddity), { maxLength: 3 }),
  })
  .map(({ head, paragraphs, notes, notesHeading, oddities }) => {
    let text = paragraphs.join('') + (notes.length > 0 ? notesHeading + notes.join('\n\n') : '');
    for (const [share, odd] of oddities) {
      const at = Math.round(share * text.length);
      text = text.slice(0, at) + odd + text.slice(at);
    }
    return head + text;
  });

/** Any text: of a house, or of pieces that nobody puts together. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: houseText },
  { weight: 1, arbitrary: briefText() },
  { weight: 1, arbitrary: notedText() },
);
