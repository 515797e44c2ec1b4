/** The statements of a brief with their sources, in a form in which those of two versions can be compared. */

import { oneLine } from '../../base/text/oneLine.ts';
import { outermostSpans, type Span, shift } from '../../base/text/span.ts';
import { type Resolution, resolveCached } from '../../scope/resolveCitation.ts';
import { outletKey, type Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate, Citation, SourceEntry } from '../../syntax/ast.ts';
import { briefDateOf } from '../../syntax/brief/brief.ts';
import { type CitedHere, citedIn } from '../../syntax/brief/citedIn.ts';
import { normalizeAddress } from '../../syntax/citation/linkAddress.ts';
import { formatDateForDisplay } from '../../syntax/date/calendar.ts';
import { formatIsoDate } from '../../syntax/date/isoDate.ts';
import { factIn, hasOtherReference, namesSourceInProse } from '../language/factualStatements.ts';
import { statementsIn } from '../language/statements.ts';

/** A version of a brief, with the registries that apply to it. */
export interface Version {
  readonly brief: Brief;
  readonly scope: Scope;
}

/** One source that a statement cites: a citation of two days has two. */
export interface CitedSource {
  /** Two sources that share one of these are the same. None: the citation names no source. */
  readonly keys: readonly string[];
  /** `RFE/RL, May 8, 2021`, as far as it is known. */
  readonly label: string;
  readonly id: string | undefined;
  /** Where it is cited: the parenthesis, or the marker of the note. Counts in the brief. */
  readonly span: Span;
}

/** A statement; its span counts in the brief. */
export interface SourcedStatement extends Span {
  /** On one line, without tags and citations. */
  readonly words: string;
  readonly sources: readonly CitedSource[];
  /** Its own sources; if it has none, those of the next statement of its paragraph that has some. */
  readonly support: readonly CitedSource[];
  /** Whether it states a fact and neither it nor its paragraph refers to a source in another way. */
  readonly needsSource: boolean;
}

/** Longer statements are compared by their beginning, in UTF-16 units. */
const MAX_STATEMENT_LENGTH = 4_000;

/** The statements of a brief in order. A source line counts for the last statement of the paragraph above it. */
export function sourcedStatements({ brief, scope }: Version): SourcedStatement[] {
  const date = briefDateOf(brief)?.value;
  const found: SourcedStatement[] = [];
  for (const [index, block] of brief.blocks.entries()) {
    const at = brief.starts[index]!;
    const text = brief.text.slice(at, at + block.length);
    const sourcesOf = (citations: readonly CitedHere[]) =>
      citations.flatMap((cited) => sourcesOfCitation(cited, at, scope, date));
    if (block.shape === 'source') {
      const above = found.pop();
      if (!above) continue;
      const sources = [...above.sources, ...sourcesOf(citedIn(block, text))];
      found.push({ ...above, sources, support: sources });
      continue;
    }
    const needsSource = !hasOtherReference(block, text) && !namesSourceInProse(block, text);
    const wordsOf = createWordReader(block, text);
    const statements = statementsOfBlock(block, text).map(({ start, end, citations }) => {
      const words = wordsOf({ start, end });
      return { ...shift({ start, end }, at), words, sources: sourcesOf(citations), needsSource };
    });
    let support: readonly CitedSource[] = [];
    const supported = statements.reverse().map((statement): SourcedStatement => {
      if (statement.sources.length > 0) support = statement.sources;
      return { ...statement, support, needsSource: statement.needsSource && factIn(statement.words) !== undefined };
    });
    found.push(...supported.reverse());
  }
  return found;
}

/** Whether two citations name the same source. */
export function isSameSource(a: CitedSource, b: CitedSource): boolean {
  return a.keys.some((key) => b.keys.includes(key));
}

