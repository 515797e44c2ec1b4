/** What a reviewer signs for: each statement with its sources, what is open, and what was silenced. ICD 206. */

import * as l10n from '@vscode/l10n';
import { confidenceTermsIn } from '../../analysis/language/confidence.ts';
import { isJudgment } from '../../analysis/language/judgments.ts';
import { likelihoodTermsIn } from '../../analysis/language/likelihood.ts';
import { statementsIn } from '../../analysis/language/statements.ts';
import { formatRating } from '../../analysis/sourcing/admiralty.ts';
import { gradesOf } from '../../analysis/sourcing/grades.ts';
import { describeDependence, findDependence, sourceIdentitiesOf } from '../../analysis/sourcing/independence.ts';
import type { Steps } from '../../base/memo/steps.ts';
import { oneLine } from '../../base/text/oneLine.ts';
import { type Span, shift, slice } from '../../base/text/span.ts';
import { headerOf } from '../../render/header.ts';
import { applyTo, outermost } from '../../render/prose/change.ts';
import { markupChanges } from '../../render/prose/markup.ts';
import { PLAIN_STYLE } from '../../render/prose/plainProse.ts';
import { type Release, releaseOf } from '../../render/release.ts';
import { titleOf } from '../../render/title.ts';
import { languageOf } from '../../render/words/index.ts';
import type { Severity } from '../../rules/engine/settings.ts';
import { RULES } from '../../rules/index.ts';
import { type ResolutionStatus, resolveCached } from '../../scope/resolveCitation.ts';
import { findOutlet } from '../../scope/scope.ts';
import type { Block, Citation } from '../../syntax/ast.ts';
import { briefDateOf, frontMatterOf, sectionsOf } from '../../syntax/brief/brief.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import { formatIsoDate } from '../../syntax/date/isoDate.ts';
import type { ExportedBrief } from '../engine/exporter.ts';
import { locate } from '../rows/row.ts';
import { type SourceRow, sourceRows } from '../rows/sources.ts';
import type { SheetReview } from './review.ts';

/** A source of a statement. Texts are empty where nothing is known, or may be. */
export interface SheetSource {
  /** The offset of the citation. */
  readonly at: number;
  /** The citation as written. */
  readonly cited: string;
  readonly status: ResolutionStatus;
  readonly isLost: boolean;
  readonly outlet: string;
  readonly title: string;
  readonly date: string;
  /** In words: `B2: usually reliable, probably true`. */
  readonly rating: string;
  readonly archive: string;
  readonly sha256: string;
  readonly tlp: string;
}

export interface SheetStatement {
  readonly section: string;
  /** Its offset in the brief. */
  readonly at: number;
  /** Counts from one. */
  readonly line: number;
  /** On one line, without the marks of Markdown. */
  readonly text: string;
  readonly sources: readonly SheetSource[];
  /** Whether its sources depend on each other, and why; empty without sources. */
  readonly independence: string;
  readonly isJudgment: boolean;
  readonly likelihood: readonly string[];
  readonly confidence: readonly string[];
}

export interface SheetFinding {
  readonly at: number;
  readonly line: number;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

export interface SheetIgnore {
  readonly at: number;
  readonly line: number;
  readonly codes: readonly string[];
  readonly scope: 'file' | 'next';
  /** Empty if none is given. */
  readonly reason: string;
}

export interface Sheet {
  readonly title: string;
  readonly facts: readonly string[];
  readonly marking: string | undefined;
  /** Whether it has what only the house may read; without, no ratings are known. */
  readonly isInternal: boolean;
  readonly statements: readonly SheetStatement[];
  readonly findings: readonly SheetFinding[];
  readonly ignores: readonly SheetIgnore[];
  readonly sources: readonly SourceRow[];
  /** Absent if there is none. */
  readonly review?: SheetReview | undefined;
}

/** Longer statements are cut, in UTF-16 units. */
const MAX_STATEMENT_LENGTH = 2_000;
const MAX_CITATION_LENGTH = 400;

export interface SheetOptions {
  readonly internal: boolean;
  /** Replaces the title of the brief. */
  readonly title?: string | undefined;
  readonly review?: SheetReview | undefined;
}

/** The sheet of a brief, one block per step. */
export function* createSheet(exported: ExportedBrief, { internal, title: given, review }: SheetOptions): Steps<Sheet> {
  const { brief, scope, file, name } = exported;
  const release = releaseOf(brief, scope, internal);
  const positionOf = locate(brief);
  const sections = sectionsOf(brief);
  const markup = { brief, date: briefDateOf(brief)?.value, scope, style: PLAIN_STYLE, release };
  const written = writtenCitations(exported);
  let next = 0;
  const statements: SheetStatement[] = [];
  for (const [index, block] of brief.blocks.entries()) {
    yield;
    const at = brief.starts[index]!;
    const text = brief.text.slice(at, at + block.length);
    while (next < sections.length && sections[next]!.title.span.start <= at + block.content.start) next++;
    const likelihood = likelihoodTermsIn(block, text);
    const confidence = confidenceTermsIn(block, text);
    const found = statementsIn(block, text);
    const changes = found.length === 0 ? [] : outermost(markupChanges(block, at, markup));
    for (const statement of found) {
      const span = withoutComments(statement, block.atoms, text);
      const prose = applyTo(brief.text, changes, shift(span, at));
      const words = oneLine(prose, MAX_STATEMENT_LENGTH).replace(/^(?:[-*+]|\d{1,3}[.)]) /, '');
      if (!/[\p{L}\p{N}]/u.test(words)) continue;
      const termsIn = (terms: readonly Span[]) =>
        terms
          .filter(({ start, end }) => statement.start <= start && end <= statement.end)
          .map((term) => slice(text, term));
      const citations = statement.citations.map(({ citation }) => citation);
      statements.push({
        section: sections[next - 1]?.title.value ?? '',
        at: at + span.start,
        line: positionOf(at + span.start).line,
        text: words,
        sources: citations.flatMap((citation) => sheetSources(citation, written.get(citation), exported, release)),
        independence: independenceOf(citations, exported),
        isJudgment: isJudgment(text.slice(statement.start, statement.end)),
        likelihood: termsIn(likelihood),
        confidence: termsIn(confidence),
      });
    }
  }
  const { words } = languageOf(brief);
  const { facts, marking } = headerOf(brief, words);
  return {
    title: given ?? titleOf(brief).text ?? name,
    facts,
    marking,
    isInternal: release.isInternal,
    statements,
    findings: exported.findings().map(({ code, severity, message, span }) => ({
      at: span.start,
      line: positionOf(span.start).line,
      code,
      severity,
      // A message may name what the readers may not know.
      message: internal ? message : (RULES.find((rule) => rule.code === code)?.title ?? code),
    })),
    ignores: ignoresOf(exported),
    sources: sourceRows({ name: file, brief, scope }, release),
    review,
  };
}

