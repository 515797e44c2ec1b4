import { statementSpan } from '../../analysis/sourcing/likelySources.ts';
import { slice } from '../../base/text/span.ts';
import type { MissingSource } from '../../protocol/commands.ts';
import { missingSource, newSourceArgument } from '../../rules/citations/missingSource.ts';
import { type CitationInBlock, citationOfFinding } from '../../rules/engine/fixSupport.ts';
import type { Finding } from '../../rules/engine/rule.ts';
import { findingsOf } from '../diagnostics/diagnostics.ts';
import { toRange } from '../feature.ts';
import { isString } from './argument.ts';
import { createBriefCommand, type OpenBrief } from './command.ts';

/** Only the end of a longer sentence is shown. */
const MAX_SENTENCE_LENGTH = 300;

/** The missing sources of a brief by position, without those that are ignored. */
export const missingSources = createBriefCommand(
  'briefmark.server.missingSources',
  { uri: isString },
  (_, openBrief) => ({
    version: openBrief.document.version,
    missing: gapsIn(openBrief).map((gap) => toMissingSource(gap, openBrief)),
  }),
);

/** A finding about a missing source, and its citation. */
export interface GapFinding {
  readonly finding: Finding;
  readonly target: CitationInBlock;
}

/** The missing sources of a brief in order of position. */
export function gapsIn({ uri, document, brief, scope, context }: OpenBrief): GapFinding[] {
  const fixContext = { uri, brief, scope };
  return findingsOf({ kind: 'brief', document, value: brief }, context).flatMap((finding) => {
    const target = finding.code === missingSource.code ? citationOfFinding(finding, fixContext) : undefined;
    return target ? [{ finding, target }] : [];
  });
}

function toMissingSource({ finding, target }: GapFinding, { uri, brief, document }: OpenBrief): MissingSource {
  const { citation, blockStart } = target;
  const addSourceArguments = newSourceArgument(target, finding, { uri, version: document.version });
  return {
    range: toRange(document, finding.span),
    end: document.positionAt(blockStart + citation.group.end),
    text: slice(brief.text, finding.span),
    sentence: sentenceOf(target, brief),
    ...(addSourceArguments && { addSourceArguments }),
  };
}

/** The sentence a citation belongs to, on one line; only the end if it is long. */
function sentenceOf({ citation, blockStart }: CitationInBlock, brief: OpenBrief['brief']): string {
  const sentence = slice(brief.text, statementSpan(brief, blockStart + citation.group.start)).replace(/\s+/g, ' ');
  return sentence.length > MAX_SENTENCE_LENGTH ? `…${sentence.slice(-MAX_SENTENCE_LENGTH)}` : sentence;
}
