import { allClosest, didYouMean } from '../../model/suggest.ts';
import { frontMatterOf } from '../../syntax/brief.ts';
import { type Located, shift } from '../../syntax/span.ts';
// Read when the rule runs, not when it is loaded: this rule is one of them.
import { RULES } from '../index.ts';
import { replacing, suggestionsOf } from '../places.ts';
import type { Problem, Rule } from '../rule.ts';

/** An ignore comment, or the `ignore` of a front matter, that names no rule. */
export const unknownRule: Rule = {
  code: 'unknown-rule',
  severity: { draft: 'information', release: 'warning' },
  title: 'An ignore comment names a rule that does not exist.',
  standard: {
    name: 'Briefmark format, section 3',
    says: 'An ignore comment, or the `ignore` of the front matter, names the rules it silences by their codes.',
  },
  why: `What is silenced under a name no rule has is not silenced, and whoever reads the comment believes it is. Put the name right,
    or take the comment out. Words that give a reason after the code of a rule are no mistake.`,
  bad: { brief: '<!-- brief-ignore malformed-citaton -->\nTalks were held (Eurasianet, May 9).\n' },
  fixed: { brief: '<!-- brief-ignore malformed-citation -->\nTalks were held (Eurasianet, May 9).\n' },
  good: { brief: '<!-- brief-ignore malformed-citation -->\nTalks were held (Eurasianet May 9).\n' },
  *brief({ brief }) {
    for (const code of frontMatterOf(brief)?.ignore ?? []) if (!isRule(code)) yield toProblem(code);
    for (const [index, { ignores }] of brief.blocks.entries()) {
      for (const { codes } of ignores) {
        for (const { value, span } of mistakesIn(codes)) {
          yield toProblem({ value, span: shift(span, brief.starts[index]!) });
        }
      }
    }
  },
  registry: ({ registry }) => registry.ignores.flatMap(({ codes }) => mistakesIn(codes).map(toProblem)),
  fixes(finding, context) {
    const suggestions = suggestionsOf(finding);
    const preferred = suggestions.length === 1;
    return suggestions.map((code) => replacing(`Change to “${code}”`, context, finding.span, code, { preferred }));
  },
};

/** The words of a comment that are meant for codes and are none. Beside a code that is one, other words are a reason. */
function mistakesIn(codes: readonly Located<string>[]): Located<string>[] {
  const unknown = codes.filter((code) => !isRule(code) && /\p{L}/u.test(code.value));
  const misspelt = unknown.filter(({ value }) => suggestionsFor(value).length > 0);
  return misspelt.length > 0 || unknown.length < codes.length ? misspelt : unknown.slice(0, 1);
}

function isRule({ value }: Located<string>): boolean {
  return RULES.some(({ code }) => code === value);
}

function suggestionsFor(word: string): string[] {
  return allClosest(
    word,
    RULES.map(({ code }) => code),
  );
}

function toProblem({ value, span }: Located<string>): Problem {
  const suggestions = suggestionsFor(value);
  return {
    span,
    message: `There is no rule “${value}”, so nothing is silenced by this name.${didYouMean(suggestions)} Put the code of a rule here, or take it out.`,
    data: { suggestions },
  };
}
