import { sayDate } from '../model/calendar.ts';
import { reportsOf } from '../model/resolve.ts';
import { closest, didYouMean } from '../model/suggest.ts';
import type { Citation } from '../syntax/citation.ts';
import type { BlockContext, Problem, Rule } from './rule.ts';

/** An interview is its own source: nobody looks for it in a registry of published reports. */
const interview = /\binterviews?\b/i;

/** A citation that no entry of the registries answers to. Silent where nobody keeps a registry of sources. */
export const unknownSource: Rule = {
  code: 'unknown-source',
  severity: 'warning',
  title: 'A citation names a source that is in no registry.',
  why: `A source in the registry can be checked by anybody: its title, address, rating and archived copy are on record. One
    that is not there is a slip in the name, the date or the id, or a report nobody has recorded yet. Put it right, or add
    the report to \`sources.yaml\`. Without any registry of sources the rule is silent.`,
  bad: {
    brief: 'They left the country ([RFE/RL](src:rferl-2021-09-50)).\n',
    registry: 'references:\n  - { id: rferl-2021-09-05, container-title: RFE/RL, issued: 2021-09-05 }\n',
  },
  good: {
    brief: 'They left the country ([RFE/RL](src:rferl-2021-09-05)).\n',
    registry: 'references:\n  - { id: rferl-2021-09-05, container-title: RFE/RL, issued: 2021-09-05 }\n',
  },
  citation(citation, context) {
    const resolution = context.resolve(citation);
    if (resolution.status !== 'unknown') return undefined;
    if (citation.id) return unknownId(citation, citation.id.value, context);
    const { source } = citation;
    if (!source || interview.test(source.name)) return undefined;
    const day = resolution.dates.map(({ date }) => sayDate(date)).join(', ');
    const reports = reportsOf(context.scope, source);
    const data = { outlet: source.name, dates: resolution.dates.map(({ date }) => date) };
    if (reports.length > 0 || resolution.outlet) {
      const name = resolution.outlet?.entry.name.value ?? source.name;
      const known =
        reports.length === 0
          ? 'no report of it at all'
          : `${reports.length === 1 ? 'one report' : `${reports.length} reports`} of other days`;
      return {
        span: citation.span,
        message: `The registry has no report of ${name} of ${day} (${known}), so this citation cannot be checked. Put the date right, or add the report to sources.yaml.`,
        data,
      };
    }
    const suggestion = closest(source.name, outletNames(context));
    return {
      span: citation.span,
      message: `No outlet called “${source.name}” is in the registry, so this citation cannot be checked.${didYouMean(suggestion)} Put the name right, or add the report to sources.yaml.`,
      data: { ...data, ...(suggestion !== undefined && { suggestion }) },
    };
  },
};

function unknownId(citation: Citation, id: string, { scope }: BlockContext): Problem {
  const suggestion = closest(id, scope.sources.keys());
  const what =
    id === '' ? 'This citation names no source: its id is empty.' : `No source with the id “${id}” is in the registry.`;
  return {
    span: citation.span,
    message: `${what} The statement before it cannot be checked.${didYouMean(suggestion)} Put the id right, or add the source to sources.yaml.`,
    data: { id, ...(suggestion !== undefined && { suggestion }) },
  };
}

function* outletNames({ scope }: BlockContext): Iterable<string> {
  for (const { entry } of scope.sources.values()) if (entry.outlet) yield entry.outlet.value;
  for (const { entry } of scope.entities.values()) {
    if (entry.type.value !== 'media') continue;
    yield entry.name.value;
    for (const alias of entry.aliases) yield alias.value;
  }
}
