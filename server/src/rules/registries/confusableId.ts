import * as l10n from '@vscode/l10n';
import type { Located } from '../../base/text/span.ts';
import type { Registry } from '../../syntax/ast.ts';
import type { Problem, Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

/** Letters of other scripts that look like a Latin letter, and that letter; from the list of look-alikes of Unicode (UTS #39). */
const LATIN_LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [
    'аa еe оo рp сc хx уy іi јj ѕs ԁd ԛq ԝw һh ӏl',
    'АA ВB ЕE КK МM НH ОO РP СC ТT ХX ІI ЈJ ЅS УY ԌG ԜW',
    'αa οo νv ρp ιi ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX',
  ].flatMap((line) => line.split(' ').map((pair) => [...pair] as [string, string])),
);
const SCRIPTS = [
  [/\p{Script=Latin}/u, () => l10n.t('Latin')],
  [/\p{Script=Cyrillic}/u, () => l10n.t('Cyrillic')],
  [/\p{Script=Greek}/u, () => l10n.t('Greek')],
] as const;
const LATIN = 0;
const words = /\p{L}+/gu;

/** An id that mixes scripts, so that it looks like another one. */
export const confusableId: Rule = {
  code: 'confusable-id',
  severity: { draft: 'warning', release: 'warning' },
  title: l10n.t('An id mixes letters that look alike.'),
  standard: {
    name: 'Unicode UTS #39, section 5',
    url: STANDARD_URLS.UTS_39,
    requirement: l10n.t('An identifier is written in one script, so that it cannot be mistaken for another.'),
  },
  why: l10n.t(
    'A Cyrillic “а” looks like a Latin “a”. An id that has one in a Latin word looks like another id but differs from it: tags and citations find the wrong entry, or none, for no visible reason.',
  ),
  bad: {
    brief: 'Kabul fell.\n',
    registry: 'entities:\n  - { id: kаbul, type: place, name: Kabul }\n',
  },
  good: {
    brief: 'Kabul fell.\n',
    registry: 'entities:\n  - { id: kabul, type: place, name: Kabul }\n',
  },
  *registry({ registry }) {
    for (const id of idsIn(registry)) {
      const problem = problemOf(id);
      if (problem) yield problem;
    }
  },
};

function idsIn({ types, entities, sources }: Registry): Located<string>[] {
  return [...types, ...entities, ...sources].map(({ id }) => id);
}

function problemOf({ value, span }: Located<string>): Problem | undefined {
  const scripts = scriptsIn(value);
  if (!scripts.has(LATIN) || scripts.size < 2) return undefined;
  // Words of two scripts side by side can be read, unless all letters of one look Latin.
  const suspect = (value.match(words) ?? []).find((word) =>
    !scriptsIn(word).has(LATIN) ? [...word].every((char) => LATIN_LOOKALIKES.has(char)) : scriptsIn(word).size > 1,
  );
  const letter = [...(suspect ?? '')].find((char) => !SCRIPTS[LATIN][0].test(char));
  if (letter === undefined) return undefined;
  const [, scriptName] = SCRIPTS.find(([pattern]) => pattern.test(letter)) ?? [];
  if (!scriptName) return undefined;
  const latin = LATIN_LOOKALIKES.get(letter);
  const fact =
    latin === undefined
      ? l10n.t('The id “{0}” mixes Latin letters with the {1} letter “{2}”.', value, scriptName(), letter)
      : l10n.t(
          'The id “{0}” has the {1} letter “{2}”, which looks like a Latin “{3}”.',
          value,
          scriptName(),
          letter,
          latin,
        );
  return { span, message: `${fact} ${l10n.t('Rename it in one script.')}` };
}

function scriptsIn(text: string): ReadonlySet<number> {
  return new Set(SCRIPTS.flatMap(([pattern], index) => (pattern.test(text) ? index : [])));
}
