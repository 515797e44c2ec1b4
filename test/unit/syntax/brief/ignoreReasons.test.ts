import { expect, test } from 'vitest';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';

test('a reason behind a colon is kept, and names no rules', () => {
  const { blocks } = readBrief(
    '<!-- brief-ignore missing-source, stale-year: seen by\nthe author -->\nIt slept (, May 3).\n',
  );
  expect(blocks.flatMap(({ ignores }) => ignores)).toMatchObject([
    { codes: [{ value: 'missing-source' }, { value: 'stale-year' }], reason: 'seen by the author' },
  ]);
  const { ignores } = readRegistry('references:\n  # brief-ignore unused-source: for later\n  - { id: a, title: A }\n');
  expect(ignores.map(({ codes }) => codes.map(({ value }) => value))).toEqual([['unused-source']]);
});

test('without a reason there is none', () => {
  const [ignore] = readBrief('<!-- brief-ignore missing-source -->\nIt slept.\n').blocks.flatMap(
    ({ ignores }) => ignores,
  );
  expect(ignore).not.toHaveProperty('reason');
});

test('a colon before the codes is passed over', () => {
  const { blocks } = readBrief('<!-- brief-ignore: missing-source: seen by the author -->\nIt slept (, May 3).\n');
  expect(blocks.flatMap(({ ignores }) => ignores)).toMatchObject([
    { codes: [{ value: 'missing-source' }], reason: 'seen by the author' },
  ]);
  const { ignores } = readRegistry('references:\n  # brief-ignore: unused-source\n  - { id: a, title: A }\n');
  expect(ignores.map(({ codes }) => codes.map(({ value }) => value))).toEqual([['unused-source']]);
});
