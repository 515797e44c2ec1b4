import { describe, expect, test } from 'vitest';
import { slice } from '../../../../../server/src/base/text/span.ts';
import {
  findGluedMarkers,
  findNoteCandidates,
} from '../../../../../server/src/syntax/citation/notes/noteCandidates.ts';

function show(text: string): string {
  const { openers, markers } = findNoteCandidates(text, []);
  return [
    ...openers.map(({ form, label, content }) => `note ${form} ${label.text}: ${slice(text, content)}`),
    ...markers.map(({ form, labels, isAttached, isBehindStop, isInSentence }) =>
      [
        form,
        labels.map((label) => label.text).join('+'),
        isAttached && 'attached',
        isBehindStop && 'behind stop',
        isInSentence && 'in a sentence',
      ]
        .filter(Boolean)
        .join(' '),
    ),
  ].join('\n');
}

function check(text: string, ...expected: string[]): void {
  test(JSON.stringify(text), () => expect(show(text)).toBe(expected.join('\n')));
}

describe('lines that may be notes', () => {
  check('[^1]: Reuters, May 3', 'note caret 1: Reuters, May 3');
  check('[^a]:', 'note caret a: ');
  check('[1] One\n[2]\n[3] , March 3', 'note bracket 1: One', 'note bracket 2: ', 'note bracket 3: , March 3');
  check('12. One', 'note stop 12: One');
  check('1     “One”', 'note bare 1: “One”');
  check('a   The river', 'note bare a: The river');
  check('(12) One', 'note parenthesis 12: One');
  check('¹ One', 'note superscript 1: One');
  check('| 12. | One |', 'note table 12: One');
  check('[[1]](#_ednref1) One', 'note word 1: One');
  check('> [1] One', 'note bracket 1: One');
  check('[1]: https://example.org', 'note definition 1: https://example.org');
  check('[desk]: <https://example.org> "Title"', 'note definition desk: <https://example.org> "Title"');
  check('[1](https://example.org) is a link');
  check('\\[1\\] One', 'note bracket 1: One');
  check('[1](#_ftnref1) One', 'note word 1: One');
  check('12\\. One', 'note stop 12: One');
  check('2022 was a year.', 'note bare 2022: was a year.');
});

describe('markers', () => {
  check('It left.[1]', 'bracket 1 attached behind stop');
  check('It left[1] again', 'bracket 1 attached');
  check('It left.[3][4]', 'bracket 3 attached behind stop', 'bracket 4 attached behind stop');
  check('It left.[3–5]', 'bracket 3+4+5 attached behind stop');
  check('It left.[1, 3]', 'bracket 1+3 attached behind stop');
  check('It failed [2].', 'bracket 2');
  check('It failed [2] again', 'bracket 2 in a sentence');
  check('It left.[^note]', 'caret note attached behind stop');
  check('It left.^[Reuters, May 3]', 'inline attached behind stop');
  check('It left.¹²', 'superscript 12 attached behind stop');
  check('It left.<sup>12</sup>', 'superscript 12 attached behind stop');
  check('It left.[[1]](#_edn1)', 'word 1 attached behind stop');
  check('It left.[\\[i\\]](#_edn1)', 'word i attached behind stop');
  check('It left[a] again', 'bracket a attached');
  check('It left [12 and went', 'unclosed 12');
  check('It left.[^5', 'unclosed 5 attached behind stop');
  check('It left.[]', 'empty attached behind stop');
  check('It left.[ ]', 'empty attached behind stop');
  check('It left.[^]', 'empty attached behind stop');
  check('It left [].', 'empty');
  check('It left.[](#_edn5)', 'empty attached behind stop');
  check('It left.<sup></sup>', 'empty attached behind stop');
  check('It left.\\[1\\]', 'bracket 1 attached behind stop');
  check('It left.[1](#fn1)', 'word 1 attached behind stop');
  check('It left.^12^', 'superscript 12 attached behind stop');
  check('It left.^12', 'superscript 12 attached behind stop');
});

describe('notes that run on in one line', () => {
  check('[1] Dawn, May 3. [2] The Pier', 'note bracket 1: Dawn, May 3.', 'note bracket 2: The Pier');
  check('[1] Dawn, May 3 [2] , May 4', 'note bracket 1: Dawn, May 3', 'note bracket 2: , May 4');
  check('[1] https://a.example/b [2] Dawn', 'note bracket 1: https://a.example/b', 'note bracket 2: Dawn');
  check('¹ Dawn, May 3; ² “Pier”', 'note superscript 1: Dawn, May 3;', 'note superscript 2: “Pier”');
  check('<sup>1</sup> Dawn. <sup>2</sup> Pier', 'note superscript 1: Dawn.', 'note superscript 2: Pier');
  check('1. Dawn. 2. Pier. 3. Quay', 'note stop 1: Dawn.', 'note stop 2: Pier.', 'note stop 3: Quay');
  check('1. Spiegel. 2. Mai 2022', 'note stop 1: Spiegel. 2. Mai 2022');
  check('[1] See also [2] Dawn', 'note bracket 1: See also [2] Dawn', 'bracket 2 in a sentence');
  check(
    '[1] Dawn, vol. [2] Pier\n[2] Quay',
    'note bracket 1: Dawn, vol. [2] Pier',
    'note bracket 2: Quay',
    'bracket 2 in a sentence',
  );
});

describe('no markers', () => {
  check('a “[a] senior official” said');
  check('[sic] and [...] and [x]');
  check('tests m[1] and x[0]');
  check('see [2015] UKSC 11');
  check('km² and mc² and 10⁶ and ²³⁵U');
  check('the class [^a-z]+ matches');
  check('technique [T1190]');
  check('10^6 and x^2 and 5 m^2 and a^b');
  check('- [ ] do this');
  check('[](#top) and [](https://example.org)');
});

test('glued digits', () => {
  const of = (text: string) => findGluedMarkers(text, []).map(({ labels, span }) => `${labels[0]!.text}@${span.start}`);
  expect(of('the attack1 on')).toEqual(['1@10']);
  expect(of('the law.12 Then')).toEqual(['12@8']);
  expect(of('held 2,0003 men')).toEqual(['3@10']);
  expect(of('of Tajikistan.2 a The')).toEqual(['2@14', 'a@16']);
  expect(of('MI6 and A4 and Q1 and v2 and Su-27')).toEqual([]);
  expect(of('about 14,500 dollars and 2020 or 3.5 percent')).toEqual([]);
  // Whether these are decimals or notes only the order of all numbers tells.
  expect(of('rose to 29.14 The')).toEqual(['14@11']);
  expect(of('rose to 3,400.17')).toEqual(['17@14']);
});
