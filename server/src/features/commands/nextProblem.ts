import { RULES } from '../../rules/index.ts';
import { findingsOf } from '../diagnostics/diagnostics.ts';
import { toRange } from '../feature.ts';
import { isPosition, isString, oneOf } from './argument.ts';
import { createBriefCommand } from './command.ts';

/** Codes of the rules that check citations. */
const SOURCING_RULES: ReadonlySet<string> = new Set(RULES.flatMap((rule) => (rule.citation ? [rule.code] : [])));

/** The next or previous finding about a citation, wrapping around at the ends of the file. */
export const nextProblem = createBriefCommand(
  'briefmark.server.nextProblem',
  { uri: isString, position: isPosition, direction: oneOf(1, -1) },
  ({ position, direction }, openBrief) => {
    const { document, brief, context } = openBrief;
    const findings = findingsOf({ kind: 'brief', document, value: brief }, context).filter(({ code }) =>
      SOURCING_RULES.has(code),
    );
    const offset = document.offsetAt(position);
    const next =
      direction === 1
        ? findings.findIndex(({ span }) => span.start > offset)
        : findings.findLastIndex(({ span }) => span.start < offset);
    const index = next >= 0 ? next : direction === 1 ? 0 : findings.length - 1;
    const finding = findings[index];
    if (!finding) return undefined;
    const { span, message } = finding;
    return { range: toRange(document, span), message, index: index + 1, count: findings.length };
  },
);
