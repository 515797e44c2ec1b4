import { citationRows } from '../exporters/rows/citations.ts';
import { type BriefArguments, bounded, briefProperties, type Tool } from './tool.ts';

const MAX_CITATIONS = 500;

/** The citations of a brief. */
export const listCitations: Tool<BriefArguments> = {
  name: 'list_citations',
  title: 'List the citations of a brief',
  description:
    'Lists every citation of a brief as it is read: its words, outlet, date, title, address, and status: resolved (a registry has it), unknown, ambiguous, missing (it names no source), linked (no entry, but an address) or unchecked (no registry lists sources).',
  input: { type: 'object', properties: briefProperties, additionalProperties: false },
  async run(args, context) {
    const file = await context.brief(args);
    const { total, rows } = bounded(citationRows(file), MAX_CITATIONS);
    return {
      total,
      citations: rows.map(({ span, text, source, iso, id, status, form, title, author, url }) => {
        const { line, character } = file.positionAt(span.start);
        return { line: line + 1, column: character + 1, text, source, date: iso, id, status, form, title, author, url };
      }),
    };
  },
};
