import { expect, test } from 'vitest';
import { formatJson } from '../../../server/src/cli/json.ts';
import { formatTable } from '../../../server/src/cli/table.ts';

const columns = [
  { title: 'name', value: (row: readonly string[]) => row[0]! },
  { title: 'rest', value: (row: readonly string[]) => row[1]! },
];

test('columns are aligned, also with wide characters, and lines have no trailing spaces', () => {
  expect(
    formatTable(
      columns,
      [
        ['解放軍', 'x'],
        ['PLA', ''],
      ],
      false,
    ),
  ).toBe('NAME    REST\n解放軍  x\nPLA\n');
});

test('all columns but the last are clipped; control characters are escaped', () => {
  const [, row] = formatTable(columns, [['a'.repeat(99), `\x1b\n${'b'.repeat(99)}`]], false).split('\n');
  expect(row).toBe(`${'a'.repeat(59)}…  \\x1b\\n${'b'.repeat(99)}`);
});

test('json escapes control characters without changing the value', () => {
  const value = ['\x1b\x9b\u2028\u200e\u202e'];
  expect(formatJson(value)).toBe('[\n  "\\u001b\\u009b\\u2028\\u200e\\u202e"\n]\n');
  expect(JSON.parse(formatJson(value))).toEqual(value);
});
