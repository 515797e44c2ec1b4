import { checkBrief as findingsOf } from '../rules/run/runRules.ts';
import { recordsOf } from '../syntax/brief/records.ts';
import { type BriefArguments, bounded, briefProperties, type Tool } from './tool.ts';

const MAX_FINDINGS = 200;

/** What is wrong with a brief. */
export const checkBrief: Tool<BriefArguments> = {
  name: 'check_brief',
  title: 'Check a brief',
  description:
    'Finds statements that have lost their source and other sourcing problems in a brief. Answers with findings: rule code, severity, message, line and column (from 1) and the words concerned. Use explain_rule for a code, and suggest_candidates for missing sources. Never fill a missing source with one that no tool has named.',
  input: {
    type: 'object',
    properties: {
      ...briefProperties,
      profile: { type: 'string', enum: ['draft', 'release'], description: 'How strict to be. Default: as configured.' },
    },
    additionalProperties: false,
  },
  async run(args, context) {
    const { uri, brief, scope, settings, positionAt, text } = await context.brief(args);
    const { total, rows } = bounded(findingsOf(uri, brief, scope, settings), MAX_FINDINGS);
    return {
      citations: recordsOf(brief).length,
      total,
      findings: rows.map(({ code, severity, message, span }) => {
        const { line, character } = positionAt(span.start);
        return {
          code,
          severity,
          message,
          line: line + 1,
          column: character + 1,
          words: text.slice(span.start, span.end),
        };
      }),
    };
  },
};
