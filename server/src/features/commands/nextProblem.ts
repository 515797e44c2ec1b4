import { RULES } from '../../rules/index.ts';
import { findingsOf } from '../diagnostics/diagnostics.ts';
import { toRange } from '../feature.ts';
import { command } from './command.ts';

/** The rules about citations. */
const SOURCING: ReadonlySet<string> = new Set(RULES.flatMap((rule) => (rule.citation ? [rule.code] : [])));

/** Where the next or previous finding about a citation is; after the last one comes the first. */
export const nextProblem = command('briefmark.server.nextProblem', ({ position, direction }, at) => {
  const { document, brief, context } = at;
  const findings = findingsOf({ kind: 'brief', document, value: brief }, context).filter(({ code }) =>
    SOURCING.has(code),
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
});
