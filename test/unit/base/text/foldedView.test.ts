import { describe, expect, test } from 'vitest';
import { foldText } from '../../../../server/src/base/text/foldedView.ts';
import { slice } from '../../../../server/src/base/text/span.ts';

/** The view, and what a word of it is in the text. */
function check(text: string, view: string, word: string, original: string): void {
  test(JSON.stringify(text), () => {
    const folded = foldText(text)!;
    expect(folded.text).toBe(view);
    const start = view.indexOf(word);
    expect(slice(text, folded.spanOf({ start, end: start + word.length }))).toBe(original);
  });
}

describe('what is folded', () => {
  check('(, Septem\u00ADber 6)', '(, September 6)', 'September', 'Septem\u00ADber');
  check('a\u200Bb c', 'ab c', 'ab', 'a\u200Bb');
  check('x \u200Eabc\u200F y', 'x abc y', 'abc', 'abc');
  check('Ju\u0308rgen says', 'Jürgen says', 'Jürgen', 'Ju\u0308rgen');
  check('TASS,&nbsp;May 3', 'TASS, May 3', 'TASS, May', 'TASS,&nbsp;May');
  check('Radio &amp; TV', 'Radio & TV', 'Radio & TV', 'Radio &amp; TV');
  check('the oﬃce', 'the office', 'office', 'oﬃce');
  check('(, September\n> 6)', '(, September\n6)', 'September\n6', 'September\n> 6');
  check('\u1100\u1175\u11B7\u110C\u1165\u11BC met', '김정 met', '김정', '\u1100\u1175\u11B7\u110C\u1165\u11BC');
  check('El Pa&iacute;s, M&uuml;nchen', 'El País, München', 'País', 'Pa&iacute;s');
  check('(&comma; May 3)', '(, May 3)', ', May', '&comma; May');
  check('(TASS, ٣ مايو ۲۰۲۱)', '(TASS, 3 مايو 2021)', '2021', '۲۰۲۱');
  check('قالت طَالِبـان', 'قالت طالبان', 'طالبان', 'طَالِبـان');
  check('חַמָאס', 'חמאס', 'חמאס', 'חַמָאס');
  check('TASS,<br/>May 3', 'TASS, May 3', 'TASS, May', 'TASS,<br/>May');
  check('Khorasan\\\nProvince', 'Khorasan\nProvince', 'Khorasan', 'Khorasan');
  check('(, M\u0002ay\uFFFC 3)', '(, May 3)', 'May', 'M\u0002ay');
  check('渡\u{E0100}辺 said', '渡辺 said', '渡辺', '渡\u{E0100}辺');
  check('May\u28003', 'May 3', 'May 3', 'May\u28003');
  check('TASS,\u0085May 3', 'TASS, May 3', ', May', ',\u0085May');
  check('（新华社，５月３日）', '(新华社, 5月3日)', '新华社, 5月', '新华社，５月');
  check('（、ＭＡＹ ３；', '(, MAY 3; ', 'MAY', 'ＭＡＹ');
  check('(, Septem-\nber 6)', '(, September 6)', 'September', 'Septem-\nber');
  check('by al-\r\nQaeda', 'by al-Qaeda', 'al-Qaeda', 'al-\r\nQaeda');
  check('> by al-\n> Qaeda', '> by al-Qaeda', 'al-Qaeda', 'al-\n> Qaeda');
  check('May\u20093', 'May 3', 'May 3', 'May\u20093');
});

test('a plain text is its own view', () => {
  expect(foldText('one -\ntwo, 3-\n4, a-\n- b')).toBeUndefined();
  expect(foldText('走！真的？是。\tA\r\nB')).toBeUndefined();
  expect(foldText('It left (TASS, May 3).\n\nÜber “alles” – & co.')).toBeUndefined();
  expect(foldText('AT&T; said &unknown; things')).toBeUndefined();
});
