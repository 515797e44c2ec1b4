import { expect, test } from 'vitest';
import { shift, slice } from '../../../../server/src/base/text/span.ts';
import { readBrief, updateBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { recordsOf } from '../../../../server/src/syntax/brief/records.ts';

test('records of all forms, with the rules that are silenced for them', () => {
  const text = [
    'They left (TASS, May 3; , May 4). As [RFE/RL](src:rferl-1) says, they did [@toi-2].',
    '<!-- brief-ignore missing-source -->\nThey came back (, May 5).',
  ].join('\n\n');
  const records = recordsOf(readBrief(text)).map(({ at, value, ignored }) => [
    value.form,
    slice(text, shift(value.span, at)),
    [...(ignored ?? [])].join(),
  ]);
  expect(records).toEqual([
    ['parenthesis', 'TASS, May 3', ''],
    ['parenthesis', ', May 4', ''],
    ['tag', '[RFE/RL](src:rferl-1)', ''],
    ['key', '@toi-2', ''],
    ['parenthesis', ', May 5', 'missing-source'],
  ]);
});

test('records before an edit stay the same objects', () => {
  const paragraph = 'They left (TASS, May 3).\n\n';
  const before = readBrief(paragraph.repeat(200));
  const records = recordsOf(before);
  const end = before.text.length;
  const after = updateBrief(before, `${before.text}x`, { start: end, end, newLength: 1 });
  expect(recordsOf(after)).toHaveLength(records.length);
  expect(recordsOf(after)[0]).toBe(records[0]);
});