/** A line without a full stop is one statement, as is a heading with a citation. */
function statementsOfBlock(
  block: Block,
  text: string,
): readonly { start: number; end: number; citations: readonly CitedHere[] }[] {
  if (block.kind === 'paragraph' && block.shape === 'prose') return statementsIn(block, text);
  if (block.kind === 'front-matter' || (block.shape !== 'line' && block.kind !== 'heading')) return [];
  return [{ ...block.content, citations: citedIn(block, text) }];
}

/** What is left out of the words of a block, in order and without overlap: a citation, or a tag, whose `text` stays. */
interface Cut extends Span {
  readonly text: string;
}

function cutsOf(block: Block, text: string): readonly Cut[] {
  const tags = block.atoms.flatMap((atom): Cut[] =>
    atom.kind === 'tag' ? [{ start: atom.start, end: atom.end, text: atom.surface.value }] : [],
  );
  const groups = [...citedIn(block, text).map(({ group }) => group), ...block.markers];
  const surfaces = new Map(tags.map((tag) => [tag.start, tag]));
  const cited = new Set(groups.map(({ start }) => start));
  return outermostSpans([...tags, ...groups]).map(({ start, end }) => {
    const tag = cited.has(start) ? undefined : surfaces.get(start);
    return { start, end, text: tag?.text ?? '' };
  });
}

/** Returns the words of the statements of a block, to be asked for in order: as a reader sees them, without their citations. */
function createWordReader(block: Block, text: string): (statement: Span) => string {
  const cuts = cutsOf(block, text);
  let next = 0;
  return (statement) => {
    let words = '';
    let at = statement.start;
    while (next < cuts.length && cuts[next]!.end <= statement.start) next++;
    for (let index = next; index < cuts.length && cuts[index]!.start < statement.end; index++) {
      const cut = cuts[index]!;
      words += text.slice(at, cut.start) + cut.text;
      at = Math.max(at, cut.end);
    }
    words += text.slice(at, Math.max(at, statement.end));
    return oneLine(words, MAX_STATEMENT_LENGTH).replace(/ +(?=[.,;:!?])/g, '');
  };
}

/** One source for each date; of a citation without a date, one. */
function sourcesOfCitation(
  { citation, group }: CitedHere,
  at: number,
  scope: Scope,
  briefDate: CalendarDate | undefined,
): CitedSource[] {
  const resolution = resolveCached(citation, scope, briefDate);
  const span = shift(group, at);
  if (resolution.status === 'missing') return [{ keys: [], label: '', id: undefined, span }];
  const entries = resolution.status === 'resolved' ? resolution.entries : [];
  const days = resolution.dates.length > 0 ? resolution.dates : [undefined];
  return days.map((day, index): CitedSource => {
    const entry = (entries[index] ?? entries[0])?.entry;
    const date = day?.date ?? entry?.issued?.value;
    const name = nameOf(citation, resolution, entry);
    const iso = date && (formatIsoDate(date) ?? formatDateForDisplay(date));
    const outlet = citation.source?.name ?? entry?.outlet?.value;
    const address = citation.url ?? citation.archive ?? entry?.url;
    const keys = [
      ...(entry ? [`entry ${entry.id.value}`] : []),
      ...(outlet !== undefined
        ? [`outlet ${outletKey(scope, outlet)} ${iso ?? ''} ${citation.title?.value ?? ''}`]
        : []),
      ...(address ? [`address ${normalizeAddress(address.value)}`] : []),
      ...(citation.id && !entry ? [`entry ${citation.id.value}`] : []),
    ];
    const label = [name, date && formatDateForDisplay(date)].filter(Boolean).join(', ');
    return { keys: keys.length > 0 ? keys : [`words ${label}`], label, id: entry?.id.value, span };
  });
}

function nameOf(
  { source, title, author, url, id }: Citation,
  { outlet }: Resolution,
  entry: SourceEntry | undefined,
): string {
  const named = source?.name ?? outlet?.entry.name.value ?? entry?.outlet?.value ?? author?.value ?? title?.value;
  return named ?? entry?.title ?? url?.value ?? id?.value ?? '';
}
