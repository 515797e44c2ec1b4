import { likelySources, statementSpan } from '../analysis/sourcing/likelySources.ts';
import { oneLine } from '../base/text/oneLine.ts';
import { shift, slice } from '../base/text/span.ts';
import { resolveCached } from '../scope/resolveCitation.ts';
import { briefDateOf } from '../syntax/brief/brief.ts';
import { recordsOf } from '../syntax/brief/records.ts';
import { isSourceMissing } from '../syntax/citation/missing.ts';
import { describeEntry } from './findSource.ts';
import { type BriefArguments, bounded, briefProperties, type Tool } from './tool.ts';

const MAX_GAPS = 50;
const MAX_CANDIDATES = 5;
const MAX_STATEMENT_LENGTH = 300;

/** Which sources a statement without one may rest on. */
export const suggestCandidates: Tool<BriefArguments> = {
  name: 'suggest_candidates',
  title: 'Suggest sources for the gaps of a brief',
  description:
    'For each citation of a brief that names no source: its statement, and the sources of the registries that it may rest on, the most likely first, with the words that they share. Shared words only suggest a source. A person decides; where the list is empty, the source has to be found, not made up.',
  input: { type: 'object', properties: briefProperties, additionalProperties: false },
  async run(args, context) {
    const { brief, scope, positionAt, text } = await context.brief(args);
    const date = briefDateOf(brief)?.value;
    const missing = recordsOf(brief).filter(({ value }) => isSourceMissing(value));
    const { total, rows } = bounded(missing, MAX_GAPS);
    return {
      total,
      gaps: rows.map(({ at, value: citation }) => {
        const span = shift(citation.group, at);
        const { line, character } = positionAt(span.start);
        const { dates } = resolveCached(citation, scope, date);
        const { ranked, isLeadClear } = likelySources({ citation, blockStart: at, dates }, brief, scope);
        const statement = statementSpan(brief, span.start);
        return {
          line: line + 1,
          column: character + 1,
          citation: slice(text, span),
          statement: oneLine(slice(text, statement), MAX_STATEMENT_LENGTH),
          isFirstClear: isLeadClear,
          candidates: ranked.slice(0, MAX_CANDIDATES).map(({ report, outlet, shared }) => ({
            ...(report ? describeEntry(report.entry) : { id: null, outlet }),
            inRegistry: report !== undefined,
            shared: shared(),
          })),
        };
      }),
    };
  },
};
