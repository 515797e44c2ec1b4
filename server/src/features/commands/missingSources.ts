import { outermostSpans, slice } from '../../base/text/span.ts';
import type { AddSourceArguments, MissingSource } from '../../protocol/commands.ts';
import { missingSource } from '../../rules/citations/missingSource.ts';
import type { Finding, FixContext } from '../../rules/engine/rule.ts';
import { fixesOf } from '../../rules/run/fixes.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';
import { sentenceAt } from '../../syntax/sentences.ts';
import { findingsOf } from '../diagnostics/diagnostics.ts';
import { toRange } from '../feature.ts';
import { readRegistryTargets } from '../support/registryTargets.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { isString } from './argument.ts';
import { createBriefCommand, type OpenBrief } from './command.ts';

/** Only the end of a longer sentence is shown. */
const MAX_SENTENCE_LENGTH = 300;

/** The missing sources of a brief by position, with their fixes; without those that are ignored. */
export const missingSources = createBriefCommand(
  'briefmark.server.missingSources',
  { uri: isString },
  async (_, openBrief) => {
    const { uri, document, brief, scope, context } = openBrief;
    const { version } = document;
    const findings = findingsOf({ kind: 'brief', document, value: brief }, context);
    const { addEntries, addAlias } = await readRegistryTargets(uri, context);
    const { workspace } = context;
    const settings = context.revisionOf(uri).checks;
    const fixContext: FixContext = {
      uri,
      text: brief.text,
      version,
      brief,
      scope,
      workspace,
      settings,
      addEntries,
      addAlias,
    };
    const missing = findings.filter(({ code }) => code === missingSource.code);
    return { version, missing: missing.map((finding) => toMissingSource(finding, fixContext, openBrief)) };
  },
);

function toMissingSource(
  finding: Finding,
  fixContext: FixContext,
  { brief, document, context }: OpenBrief,
): MissingSource {
  const fixes = fixesOf(finding, fixContext);
  const addCommand = fixes.find(({ command }) => command?.command === 'briefmark.addSource')?.command;
  const addSourceArguments = addCommand?.arguments[0] as AddSourceArguments | undefined;
  return {
    range: toRange(document, finding.span),
    text: slice(brief.text, finding.span),
    sentence: sentenceAround(finding, brief),
    fixes: fixes.flatMap(({ title, changes }) => (changes ? [{ title, edit: toWorkspaceEdit(changes, context) }] : [])),
    ...(addSourceArguments && { addSourceArguments }),
  };
}

/** The sentence a finding belongs to, on one line; only the end if it is long. */
function sentenceAround({ span }: Finding, brief: OpenBrief['brief']): string {
  const index = blockIndexAt(brief, span.start);
  const block = brief.blocks[index]!;
  const blockStart = brief.starts[index]!;
  const text = brief.text.slice(blockStart, blockStart + block.length);
  const indivisible = outermostSpans([...block.atoms, ...block.groups]);
  const sentence = sentenceAt(text, block.content, span.start - blockStart, indivisible);
  const sentenceText = slice(text, sentence).replace(/\s+/g, ' ');
  return sentenceText.length > MAX_SENTENCE_LENGTH ? `…${sentenceText.slice(-MAX_SENTENCE_LENGTH)}` : sentenceText;
}
