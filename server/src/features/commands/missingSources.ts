import { outermost, slice } from '../../base/text/span.ts';
import type { MissingPlace, MissingSource } from '../../protocol/commands.ts';
import { missingSource } from '../../rules/citations/missingSource.ts';
import type { Finding, FixContext } from '../../rules/engine/rule.ts';
import { fixesOf } from '../../rules/run/fixes.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';
import { sentenceAt } from '../../syntax/brief/sentences.ts';
import { findingsOf } from '../diagnostics/diagnostics.ts';
import { toRange } from '../feature.ts';
import { readHomes } from '../support/registryTargets.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { command, type OpenBrief } from './command.ts';

/** A longer sentence is shown from its end. */
const LONGEST_SENTENCE = 300;

/** The missing sources of a brief in order of place, and what can be done about each; those that are ignored left out. */
export const missingSources = command('briefmark.server.missingSources', async (_, at) => {
  const { uri, document, brief, scope, context } = at;
  const { version } = document;
  const findings = findingsOf({ kind: 'brief', document, value: brief }, context);
  const { add, addAlias } = await readHomes(uri, context);
  const { workspace } = context;
  const settings = context.checksFor(uri);
  const fixing: FixContext = { uri, text: brief.text, version, brief, scope, workspace, settings, add, addAlias };
  const missing = findings.filter(({ code }) => code === missingSource.code);
  return { version, missing: missing.map((finding) => describe(finding, fixing, at)) };
});

function describe(finding: Finding, fixing: FixContext, { brief, document, context }: OpenBrief): MissingSource {
  const fixes = fixesOf(finding, fixing);
  const asks = fixes.find(({ command }) => command?.command === 'briefmark.addSource')?.command;
  const add = asks?.arguments[0] as MissingPlace | undefined;
  return {
    range: toRange(document, finding.span),
    written: slice(brief.text, finding.span),
    sentence: sentenceOf(finding, brief),
    fixes: fixes.flatMap(({ title, changes }) => (changes ? [{ title, edit: toWorkspaceEdit(changes, context) }] : [])),
    ...(add && { add }),
  };
}

/** The sentence a finding stands in or behind, on one line; of a long one the end. */
function sentenceOf({ span }: Finding, brief: OpenBrief['brief']): string {
  const index = blockIndexAt(brief, span.start);
  const block = brief.blocks[index]!;
  const at = brief.starts[index]!;
  const text = brief.text.slice(at, at + block.length);
  const whole = outermost([...block.atoms, ...block.groups]);
  const sentence = sentenceAt(text, block.content, span.start - at, whole);
  const words = slice(text, sentence).replace(/\s+/g, ' ');
  return words.length > LONGEST_SENTENCE ? `…${words.slice(-LONGEST_SENTENCE)}` : words;
}
