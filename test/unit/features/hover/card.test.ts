import { describe, expect, test } from 'vitest';
import { toMarkdown, toPlainText } from '../../../../server/src/features/hover/card.ts';
import type { CardLine } from '../../../../server/src/protocol/card.ts';

function check(line: CardLine, markdown: string, plain: string): void {
  test(markdown, () => {
    expect(toMarkdown([line])).toBe(markdown);
    expect(toPlainText([line])).toBe(plain);
  });
}

describe('lines', () => {
  check({ kind: 'title', text: 'TASS', note: 'media' }, '**TASS** · media', 'TASS (media)');
  check({ kind: 'field', label: 'Also', value: 'IS-K' }, 'Also: IS\\-K', 'Also: IS-K');
  check(
    { kind: 'link', label: 'Open', url: 'https://a.org/b?c=(d)' },
    '[Open](<https://a.org/b?c=(d)>)',
    'Open: https://a.org/b?c=(d)',
  );
});

describe('what comes from files stays text', () => {
  check({ kind: 'text', text: '<script>x</script>' }, '&lt;script\\>x&lt;\\/script\\>', '<script>x</script>');
  check(
    { kind: 'text', text: '![i](command:x) &lt;' },
    '\\!\\[i\\]\\(command\\:x\\) &amp;lt\\;',
    '![i](command:x) &lt;',
  );
  check(
    { kind: 'text', text: 'https://evil.example\n\n# x' },
    'https\\:\\/\\/evil\\.example \\# x',
    'https://evil.example # x',
  );
  check({ kind: 'link', label: 'Open', url: 'command:x' }, 'Open: command\\:x', 'Open: command:x');
  check(
    { kind: 'link', label: 'Open', url: 'javascript:alert(1)' },
    'Open: javascript\\:alert\\(1\\)',
    'Open: javascript:alert(1)',
  );
});

test('a name of a megabyte is cut', () => {
  const line: CardLine = { kind: 'title', text: 'x'.repeat(1_000_000) };
  expect(toMarkdown([line]).length).toBeLessThan(1_000);
  expect(toPlainText([line]).length).toBeLessThan(1_000);
});
