/** A review file in the editor: what is wrong in it is shown at its place, and it is no registry. */
import { afterEach, expect, test } from 'vitest';
import { type Client, startClient } from './client.ts';

const REVIEW = 'harbor.review.yaml';
const GOOD = 'comments:\n  - { author: Ida, date: 2024-03-11, quote: { exact: It rained. }, text: Really? }\n';

let client: Client;
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

test('mistakes are diagnostics as long as the file is open', async () => {
  client = await startClient({ files: { [REVIEW]: GOOD, 'harbor.brief': 'It rained (Tide, March 4).\n' } });
  client.open('harbor.brief', 'It rained (Tide, March 4).\n');
  client.open(REVIEW, GOOD);
  expect(await client.diagnostics(REVIEW)).toEqual([]);
  client.change(REVIEW, [{ text: GOOD.replace('text: Really?', 'state: done, text: Really?') }]);
  expect(await client.codes(REVIEW, (codes) => codes.length > 0)).toEqual(['invalid-registry']);
  client.change(REVIEW, [{ text: 'references:\n  - { id: a, title: A }\ncomments:\n  - text: "x\n' }]);
  await expect.poll(async () => (await client.diagnostics(REVIEW)).map(({ message }) => message)).toHaveLength(1);
  // It defines nothing, as long as it is open and after.
  expect(await client.codes('harbor.brief', () => true)).toEqual([]);
  client.close(REVIEW);
  await expect.poll(() => client.diagnostics(REVIEW)).toEqual([]);
  expect(await client.codes('harbor.brief', () => true)).toEqual([]);
});
