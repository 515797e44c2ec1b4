import { describe, expect, test } from 'vitest';
import { codePointsBefore } from '../../../server/src/base/text/codePoints.ts';
import { quoteOf } from '../../../server/src/base/text/textQuote.ts';
import { briefOfText, briefsOf, exportOne, exportText, HARBOR } from './support.ts';

interface Annotation {
  readonly id: string;
  readonly motivation: string;
  readonly body: readonly { readonly purpose: string; readonly value?: string; readonly source?: string }[];
  readonly target: {
    readonly source: string;
    readonly selector: [
      { readonly exact: string; readonly prefix: string; readonly suffix: string },
      { readonly start: number; readonly end: number },
    ];
  };
}

const itemsOf = (json: string): Annotation[] => JSON.parse(json).first.items;

/** Each annotation in one line: its words, found again by position, and what is said of them. */
function resolve(json: string, text: string): string[] {
  const characters = [...text.replace(/^\uFEFF/, '')];
  return itemsOf(json).map(({ motivation, body, target: { selector } }) => {
    const [quote, { start, end }] = selector;
    const found = characters.slice(start, end).join('');
    expect(found).toBe(quote.exact);
    expect(characters.slice(0, start).join('').endsWith(quote.prefix)).toBe(true);
    expect(characters.slice(end).join('').startsWith(quote.suffix)).toBe(true);
    expect(found).not.toBe('');
    return `${found} | ${motivation} | ${body.map(({ purpose, value, source }) => `${purpose}: ${value ?? source}`).join(' | ')}`;
  });
}

test('has a golden file', async () => {
  const { files, leftOut } = await exportText('web-annotation', HARBOR);
  await expect(files.get('.jsonld')!).toMatchFileSnapshot('golden/harbor.jsonld.txt');
  expect(leftOut).toEqual([]);
});

test('the selectors find the same text again, and the bodies say what it is', async () => {
  const json = await exportOne('web-annotation', HARBOR);
  expect(resolve(json, briefsOf(HARBOR)[0]!.brief.text)).toMatchInlineSnapshot(`
    [
      Tide, March 4 | linking | describing: Tide. Ana de la Vega, Harbor Desk. Cranes & “quays” stand still. March 4, 2024 | identifying: src:tide-2024-03-04 | linking: https://tide.example/2024/cranes?a=1&b=2 | linking: https://archive.example/1,
      Harbor Board | identifying | identifying: org:board | tagging: Harbor Board,
      Tide, March 4 | linking | describing: Tide. Ana de la Vega, Harbor Desk. Cranes & “quays” stand still. March 4, 2024 | identifying: src:tide-2024-03-04 | linking: https://tide.example/2024/cranes?a=1&b=2 | linking: https://archive.example/1,
      Quay Post, March 5 | linking | describing: Quay Post. =SUM(A1) costs. March 5, 2024 | identifying: src:quay-2024-03-05,
      , March 6 | editing | editing: source missing,
      see @tide-2024-03-04, p. 2 | linking | describing: Tide. Ana de la Vega, Harbor Desk. Cranes & “quays” stand still. March 4, 2024 | identifying: src:tide-2024-03-04 | linking: https://tide.example/2024/cranes?a=1&b=2 | linking: https://archive.example/1,
      @secret-1 | linking | describing: source withheld,
      Closed Letter, March 7 | linking | describing: Closed Letter, March 7,
      [a video](https://video.example/watch?v=1), March 8 | linking | describing: a video, March 8 | linking: https://video.example/watch?v=1,
      Unknown Gazette, March 9 | linking | describing: Unknown Gazette, March 9,
      [Tide](src:tide-2024-03-05) | linking | describing: Tide. {Night} on the pier: 100 % dark. March 5, 2024 | identifying: src:tide-2024-03-05,
    ]
  `);
});

test.each([
  ['\u{1F6A2}\u{1F6A2} The [\u{1F3DB} board](org:b) met 🚢 (Tide🚢, May 3) and left (, May 4). \u{1F6A2}'],
  ['\uFEFFThe [board](org:b) 🚢 met (, May 4).\r\n\r\nIt left (Tide, May 3).\r\n'],
  [`${'🚢'.repeat(40)} (, May 4)${'🚢'.repeat(40)}`],
  ['\uD83D lone (, May 4) \uDE00'],
])('positions count code points: %j', async (text) => {
  const { files } = await exportText('web-annotation', [briefOfText(text)]);
  expect(resolve(files.get('.jsonld')!, text).length).toBeGreaterThan(0);
});

test('what readers may not know is not in it', async () => {
  const text =
    'The [hand](group:hand) left [@secret].\n--- entities.yaml\nentities:\n  - { id: hand, type: group, name: Grey Hand, tlp: RED, wikidata: Q1 }\n--- sources.yaml\nreferences:\n  - { id: secret, type: report, title: The list, container-title: Letter, custom: { tlp: RED } }\n';
  expect(await exportOne('web-annotation', text)).not.toMatch(/Grey Hand|wikidata|The list|Letter/);
  const internal = await exportOne('web-annotation', text, { internal: true });
  for (const words of ['Grey Hand', 'wikidata.org/entity/Q1', 'The list']) expect(internal).toContain(words);
});

test('several briefs are one collection, and every id is its own', async () => {
  const two = 'It left (Tide, May 3).\n--- b.brief\nIt left (Tide, May 3).\n';
  const items = itemsOf(await exportOne('web-annotation', two));
  expect(items.map(({ target }) => target.source)).toEqual(['main.brief', 'b.brief']);
  expect(new Set(items.map(({ id }) => id)).size).toBe(2);
});

describe('code points', () => {
  test('of every offset', () => {
    const text = 'a🚢b\uD83Dc🚢';
    const count = codePointsBefore(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const isInside = /[\uD800-\uDBFF]$/.test(text.slice(0, offset)) && /^[\uDC00-\uDFFF]/.test(text.slice(offset));
      if (!isInside) expect(count(offset), String(offset)).toBe([...text.slice(0, offset)].length);
    }
  });

  test('no half pair at a cut', () => {
    const ships = '🚢'.repeat(20);
    expect(quoteOf(`${ships}-`, { start: 41, end: 41 }).prefix).toBe(`${'🚢'.repeat(15)}-`);
    expect(quoteOf(`-${ships}`, { start: 0, end: 0 }).suffix).toBe(`-${'🚢'.repeat(15)}`);
    expect(quoteOf('🚢', { start: 0, end: 0 }).suffix).toBe('🚢');
  });
});
