/** The texts of the rules in Spanish: those of the rule itself, and the message about its bad example. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import spanish from '../../../l10n/bundle.l10n.es.json' with { type: 'json' };
import { RULES } from '../../../server/src/rules/index.ts';

/** All the server's rules are loaded several times. In milliseconds. */
const LONG = 60_000;

/** All that the rules say in one language. */
type Said = Awaited<ReturnType<typeof everythingIn>>;

/** Texts are looked up when modules are loaded, or when they are needed: both happen here, in the language asked for. */
async function everythingIn(translations: Record<string, string> | undefined) {
  vi.resetModules();
  const { setTranslations: translateInto } = await import('../../../server/src/host/translations.ts');
  translateInto(translations);
  const { RULES: rules } = await import('../../../server/src/rules/index.ts');
  const { rulesPage } = await import('../../../server/src/rules/run/rulesPage.ts');
  const { findingsInExample: findIn, exampleOptions: optionsFor } = await import('../support/examples.ts');
  const texts = rules.map((rule) => {
    const { code, title, why, standard, bad } = rule;
    const { message } = findIn(bad, optionsFor(rule, bad))[0]!;
    return [code, { title, why, says: standard.requirement, message }] as const;
  });
  return { texts: new Map(texts), names: rules.map(({ standard }) => standard.name), page: rulesPage() };
}

let english: Said;
let translated: Said;

beforeAll(async () => {
  english = await everythingIn(undefined);
  translated = await everythingIn(spanish);
}, LONG);

// The tests share their modules: those that come next find none that speaks Spanish.
afterAll(async () => {
  await everythingIn(undefined);
}, LONG);

describe.each(RULES.map(({ code }) => code))('%s', (code) => {
  test('a translated text is shown, with the code of the English one', () => {
    const before: Record<string, string> = english.texts.get(code)!;
    for (const [what, text] of Object.entries(translated.texts.get(code)!)) {
      const translation = (spanish as Record<string, string>)[before[what]!];
      if (translation) expect.soft(text, what).toBe(translation);
      expect.soft(text, what).not.toMatch(/\{\d\}|undefined/);
      expect.soft(codeIn(text), what).toEqual(codeIn(before[what]!));
    }
  });
});

test('names of standards stay', () => {
  expect(translated.names).toEqual(english.names);
});

test('the page has its rules on the same lines: findings lead to those of the English one', () => {
  const headings = (page: string) => page.split('\n').map((line) => (line.startsWith('## ') ? line : ''));
  expect(headings(translated.page)).toEqual(headings(english.page));
});

/** What is code stays as it is. */
function codeIn(text: string): string[] {
  return (text.match(/`[^`]+`/g) ?? []).sort();
}
