import { searchFold } from '../base/text/searchFold.ts';
import { outletKey } from '../scope/scope.ts';
import type { SourceEntry } from '../syntax/ast.ts';
import { formatIsoDate } from '../syntax/date/isoDate.ts';
import { bounded, type Tool } from './tool.ts';

interface Arguments {
  readonly outlet?: string;
  readonly date?: string;
  readonly words?: string;
}

const MAX_SOURCES = 50;

/** Sources of the registries. */
export const findSource: Tool<Arguments> = {
  name: 'find_source',
  title: 'Find a source in the registries',
  description:
    'Finds sources that the registries list, by outlet (any of its names), date (YYYY, YYYY-MM or YYYY-MM-DD) and words of the title, author, address or id; all that is given must fit. Only what a registry lists is answered: an empty list means that there is no such source, not that one may be made up.',
  input: {
    type: 'object',
    properties: {
      outlet: { type: 'string' },
      date: { type: 'string', pattern: '^\\d{4}(-\\d{2}){0,2}$' },
      words: { type: 'string', description: 'Words that all have to occur.' },
    },
    additionalProperties: false,
  },
  async run({ outlet, date, words }, context) {
    const scope = await context.scope();
    const key = outlet === undefined ? undefined : outletKey(scope, outlet);
    const wanted = searchFold(words ?? '').split(/\s+/);
    const fits = (entry: SourceEntry) =>
      (key === undefined || (entry.outlet !== undefined && outletKey(scope, entry.outlet.value) === key)) &&
      (date === undefined || (entry.issued && formatIsoDate(entry.issued.value))?.startsWith(date) === true) &&
      wanted.every((word) => searchableText(entry).includes(word));
    const found = [...scope.sources.values()].map(({ entry }) => entry).filter(fits);
    const { total, rows } = bounded(found, MAX_SOURCES);
    return { total, sources: rows.map(describeEntry) };
  },
};

/** A source as tools answer with it: what identifies it, without ratings. */
export function describeEntry({ id, outlet, title, authors, issued, url }: SourceEntry): object {
  return {
    id: id.value,
    outlet: outlet?.value ?? null,
    title: title ?? null,
    authors,
    date: (issued && formatIsoDate(issued.value)) ?? null,
    url: url?.value ?? null,
  };
}

function searchableText({ id, title, authors, url }: SourceEntry): string {
  return searchFold([id.value, title ?? '', ...authors, url?.value ?? ''].join('\n'));
}
