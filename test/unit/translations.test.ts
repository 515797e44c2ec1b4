/**
 * Translations fit their texts. A text without one is shown in English: `npm run check` lists it, and only a release needs it
 * (`scripts/release.mjs`).
 */
import { describe, expect, test } from 'vitest';
import spanish from '../../l10n/bundle.l10n.es.json' with { type: 'json' };
import english from '../../l10n/bundle.l10n.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };
import spanishManifest from '../../package.nls.es.json' with { type: 'json' };
import englishManifest from '../../package.nls.json' with { type: 'json' };

type Texts = Record<string, string>;
/** A text with a comment for translators. */
type Explained = { readonly message: string };

const BUNDLES: [string, Record<string, string | Explained>, Texts][] = [
  ['bundle', english, spanish],
  ['package.nls', englishManifest, spanishManifest],
];

describe.each(BUNDLES)('%s', (_, texts, translated) => {
  test('every translation is of a text that exists', () => {
    expect(Object.keys(translated).filter((key) => !(key in texts))).toEqual([]);
  });

  test('a translation has the placeholders of its text', () => {
    const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [key, translation] of Object.entries(translated)) {
      const text = texts[key]!;
      expect(placeholders(translation), key).toEqual(placeholders(typeof text === 'string' ? text : text.message));
    }
  });
});

test('package.json has a text for every key, and uses every text', () => {
  const keys = [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map((match) => match[1]);
  expect([...new Set(keys)].sort()).toEqual(Object.keys(englishManifest).sort());
});

test('a text of package.json and its translation have the same links and values', () => {
  const fixed = (text = '') => (text.match(/\]\(command:[^)]+\)|`[^`]+`|\n/g) ?? []).sort();
  const translations: Texts = spanishManifest;
  const texts: Texts = englishManifest;
  for (const [key, translation] of Object.entries(translations))
    expect(fixed(translation), key).toEqual(fixed(texts[key]));
});
