// cspell:ignore splma
import { describe, expect, test } from 'vitest';
import {
  createDifferenceFinder,
  createNameFinder,
  type Mention,
  type Name,
} from '../../../server/src/names/nameFinder.ts';

const names: Name[] = Object.entries({
  is: ['Islamic State', 'IS', 'ISIS'],
  iskp: ['Islamic State in Khorasan Province', 'ISKP', 'IS-K'],
  splma: ['SPLM/A'],
  kabul: ['Kabul', 'Кабул', '喀布尔', 'كابل'],
  pla: ['中国人民解放军', '解放军'],
  xi: ['习近平'],
  ukraine: ['Україна'],
  al: ['al-Qaeda', "Xi'an"],
  zoe: ['Zoe\u0301', 'café'],
  turkey: ['Turkey'],
  darknet: ['darknet market'],
  bbc: ['BBC News', 'The BBC'],
  jose: ['José Álvarez'],
  c2: ['C2'],
  tokyo: ['トーキョー', '東京'],
  uk: ['UK'],
  john1: ['John Smith'],
  john2: ['John Smith'],
  deseret: ['𐐔𐐯𐐻'],
}).flatMap(([id, texts]) => texts.map((text) => ({ text, id })));
const find = createNameFinder(names);

/** Prose in which `{name=id}` marks the expected mentions; several ids are joined by `+`. */
function check(expected: string): void {
  test(expected.replaceAll('\n', '⏎'), () => {
    const text = expected.replace(/\{([^{}=]*)=[^{}]*\}/g, '$1');
    expect(show(text, find(text, []))).toBe(expected);
  });
}

function show(text: string, mentions: readonly Mention[]): string {
  let shown = '';
  let at = 0;
  for (const { start, end, ids } of mentions) {
    shown += `${text.slice(at, start)}{${text.slice(start, end)}=${ids.join('+')}}`;
    at = end;
  }
  return shown + text.slice(at);
}

describe('the longest name wins', () => {
  check('{Islamic State in Khorasan Province=iskp} and {Islamic State=is}');
  check('{Islamic State=is} in Khorasan');
  check('{Islamic State=is} {IS=is}');
  check('{中国人民解放军=pla}');
  check('{John Smith=john1+john2} came');
});

describe('letters with a stroke, apostrophes and dashes of any kind', () => {
  test.each([
    ['Łódź', 'Lodz'],
    ['Tromsø', 'TROMSO'],
    ['Đà Nẵng', 'Da Nang'],
    ["Sana'a", 'Sanaʿa'],
    ["Sana'a", 'Sana′a'],
    ['Al-Bab', 'Al−Bab'],
  ])('%s in %s', (name, text) => {
    expect(createNameFinder([{ text: name, id: 'x' }])(text, [])).toEqual([{ start: 0, end: text.length, ids: ['x'] }]);
  });
});

describe('whole words', () => {
  check('Kabulistan, NewKabul, Kabul2, 2Kabul');
  check('{Kabul=kabul}: “{Kabul=kabul}”, ({Kabul=kabul})–{Kabul=kabul}/{Kabul=kabul}_{Kabul=kabul}…');
  check("{Kabul=kabul}’s, {Kabul=kabul}'s, {Kabul=kabul}-based, pre-{Kabul=kabul}");
  check('{Кабул=kabul}. Кабулский. вКабул');
  check('{كابل=kabul}، وكابل');
  check('Kabul\u0301 Zoe {Zoe\u0301=zoe}');
  // The same holds beside letters of scripts without spaces.
  check('Kabul\u0303 Kabul\u0323s');
  check('{Kabul=kabul}\u02bcs');
  check('{cafe=zoe} {café=zoe} cafés');
  check('{𐐔𐐯𐐻=deseret} 𐐔𐐯𐐻𐐔');
  check('𝔘 {Kabul=kabul} 𝔘Kabul');
});

describe('scripts without spaces', () => {
  check('国家主席{习近平=xi}视察{解放军=pla}部队');
  check('在{喀布尔=kabul}。{東京=tokyo}で{トーキョー=tokyo}');
  check('{喀布尔=kabul}Kabul2');
  check('{IS=is}{喀布尔=kabul}');
});

describe('case', () => {
  check('this is {IS=is}; Is it? iS');
  check('{ISIS=is} isis Isis');
  check('{ISKP=iskp} iskp');
  check('{C2=c2} c2');
  check('{SPLM/A=splma} splm/a');
  check('{TURKEY=turkey} {Turkey=turkey} turkey');
  check('{KABUL=kabul}, kabul');
  check('{islamic State=is}, islamic state');
  check('{Darknet Market=darknet} {darknet market=darknet} {DARKNET MARKET=darknet}');
  check('{УКРАЇНА=ukraine} україна');
  check('{JOSÉ ÁLVAREZ=jose}');
});

describe('punctuation and white space', () => {
  check('{IS-K=iskp} {IS‑K=iskp} {IS–K=iskp} IS-P {IS=is}-led');
  // The acronym of a country is a name of its own in front of another one.
  check('the {UK=uk}-France summit, the {UK=uk}-led force');
  check("{al-Qaeda=al} {Al-Qaeda=al} {Xi’an=al} {Xi'an=al}");
  check('{Islamic\nState=is} {Islamic  State=is} {Islamic\u00a0State=is} {Islamic\r\nState=is}');
  check('Islamic, State. Islamic-State');
  check('{BBC News=bbc} {The BBC=bbc} BBC');
});

