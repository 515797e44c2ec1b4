import { expect, test } from 'vitest';
import { byLikeness } from '../../../../client/src/support/likeness';

const entities = [
  ['holm', 'Ida Holm', 'Minister Holm'],
  ['holm-town', 'Holm'],
  ['guild', 'Dock Guild of Ferrol'],
  ['ferrol', 'Ferrol'],
  ['malaga', 'Málaga'],
  ['hold', 'Holmenkollen'],
].map(([id = '', name = '', ...aliases]) => ({ id, name, aliases, type: 'org', description: '' }));

test.each([
  ['Holm', [], 'holm-town holm'],
  ['Holm', ['holm'], 'holm holm-town'],
  ['the Dock  Guild', [], 'guild'],
  ['Ferrol', [], 'ferrol guild'],
  ['MALAGA', [], 'malaga'],
  ['of the', [], ''],
])('%s, named %j', (words, named, ids) => {
  const { alike, others } = byLikeness(words, entities, named);
  expect(alike.map(({ id }) => id).join(' ')).toBe(ids);
  expect(alike.length + others.length).toBe(entities.length);
});
