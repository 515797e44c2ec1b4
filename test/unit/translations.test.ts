/** Whoever chose Spanish reads Spanish everywhere: every text has a translation, with the same things put in. */
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
  test('everything is translated, and nothing is left of texts that are gone', () => {
    expect(Object.keys(translated).sort()).toEqual(Object.keys(texts).sort());
  });

  test('a translation puts in what the text puts in', () => {
    const putIn = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [key, text] of Object.entries(texts))
      expect(putIn(translated[key] ?? ''), key).toEqual(putIn(typeof text === 'string' ? text : text.message));
  });
});

test('package.json has a text for every key, and a use for every text', () => {
  const keys = [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map((match) => match[1]);
  expect([...new Set(keys)].sort()).toEqual(Object.keys(englishManifest).sort());
});

test('a text of package.json and its translation lead to the same places, and name the same values', () => {
  const fixed = (text = '') => (text.match(/\]\(command:[^)]+\)|`[^`]+`|\n/g) ?? []).sort();
  const translations: Texts = spanishManifest;
  for (const [key, text] of Object.entries(englishManifest)) expect(fixed(translations[key]), key).toEqual(fixed(text));
});

test('package.json is translated: only names are the same', () => {
  const texts: Texts = spanishManifest;
  const same = Object.entries(englishManifest).filter(([key, text]) => texts[key] === text);
  expect([...new Set(same.map(([, text]) => text))]).toEqual(['Briefmark']);
});
