import * as l10n from '@vscode/l10n';
import { slice } from '../../base/text/span.ts';
import type { RegistryProblem } from '../../syntax/ast.ts';
import { unclosedFrontMatter } from '../../syntax/brief/brief.ts';
import { replacementFix, suggestionsOf } from '../engine/fixSupport.ts';
import type { Problem, Rule } from '../engine/rule.ts';

/** Syntax and schema errors in registries, in front matter and in `.briefmark.yaml`. */
export const invalidRegistry: Rule = {
  code: 'invalid-registry',
  severity: { draft: 'error', release: 'error' },
  title: l10n.t('A registry, front matter or .briefmark.yaml cannot be read as it is written.'),
  standard: {
    name: 'Briefmark format, section 4; YAML 1.2',
    requirement: l10n.t(
      'A registry is valid YAML, its sources are CSL items, its entities have an id, a type and a name.',
    ),
  },
  why: l10n.t(
    'What cannot be read is not used: a name is not recognized, a source stays unknown. Everything else in the file still counts. The message says what is expected at the place.',
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
  },
  registry: ({ registry }) => registry.problems.flatMap((problem) => (problem.topic ? [] : toProblem(problem))),
  // Only misspelled keys have a fix. For other errors the message says what is expected, and only the author has it.
  fixes: (finding, context) =>
    suggestionsOf(finding).map((key) =>
      replacementFix(
        l10n.t('Change “{0}” to “{1}”', slice(context.text, finding.span), key),
        context,
        finding.span,
        key,
        { isPreferred: true },
      ),
    ),
};

function toProblem({ suggestion, ...problem }: RegistryProblem): Problem {
  return suggestion === undefined ? problem : { ...problem, data: { suggestions: [suggestion] } };
}
