import { expect, test } from 'vitest';
import { readBrief, stripTags } from '../../../../server/src/syntax/brief/brief.ts';

test('a tag that is cut leaves only its words', () => {
  const text = 'The [Harbour Board](org:harbour) met.\n\nIt left ([Tide](src:tide-1), May 3).\n';
  const brief = readBrief(text);
  const part = (from: string, to: string) =>
    stripTags(brief, { start: text.indexOf(from), end: text.indexOf(to) + to.length });
  expect(part('The', 'met.')).toBe('The Harbour Board met.');
  expect(part('Board', 'org:')).toBe('Board');
  expect(part('our Bo', 'Tide')).toBe('our Board met.\n\nIt left (Tide');
  expect(part(':har', 'harbour)')).toBe('');
});
