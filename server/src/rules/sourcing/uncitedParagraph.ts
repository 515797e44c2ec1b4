import * as l10n from '@vscode/l10n';
import {
  type FactualStatement,
  firstFact,
  hasOtherReference,
  isRunningText,
  namesSourceInProse,
} from '../../analysis/language/factualStatements.ts';
import { patternsFrom } from '../../analysis/language/words/index.ts';
import { oneOf } from '../../base/text/phrases.ts';
import { shift } from '../../base/text/span.ts';
import type { Brief, Section } from '../../syntax/ast.ts';
import { frontMatterOf, sectionsOf } from '../../syntax/brief/brief.ts';
import { blocksOf, chunksOf, perChunk } from '../../syntax/brief/chunks.ts';
import { citedIn } from '../../syntax/brief/citedIn.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import type { Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

/** How a paragraph is sourced. */
interface Sourcing {
  readonly hasCitation: boolean;
  /** The first fact of a paragraph that names no source at all. */
  readonly uncitedFact?: FactualStatement;
}

const patterns = patternsFrom(({ sections }) => ({
  /** The title of a section that sums up, judges or looks ahead; its facts are cited elsewhere. */
  summaryTitle: new RegExp(
    `^[\\s\\d.)*]{0,8}(?:${oneOf(sections.titleArticles)} )?${oneOf(sections.summarySections, { space: ' ', slots: { rest: '\\b.{0,40}' } })}[\\s:*]{0,4}$`,
    'i',
  ),
  /** The same as a label at the start of a paragraph. */
  summaryLabel: new RegExp(`^[*_]{0,3}${oneOf(sections.summaryLabels, { space: ' ' })}[*_]{0,3}[:.—]`, 'i'),
}));

/** A paragraph that states facts without a source for any of them. */
export const uncitedParagraph: Rule = {
  code: 'uncited-paragraph',
  severity: { draft: 'off', release: 'warning' },
  title: l10n.t('A paragraph states facts and names no source.'),
  standard: {
    name: 'ICD 206, source reference citations',
    url: STANDARD_URLS.ICD_206,
    requirement: l10n.t(
      'Where a product uses information from a source, it gives a reference to that source, so that readers can find and weigh it.',
    ),
  },
  why: l10n.t(
    'Dates, figures and reported actions need a source: without one, readers have to take them on trust, and an editor cannot check them. A citation in the next paragraph does not cover this one. The rule skips paragraphs that judge, predict or explain, leads, summaries, lists, quotations, and paragraphs that name their source in words. If a brief cites nothing, the rule says so once.',
  ),
  bad: {
    brief:
      'The ceremony was called off (TASS, September 11).\n\nOn September 19, two bombs hit patrols of the new government in Jalalabad. A third was found beside the road to the airport and was taken apart by soldiers of the local garrison.\n',
  },
  good: {
    brief:
      'The ceremony was called off (TASS, September 11).\n\nOn September 19, two bombs hit patrols of the new government in Jalalabad. A third was found beside the road to the airport and was taken apart by soldiers of the local garrison (Khaama, September 20).\n',
  },
  *brief({ brief }) {
    let hasCitation = false;
    const uncited: { index: number; statement: FactualStatement }[] = [];
    for (const part of chunksOf(brief)) {
      const sourcing = sourcingIn(part);
      hasCitation ||= sourcing.cites;
      for (const { index, statement } of sourcing.unsourced) uncited.push({ index: part.first + index, statement });
    }
    const first = uncited[0];
    if (!first) return;
    if (!hasCitation) {
      const message = l10n.t(
        'No paragraph of this brief cites a source, though it states facts (“{0}”). Cite one for each, as in (Reuters, March 5).',
        first.statement.fact.text,
      );
      yield { span: shift(first.statement, brief.starts[first.index]!), message };
      return;
    }
    const sections = sectionsOf(brief);
    const isMarked = brief.blocks.some(({ kind }) => kind === 'heading');
    for (const { index, statement } of uncited) {
      if (isSummary(brief, sections, isMarked, index)) continue;
      const message = l10n.t(
        'No source is cited for the facts here (“{0}”). Cite one, or say that this is your judgment.',
        statement.fact.text,
      );
      yield { span: shift(statement, brief.starts[index]!), message };
    }
  },
};

const sourcingOf = perBlock((block, text): Sourcing => {
  // A list of notes at the end that nothing in the text refers to is not a citation.
  const hasCitation =
    block.markers.length > 0 ||
    citedIn(block, text).length > 0 ||
    (isRunningText(block, text) && hasOtherReference(block, text));
  if (
    hasCitation ||
    patterns().summaryLabel.test(text.trimStart()) ||
    hasOtherReference(block, text) ||
    namesSourceInProse(block, text)
  )
    return { hasCitation };
  const uncitedFact = firstFact(block, text);
  return uncitedFact ? { hasCitation, uncitedFact } : { hasCitation };
});

/** The paragraphs of a chunk that name no source, by their index in it. */
const sourcingIn = perChunk((part) => {
  const blocks = blocksOf(part).map(({ block, text }) => sourcingOf(block, text));
  const uncited = blocks.flatMap(({ uncitedFact: statement }, index) => (statement ? { index, statement } : []));
  return { cites: blocks.some(({ hasCitation }) => hasCitation), unsourced: uncited };
});

/** Whether a paragraph is in a section that sums up, or is the lead that the following paragraphs support. */
function isSummary(brief: Brief, sections: readonly Section[], hasHeadings: boolean, index: number): boolean {
  const at = brief.starts[index]!;
  const enclosing = sections.filter(({ span }) => span.start <= at && at < span.end);
  if (enclosing.some(({ title }) => patterns().summaryTitle.test(title.value.trim()))) return true;
  const section = enclosing.at(-1);
  if (section ? section.level > 1 || (hasHeadings && section !== sections[0]) : !frontMatterOf(brief)?.title)
    return false;
  const from = section ? section.title.span.start : 0;
  const to = section ? section.span.end : brief.text.length;
  return !hasProse(brief, index, -1, from, to) && hasProse(brief, index, 1, from, to);
}

/** Whether there is a paragraph of prose before (`direction` -1) or after a block, between two offsets of the file. */
function hasProse({ blocks, starts }: Brief, index: number, direction: 1 | -1, from: number, to: number): boolean {
  for (let other = index + direction; starts[other]! >= from && starts[other]! < to; other += direction) {
    const { kind, shape } = blocks[other]!;
    if (kind === 'paragraph' && shape === 'prose') return true;
  }
  return false;
}
