import { expect, test } from 'vitest';
import manifest from '../../../package.json';
import { SCALES } from '../../../server/src/analysis/language/likelihood.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../../server/src/lsp/settings.ts';
import { CITATION_ORDERS, DATE_STYLES, PROFILES } from '../../../server/src/rules/engine/settings.ts';

const properties = Object.assign({}, ...manifest.contributes.configuration.map((section) => section.properties));

test('without settings, the defaults hold and nothing is reported', () => {
  for (const value of [undefined, null, {}, { profile: 'auto', rules: {}, tradecraft: { scale: 'auto' } }]) {
    expect(readSettings(value)).toEqual({
      settings: { ...DEFAULT_SETTINGS, checks: { rules: {}, publications: [] } },
      problems: [],
    });
  }
});

test('what makes sense counts, the rest is said', () => {
  const { settings, problems } = readSettings({
    profile: 'final',
    rules: {
      'missing-source': 'hint',
      'unknown-source': { draft: 'off', release: 'loud' },
      'future-date': 1,
      'missing-sorce': 'off',
    },
    exclude: 'old/',
    tradecraft: { scale: 'PHIA', publications: ['Casebook Bulletin', 3] },
    style: { dates: '5 September', citationOrder: 'random' },
    codeLens: { enabled: 'no' },
  });
  expect(settings.checks).toEqual({
    rules: { 'missing-source': 'hint', 'unknown-source': { draft: 'off' } },
    scale: 'PHIA',
    publications: ['Casebook Bulletin'],
    dates: '5 September',
  });
  expect(problems).toEqual([
    'briefmark.profile: “final” is not one of auto, draft, release.',
    'briefmark.rules: “loud” is not a severity for unknown-source. Use one of error, warning, information, hint, off.',
    'briefmark.rules: “1” is not a severity for future-date. Use one of error, warning, information, hint, off.',
    'briefmark.rules: unknown rule “missing-sorce”. Did you mean “missing-source”?',
    'briefmark.style.citationOrder: “random” is not one of auto, any, oldest first, newest first, by name.',
    'briefmark.exclude: “old/” is not a list.',
    'briefmark.codeLens.enabled: “no” is neither true nor false.',
  ]);
});

test('the manifest offers the values that are understood', () => {
  const offered = (name: string) => (properties as Record<string, { enum?: string[] }>)[`briefmark.${name}`]?.enum;
  expect(offered('profile')).toEqual(['auto', ...PROFILES]);
  expect(offered('tradecraft.scale')).toEqual(['auto', ...SCALES]);
  expect(offered('style.dates')).toEqual(['auto', ...DATE_STYLES]);
  expect(offered('style.citationOrder')).toEqual(['auto', ...CITATION_ORDERS]);
});