/** The statement from its first word: comments may stand before it. */
function withoutComments({ start, end }: Span, atoms: Block['atoms'], text: string): Span {
  let from = start;
  for (const atom of atoms)
    if (atom.kind === 'comment' && atom.start <= from && from < atom.end)
      from = atom.end + text.slice(atom.end, end).search(/\S|$/);
  return { start: Math.min(from, end), end };
}

function sheetSources(
  citation: Citation,
  { at, words: written }: WrittenCitation = { at: 0, words: '' },
  exported: ExportedBrief,
  release: Release,
): SheetSource[] {
  const { brief, scope, lost } = exported;
  const { status, entries, dates } = resolveCached(citation, scope, briefDateOf(brief)?.value);
  const asWritten: SheetSource = {
    at,
    cited: written,
    status,
    isLost: lost.has(citation) || status === 'missing',
    outlet: citation.source?.name ?? '',
    title: citation.title?.value ?? '',
    date: dates[0] ? (formatIsoDate(dates[0].date) ?? '') : '',
    rating: '',
    archive: citation.archive?.value ?? '',
    sha256: '',
    tlp: '',
  };
  if (status !== 'resolved' || entries.length === 0) return [asWritten];
  return entries.map(({ entry }) => {
    if (release.isWithheld(entry))
      return { ...asWritten, cited: citation.id && !citation.source ? languageOf(brief).words.withheld : written };
    const outlet = entry.outlet && findOutlet(scope, entry.outlet.value)?.entry;
    const { reliability, credibility } = gradesOf(entry, scope);
    return {
      ...asWritten,
      outlet: (release.isWithheld(outlet) ? undefined : outlet?.name.value) ?? entry.outlet?.value ?? '',
      title: entry.title ?? '',
      date: entry.issued ? (formatIsoDate(entry.issued.value) ?? '') : '',
      rating: release.isInternal ? (formatRating(reliability, credibility) ?? '') : '',
      archive: entry.archive?.value ?? '',
      sha256: entry.sha256?.value ?? '',
      tlp: release.isInternal ? (entry.tlp?.value ?? outlet?.tlp?.value ?? '') : '',
    };
  });
}

interface WrittenCitation {
  readonly at: number;
  /** On one line. */
  readonly words: string;
}

/** Each citation as written, and where. */
function writtenCitations({ brief }: ExportedBrief): ReadonlyMap<Citation, WrittenCitation> {
  return new Map(
    recordsOf(brief).map(({ at, value }) => {
      const span = shift(value.span, at);
      return [value, { at: span.start, words: oneLine(slice(brief.text, span), MAX_CITATION_LENGTH) }];
    }),
  );
}

/** Whether the sources of a statement stand on their own. */
function independenceOf(citations: readonly Citation[], { brief, scope }: ExportedBrief): string {
  const date = briefDateOf(brief)?.value;
  const identities = citations.flatMap((citation) => {
    const resolution = resolveCached(citation, scope, date);
    return resolution.status === 'missing' ? [] : sourceIdentitiesOf(citation, resolution, scope);
  });
  if (identities.length === 0) return '';
  if (identities.length === 1) return l10n.t('one source');
  for (const [index, one] of identities.entries())
    for (const other of identities.slice(index + 1)) {
      const dependence = findDependence(one, other, scope);
      if (dependence) return describeDependence(one, other, dependence);
    }
  return l10n.t('independent, as far as the registries tell');
}

function ignoresOf({ brief }: ExportedBrief): SheetIgnore[] {
  const positionOf = locate(brief);
  const declared = frontMatterOf(brief)?.ignore ?? [];
  return [
    ...declared.map(
      ({ value, span }): SheetIgnore => ({
        at: span.start,
        line: positionOf(span.start).line,
        codes: [value],
        scope: 'file',
        reason: '',
      }),
    ),
    ...brief.blocks.flatMap(({ ignores, content }, index) =>
      ignores.map(({ codes, scope, reason = '' }): SheetIgnore => {
        const at = brief.starts[index]! + (codes[0]?.span.start ?? content.start);
        return { at, line: positionOf(at).line, codes: codes.map(({ value }) => value), scope, reason };
      }),
    ),
  ];
}
