import * as l10n from '@vscode/l10n';
import { statementsIn } from '../../analysis/language/statements.ts';
import { patternsFrom } from '../../analysis/language/words/index.ts';
import {
  describeDependence,
  findSyndication,
  type SourceIdentity,
  sourceIdentitiesOf,
} from '../../analysis/sourcing/independence.ts';
import { oneOf } from '../../base/text/phrases.ts';
import { type Span, shift, slice } from '../../base/text/span.ts';
import { resolveCached } from '../../scope/resolveCitation.ts';
import { outletKey, type Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate } from '../../syntax/ast.ts';

import { frontMatterOf } from '../../syntax/brief/brief.ts';
import { blocksOf, chunksOf, perChunk } from '../../syntax/brief/chunks.ts';
import { type CitedHere, citedIn } from '../../syntax/brief/citedIn.ts';
import { markerAt } from '../../syntax/brief/notes.ts';

import type { BlockContext, BriefContext, Problem, RelatedLocation, Rule } from '../engine/rule.ts';

/** `Publication: Casebook Bulletin Volume: 3 Issue: 18` in the masthead. */
const mastheadPublication = /^(?:\*\*)?Publication:(?:\*\*)? *([^\r\n]{2,200})/m;
const issueSuffix = /,? +(?:volume|vol\.?|issue|no\.?)[: ].*$/i;
const patterns = patternsFrom(({ sourcing: list }) => {
  const space = ' ';
  return {
    /** A pointer to further reading, not evidence. */
    crossReference: new RegExp(`^[\\s(;]*${oneOf(list.crossReferences)}\\b`, 'i'),
    /** A sentence that discloses its source as our own. */
    ownWork: new RegExp(
      [
        `\\b${oneOf(list.ownWorkOwners, { space })} (?:\\p{Ll}{1,20} ){0,2}${oneOf(list.ownWorkKinds)}\\b`,
        `\\b${oneOf(list.ownWorkSubjects)} (?:${oneOf(list.ownWorkAuxiliaries)} )?(?:\\p{Ll}{2,12} )?${oneOf(list.ownWorkVerbs)}\\b`,
        `\\b${oneOf(list.earlierWork, { space })}\\b`,
      ].join('|'),
      'iu',
    ),
  };
});

/** Our own publication, or a reprint of an already cited report, cited as independent confirmation. */
export const circularReporting: Rule = {
  code: 'circular-reporting',
  severity: { draft: 'off', release: 'warning' },
  title: l10n.t('A source confirms itself: it is our own publication, or the same report twice.'),
  standard: {
    name: 'Intelligence Warning Terminology (JMIC), “circular intelligence”; FM 2-22.3, appendix B',
    requirement: l10n.t(
      'Information that returns through someone who repeated it looks like confirmation but is not: only sources that know something independently confirm each other.',
    ),
  },
  why: l10n.t(
    'Our own publications are no evidence for what we publish now. Cite the sources they rest on, or say that they are ours, as in `(see Casebook Bulletin, May 3)` or “our earlier count”. The publication named in the front matter or the masthead and those in the settings count as ours. An agency’s report that a second outlet reprints is still one report. Two outlets in one sentence count as one report only if the registry shows it: the same title within two days, or an author or a credit in the title that is the other outlet.',
  ),
  bad: {
    brief:
      '---\npublication: Casebook Bulletin\n---\n\nThe two states have closed the border to trade (Casebook Bulletin, May 3).\n',
  },
  good: {
    brief:
      '---\npublication: Casebook Bulletin\n---\n\nThe two states have closed the border to trade (TASS, May 2; see Casebook Bulletin, May 3).\n',
  },
  *brief(context) {
    const { brief, scope, date } = context;
    const ownKeys = ownOutletKeys(context);
    if (ownKeys.length === 0) return;
    // A string, so that the cache of `perChunk` stays valid as long as the keys are equal.
    const keys = JSON.stringify(ownKeys);
    for (const part of chunksOf(brief)) {
      for (const { name, cited } of ownCitationsIn(part, scope, date, keys)) {
        if (cited.isAtMarker && isCrossReferenceInNote(brief, cited, part.at)) continue;
        yield {
          span: shift(cited, part.at),
          message: l10n.t(
            'This cites our own {0} as if it were an independent source. Cite what {0} relied on, or write “see {0}”.',
            name,
          ),
        };
      }
    }
  },
  *paragraph(block, context) {
    const text = context.textOf({ start: 0, end: block.length });
    if (citedIn(block, text).length < 2) return;
    for (const { citations } of statementsIn(block, text)) {
      const earlier: SourceIdentity[] = [];
      for (const { citation, start, end } of citations) {
        const identities = sourceIdentitiesOf(citation, context.resolve(citation), context.scope);
        const problem = reprintProblem(earlier, identities, { start, end }, context);
        if (problem) yield problem;
        earlier.push(...identities);
      }
    }
  },
};

