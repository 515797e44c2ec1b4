import { expect, test } from 'vitest';
import { hashText } from '../../../server/src/syntax/review/anchoredReview.ts';
import { parseFixture } from '../support/fixture.ts';
import { briefsOf, exportOne, HARBOR } from './support.ts';

/** The rows of the page as text. */
function rowsOf(html: string): string[] {
  return [...html.matchAll(/<(h2|tr)[^>]*>(.*?)<\/\1>/gs)].map(([, tag, inner]) => {
    const words = inner!
      .replace(/<br>|<\/t[dh]>|<\/li>/g, ' | ')
      .replace(/<[^>]*>/g, '')
      .replace(/&quot;|&#39;/g, '"')
      .replace(/&amp;/g, '&');
    return `${tag === 'h2' ? '\n## ' : ''}${words.replace(/\s*\|\s*(?=\||$)/g, '').trim()}`;
  });
}

test('each statement with its sources, what is open, what was silenced and why', async () => {
  const html = await exportOne('signoff', HARBOR, { internal: true });
  await expect(rowsOf(html).join('\n')).toMatchFileSnapshot('golden/harbor.signoff.txt');
});

test('for readers it has no ratings, and no messages that name what they may not know', async () => {
  const html = await exportOne('signoff', HARBOR);
  expect(html).not.toMatch(/usually reliable|The list|TLP:RED/);
  expect(html).toContain('source withheld');
  // Not known here, which is not zero.
  expect(html).not.toContain('Rated');
});

test('a statement is shown without the marks of Markdown', async () => {
  const html = await exportOne('signoff', '**We** *judge* that `a_b_c` <i>and</i> \\*this\\* hold.\n');
  expect(html).toContain('<td>We judge that `a_b_c` &lt;i&gt;and&lt;/i&gt; *this* hold.</td>');
});

test('it runs nothing, and nothing from a brief is markup', async () => {
  const html = await exportOne('signoff', '# <b>A</b>\n\n<script>alert(1)</script> slept (<i>X</i>, March 4).\n');
  expect(html).not.toMatch(/<script|<b>|<i>/);
  expect(html).toContain("default-src 'none'");
});

const SHA256 = '59c6cf9d4ceb50d5c5d7bd0c3ae7b2ffbd36b0e0ae8c0a1b6b1e9c7d6c0d8d5a';
const REVIEW = `comments:
  - author: Ida Holm
    date: 2024-03-11T09:30:10Z
    quote: { exact: "The gate was open at noon", prefix: "", suffix: "" }
    text: |
      Who saw it?
      <b>Ask</b> again.
    replies:
      - { author: Tom Vega, date: 2024-03-12, text: The guard. }
  - { author: Tom Vega, date: 2024-03-12, quote: { exact: "The cranes stood quite still." }, text: Still? }
  - { author: Tom Vega, date: 2024-03-12, state: resolved, quote: { exact: Fares }, text: Which? }
signoffs:
  - { name: Ida Holm, date: 2024-03-12T10:00:00Z, sha256: ${SHA256} }
  - { name: Tom Vega, date: 2024-03-13, sha256: CURRENT }
`;

test('the review: open comments at their lines, and whether the text has changed since a sign-off', async () => {
  const { text } = parseFixture(HARBOR).files[0]!;
  const current = await hashText(text.replaceAll('\n', '\r\n'));
  const html = await exportOne('signoff', `${HARBOR}--- harbor.review.yaml\n${REVIEW.replace('CURRENT', current!)}`);
  const review = html.slice(html.indexOf('<h2>Open comments'), html.indexOf('<p class="sign"'));
  expect(review.replace(/<[^>]*>/g, ' ').replace(/ {2,}/g, ' ')).toMatchInlineSnapshot(`
    Open comments Line Statement Comment 18 The cranes stood quite still. The comment is about “The cranes stood quite still.”, which has changed since. Still? — Tom Vega, 2024-03-12 22 The gate was open at noon Who saw it? &lt;b&gt;Ask&lt;/b&gt; again. — Ida Holm, 2024-03-11 09:30 UTC The guard. — Tom Vega, 2024-03-12 1 comment is resolved. 
     Sign-offs Ida Holm, 2024-03-12 10:00 UTC · The text has changed since. · SHA-256 59c6cf9d4ceb50d5c5d7bd0c3ae7b2ffbd36b0e0ae8c0a1b6b1e9c7d6c0d8d5a Tom Vega, 2024-03-13 · for this text · SHA-256 1550f2a77bb3e23e95ec96e7de472857ca0ffd6e56a981cb0979dc2b2a2b4b67
  `);
  expect(html).not.toContain('<b>Ask');
});

test('a review that cannot be read is said to be so', async () => {
  const html = await exportOne('signoff', `${HARBOR}--- harbor.review.yaml\ncomments:\n  - text: x\n`);
  expect(html.slice(html.indexOf('<h2>Open comments')).slice(0, 220)).toMatchInlineSnapshot(`
    <h2>Open comments</h2><p class="open">The review file cannot be read. Line 2: This comment has no “quote” with the words it is about, in “exact”. Nothing is written to it until that is corrected.</p>
    <h2>Sign-offs</h2><p
  `);
});

test('a review that may be about another brief of that name is not used for either', async () => {
  const both = `${HARBOR}--- harbor.review.yaml\n${REVIEW}--- harbor.brief.md\nIt rained.\n`;
  const reviews = await Promise.all(briefsOf(both).map(({ review }) => review()));
  expect(reviews).toHaveLength(2);
  for (const review of reviews)
    expect(review).toEqual({
      problem:
        'harbor.review.yaml may be about another brief of that name and is not used. Rename it: harbor.brief.review.yaml / harbor.brief.md.review.yaml.',
    });
});

test('as a table: a row for each source, one for a statement without any', async () => {
  const csv = await exportOne('signoff-csv', HARBOR, { internal: true });
  await expect(csv.replaceAll('\r\n', '\n')).toMatchFileSnapshot('golden/harbor.signoff.csv.txt');
});