test('a name does not overlap a skipped span', () => {
  const text = 'Kabul Kabul Kabul';
  expect(find(text, [{ start: 6, end: 11 }]).map(({ start }) => start)).toEqual([0, 12]);
  expect(find('Islamic State', [{ start: 7, end: 8 }])).toEqual([]);
  expect(find('Islamic State in Khorasan Province', [{ start: 13, end: 34 }])).toMatchObject([{ start: 0, end: 13 }]);
  expect(find(text, [{ start: 0, end: text.length }])).toEqual([]);
});

test('a word longer than any name is skipped, even if it ends with a name', () => {
  const long = createNameFinder(['a'.repeat(300), 'a', 'b'].map((text) => ({ text, id: text.slice(0, 1) })));
  for (const length of [300, 301, 302, 600, 601, 602])
    expect(long(`b ${'a'.repeat(length)} b`, []).length, `${length}`).toBe(length === 300 ? 3 : 2);
});

test('a finder without names, or with blank ones, finds nothing', () => {
  expect(createNameFinder([])('IS', [])).toEqual([]);
  expect(createNameFinder([{ text: ' ', id: 'a' }])('a  b', [])).toEqual([]);
  expect(createNameFinder([{ text: ' IS ', id: 'a' }])('in IS now', [])).toEqual([{ start: 3, end: 5, ids: ['a'] }]);
});

test('two spellings of a name yield the id of their entity once', () => {
  const twice = createNameFinder([
    { text: 'Kabul', id: 'a' },
    { text: 'KABUL', id: 'a' },
    { text: 'kabul', id: 'a' },
  ]);
  expect(twice('Kabul kabul KABUL', []).map(({ ids }) => ids)).toEqual([['a'], ['a'], ['a']]);
});

test('a finder stays the same object as long as the names do not change', () => {
  const [first, ...rest] = names;
  const renamed = [{ text: 'Daesh', id: 'is' }, ...rest];
  expect(createNameFinder([...names], find)).toBe(find);
  const after = createNameFinder(renamed, find);
  expect(after).not.toBe(find);
  expect(createNameFinder([...renamed], after)).toBe(after);
  expect(createDifferenceFinder(find, after)?.('Daesh or Islamic State, Kabul', [])).toHaveLength(2);
  expect(createNameFinder([first!, ...rest], after)('Islamic State', [])).toHaveLength(1);
});

test('two workspaces do not evict each other’s differences', () => {
  const renamed = (text: string) => [{ text, id: 'is' }, ...names.slice(1)];
  const [first, second] = ['Daesh', 'ISIL'].map((text) => createNameFinder(renamed(text), find));
  const other = createNameFinder(names);
  const otherAfter = createNameFinder(renamed('Caliphate'), other);
  const difference = createDifferenceFinder(first!, second!);
  expect(createDifferenceFinder(other, otherAfter)).not.toBe(difference);
  expect(createDifferenceFinder(first!, second!)).toBe(difference);
});

test('a finder whose names have all changed shares nothing with the one before', () => {
  const many = (start: number) => Array.from({ length: 1_000 }, (_, index) => ({ text: `N${start + index}`, id: 'n' }));
  const before = createNameFinder(many(0));
  const after = createNameFinder(many(2_000), before);
  expect(createDifferenceFinder(before, after)).toBeUndefined();
  expect(before('N7 N2007', [])).toMatchObject([{ start: 0 }]);
  expect(after('N7 N2007', [])).toMatchObject([{ start: 3 }]);
});

/** docs/format.md, section 4. */
describe('capitals, accents and endings', () => {
  const findOf = createNameFinder(
    Object.entries({
      is: ['IS'],
      who: ['WHO'],
      nato: ['NATO'],
      xi: ['Xi'],
      istanbul: ['İstanbul'],
      diyarbakir: ['Diyarbakır'],
      erdogan: ['Erdoğan'],
      houthi: ['Houthi'],
      taliban: ['Taliban'],
      kyiv: ['Київ'],
      odysseus: ['Οδυσσεύς'],
    }).flatMap(([id, texts]) => texts.map((text) => ({ text, id }))),
  );
  test.each([
    // In a line of capitals an acronym cannot be told from a word.
    'WHAT IS NEXT, AND WHO DECIDES',
    '{NATO=nato}\n\nWHAT IS NEXT',
    'The {IS=is} left. {WHO=who} came.',
    // Roman numerals.
    'Louis XI and chapter XI; {Xi=xi} came.',
    // Turkish letters.
    'In {İSTANBUL=istanbul}, {Istanbul=istanbul} and {ISTANBUL=istanbul}; {DİYARBAKIR=diyarbakir}, {Diyarbakir=diyarbakir}',
    '{Erdogan=erdogan} and {ERDOĞAN=erdogan}',
    // A Greek word in capitals has no final sigma and no accent.
    '{Οδυσσεύς=odysseus}, {ΟΔΥΣΣΕΥΣ=odysseus} and {ΟΔΥΣΣΕΎΣ=odysseus}',
    // Possessives, plural possessives, compounds; no plural.
    'The {Taliban=taliban}’s men, the {Taliban=taliban}' +
      "' men, the {Houthi=houthi}s’ men, a {Houthi=houthi}s' man; Houthis",
    'An {IS=is}-linked man, {Taliban=taliban}-led and IS-P.',
    // Another letter, not an accent.
    'Киив and {Київ=kyiv}',
  ])('%s', (expected) => {
    const text = expected.replace(/\{([^{}=]*)=[^{}]*\}/g, '$1');
    expect(show(text, findOf(text, []))).toBe(expected);
  });
});
