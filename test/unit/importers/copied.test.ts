import { expect, test } from 'vitest';
import { type Copied, formCopied } from '../../../server/src/importers/html/copied.ts';

function form(copied: Partial<Copied>) {
  return formCopied({ html: undefined, text: undefined, replaced: '', brief: '', ...copied });
}

test('a domain that plain text loses is kept', () => {
  expect(
    form({
      html: '<meta charset="utf-8"><p>It left (<a href="https://www.dawn.com/news/1?utm_source=x">dawn.com</a>, September 22).</p>',
      text: 'It left (, September 22).',
    }),
  ).toEqual({ kind: 'sources', text: 'It left ([dawn.com](https://www.dawn.com/news/1), September 22).', notes: '' });
});

test('notes are numbered after those of the brief', () => {
  const html =
    'a<a href="#f1" id="r1">1</a> b<a href="#f2" id="r2">2</a><ol><li id="f1">One.</li><li id="f2">Two.</li></ol>';
  expect(form({ html, brief: 'x.[^2] y.[^7]\n\n[^2]: z' })).toEqual({
    kind: 'sources',
    text: 'a[^8] b[^9]',
    notes: '[^8]: One.\n\n[^9]: Two.',
  });
});

test('an address over a selection becomes a link', () => {
  const text = ' https://www.dawn.com/news/1?fbclid=3\n';
  expect(form({ text, replaced: 'left the country' })).toEqual({
    kind: 'link',
    text: '[left the country](https://www.dawn.com/news/1)',
    notes: '',
  });
});

test.each<[string, Partial<Copied>]>([
  [
    'an address without a selection',
    { text: 'https://dawn.com/1', html: '<a href="https://dawn.com/1">https://dawn.com/1</a>' },
  ],
  ['an address over an address', { text: 'https://dawn.com/1', replaced: 'https://dawn.com/2' }],
  ['an address over two lines', { text: 'https://dawn.com/1', replaced: 'a\nb' }],
  ['an address over a link', { text: 'https://dawn.com/1', replaced: '[a](b)' }],
  ['an address that runs programs', { text: 'javascript:alert(1)', replaced: 'a' }],
  ['words over a selection', { text: 'see https://dawn.com/1', replaced: 'a' }],
  ['formatted words without links', { html: '<h1>One</h1><p><b>two</b></p>', text: 'One two' }],
  ['plain text', { text: 'One' }],
  ['nothing', {}],
  ['a page nested too deeply', { html: `${'<div>'.repeat(9_000)}<a href="https://dawn.com/1">x</a>` }],
])('%s is pasted as it is', (_, copied) => {
  expect(form(copied)).toBeUndefined();
});
