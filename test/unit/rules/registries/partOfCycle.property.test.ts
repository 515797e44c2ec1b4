import { expect, test } from 'vitest';
import { findingsIn } from '../../support/fixture.ts';

test('of a long ring a part is named, and all of it costs one walk', () => {
  const size = 1_000;
  const entity = (index: number, whole: number) =>
    `  - { id: e${index}, type: place, name: Place ${index}, part_of: e${whole} }\n`;
  const ring = Array.from({ length: size }, (_, index) => entity(index, (index + 1) % size)).join('');
  const findings = findingsIn(`--- entities.yaml\nentities:\n${ring}`);
  expect(findings.map(({ code }) => code)).toEqual(['part-of-cycle']);
  expect(findings[0]!.message.length).toBeLessThan(300);
});
