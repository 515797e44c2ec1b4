import { sayDate } from '../model/calendar.ts';
import { candidatesFor } from '../model/resolve.ts';
import type { Rule } from './rule.ts';

/** The defect the tool exists for: `(, September 22)`, a citation whose source was lost on the way. */
export const missingSource: Rule = {
  code: 'missing-source',
  severity: 'error',
  title: 'A citation has a date but no source.',
  why: `Copying an article out of a web page drops every source whose name was a link or a bare domain and leaves
    \`(, September 22)\` behind. The statement before it can no longer be checked. Put the name of the source before the
    comma; the original, or the registry's reports of that day, tell which it was.`,
  bad: { brief: 'The ceremony was called off (, September 11).\n' },
  good: { brief: 'The ceremony was called off (TASS, September 11).\n' },
  citation(citation, { resolve, scope, text }) {
    const resolution = resolve(citation);
    if (resolution.status !== 'missing') return undefined;
    const written = citation.when ? text(citation.when.span) : '';
    const candidates = candidatesFor(resolution.dates, scope);
    const reports = candidates.length === 1 ? 'one report' : `${candidates.length} reports`;
    const day = resolution.dates[0] ? sayDate(resolution.dates[0].date) : written;
    const hint = candidates.length > 0 ? ` The registry has ${reports} of ${day}.` : '';
    return {
      span: citation.span,
      message: `The source of this citation is missing: only its date, ${written}, is left, so nobody can check the statement. Put the source’s name before the comma.${hint}`,
      data: {
        dates: resolution.dates.map(({ date }) => date),
        candidates: candidates.map(({ entry }) => entry.id.value),
      },
    };
  },
};
