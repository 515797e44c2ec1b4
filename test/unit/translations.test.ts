/** Whoever chose Spanish reads Spanish everywhere: every text has a translation, with the same things put in. */
import { describe, expect, test } from 'vitest';
import spanish from '../../l10n/bundle.l10n.es.json' with { type: 'json' };
import english from '../../l10n/bundle.l10n.json' with { type: 'json' };

const BUNDLES: [string, Record<string, string>, Record<string, string>][] = [['bundle', english, spanish]];

describe.each(BUNDLES)('%s', (_, texts, translated) => {
  test('everything is translated, and nothing is left of texts that are gone', () => {
    expect(Object.keys(translated).sort()).toEqual(Object.keys(texts).sort());
  });

  test('a translation puts in what the text puts in', () => {
    const putIn = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [key, text] of Object.entries(translated)) expect(putIn(text), key).toEqual(putIn(key));
  });
});
