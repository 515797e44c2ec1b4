import * as l10n from '@vscode/l10n';
import { quote } from '../../base/text/quote.ts';
import { slice } from '../../base/text/span.ts';
import type { RegistryProblem } from '../../syntax/ast.ts';
import { unclosedFrontMatter, unreadFrontMatter } from '../../syntax/brief/brief.ts';
import { replacementFix, suggestionsOf } from '../engine/fixSupport.ts';
import type { Problem, Rule } from '../engine/rule.ts';

/** Syntax and schema errors in registries, in front matter and in `.briefmark.yaml`. */
export const invalidRegistry: Rule = {
  code: 'invalid-registry',
  severity: { draft: 'error', release: 'error' },
  checksBibliographies: true,
  lesser: { draft: 'hint', release: 'information' },
  title: l10n.t('A registry, front matter or .briefmark.yaml has an error.'),
  standard: {
    name: 'Briefmark format, section 4; YAML 1.2',
    requirement: l10n.t(
      'A registry is valid YAML, its sources are CSL items, its entities have an id, a type and a name.',
    ),
  },
  why: l10n.t(
    'Briefmark ignores what it cannot read: a name is not recognized, a source stays unknown. The rest of the file still counts. A value that Briefmark reads but other programs lose, such as an id without quotation marks that is a number in YAML, is a lesser finding. The message says what is expected.',
  ),
  bad: { brief: 'Kabul fell.\n', registry: 'entities:\n  - { id: kabul, type: place, name: [] }\n' },
  good: { brief: 'Kabul fell.\n', registry: 'entities:\n  - { id: kabul, type: place, name: Kabul }\n' },
  *brief({ brief }) {
    const span = unclosedFrontMatter(brief);
    if (span) {
      yield {
        span,
        message: l10n.t(
          'This front matter is not closed, so nothing in it counts. Close it with a line of three hyphens: ---.',
        ),
      };
    }
    const unread = unreadFrontMatter(brief);
    if (unread) {
      yield {
        span: unread.span,
        // Hugo reads it.
        ...(unread.isToml && { isLesser: true }),
        message: unread.isToml
          ? l10n.t(
              'Nothing in this front matter counts, because it is TOML. Write it in YAML, between lines of three hyphens: ---.',
            )
          : l10n.t(
              'Nothing in this front matter counts, because it does not begin with three hyphens at the start of the file. Remove what stands before them.',
            ),
      };
    }
  },
  registry: ({ registry }) => registry.problems.flatMap((problem) => (problem.topic ? [] : toProblem(problem))),
  // For what has no fix the message says what is expected, and only the author has it.
  fixes: (finding, context) =>
    suggestionsOf(finding).map((text) => {
      const written = slice(context.text, finding.span);
      const title = /^["']/.test(text)
        ? l10n.t('Put {0} in quotation marks', quote(written))
        : l10n.t('Change “{0}” to “{1}”', written, text);
      return replacementFix(title, context, finding.span, text, { isPreferred: true });
    }),
};

function toProblem({ suggestion, ...problem }: RegistryProblem): Problem {
  return suggestion === undefined ? problem : { ...problem, data: { suggestions: [suggestion] } };
}