/** The outlet keys of our own publications: from the settings, the front matter and the masthead. */
function ownOutletKeys({ brief, scope, settings }: BriefContext): string[] {
  const names = [...settings.publications];
  const declared = frontMatterOf(brief)?.publication?.value;
  if (declared) names.push(declared);
  for (const part of chunksOf(brief)) names.push(...publicationsIn(part));
  return names.map((name) => outletKey(scope, name));
}

const publicationsIn = perChunk((part) =>
  blocksOf(part).flatMap(({ block: { shape }, text }) => {
    const name = shape === 'masthead' && mastheadPublication.exec(text)?.[1]?.replace(issueSuffix, '').trim();
    return name ? [name] : [];
  }),
);

/** The citations of a chunk that use our own publications as evidence. `keys` is the JSON list of our outlet keys. */
const ownCitationsIn = perChunk((part, scope: Scope, date: CalendarDate | undefined, keys: string) => {
  const ownKeys: ReadonlySet<unknown> = new Set(JSON.parse(keys));
  return blocksOf(part).flatMap(({ block, text, offset }) =>
    citedIn(block, text).flatMap((cited) => {
      const { citation } = cited;
      const identities = sourceIdentitiesOf(citation, resolveCached(citation, scope, date), scope);
      const identity = identities.find(({ outlet }) => outlet !== undefined && ownKeys.has(outlet));
      if (!identity || isDisclosed(block, cited, text)) return [];
      return [{ name: identity.name, cited: { ...cited, ...shift(cited, offset) } }];
    }),
  );
});

/** Whether a citation is marked as a cross-reference, or its sentence discloses that it is ours. */
function isDisclosed(block: Block, cited: CitedHere, text: string): boolean {
  if (patterns().crossReference.test(text.slice(cited.start, cited.end))) return true;
  const statement = statementsIn(block, text).find(({ citations }) => citations.includes(cited));
  const { start, end } = statement ?? block.content;
  return patterns().ownWork.test(text.slice(start, end));
}

/** Whether a citation that is made at a marker is marked as a cross-reference in its note. `cited` counts from `at`. */
function isCrossReferenceInNote(brief: Brief, { start, citation }: CitedHere, at: number): boolean {
  const notes = markerAt(brief, at + start)?.notes ?? [];
  return notes.some(({ blockIndex, span: { start: noteStart } }) => {
    const blockStart = brief.starts[blockIndex]!;
    const isOfNote = citation.note !== undefined && citation.note.start + blockStart === noteStart;
    return isOfNote && patterns().crossReference.test(slice(brief.text, shift(citation.span, blockStart)));
  });
}

/** The problem of a citation that repeats a report cited earlier in the sentence. */
function reprintProblem(
  earlier: readonly SourceIdentity[],
  identities: readonly SourceIdentity[],
  span: Span,
  { scope }: BlockContext,
): Problem | undefined {
  for (const other of earlier) {
    for (const identity of identities) {
      const syndication = findSyndication(other, identity, scope);
      if (!syndication) continue;
      return {
        span,
        message: l10n.t(
          '{0}; the two do not confirm each other. Cite the original alone, or add an independent source.',
          describeDependence(other, identity, syndication),
        ),
        related: [other, identity].flatMap(({ report }): RelatedLocation[] =>
          report
            ? [{ uri: report.uri, span: report.entry.id.span, message: report.entry.title ?? report.entry.id.value }]
            : [],
        ),
      };
    }
  }
  return undefined;
}
