import { shift } from '../../base/text/span.ts';
import type { SourceSuggestion, TitledEdit } from '../../protocol/commands.ts';
import { missingSource } from '../../rules/citations/missingSource.ts';
import { type SourceChoice, sourceChoices } from '../../rules/citations/sourceChoices.ts';
import type { Fix, FixContext } from '../../rules/engine/rule.ts';
import { ignoreFix } from '../../rules/run/fixes.ts';
import { formatDateForDisplay } from '../../syntax/date/calendar.ts';
import type { FeatureContext } from '../feature.ts';
import { noRegistryTargets } from '../support/registryTargets.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { isPosition, isString } from './argument.ts';
import { createBriefCommand } from './command.ts';
import { gapsIn } from './missingSources.ts';

/** A longer list is not looked through. */
const MAX_SUGGESTIONS = 60;

/** What can be done about the missing source at a position: the sources it may have been, the most likely first, and other fixes. */
export const sourceSuggestions = createBriefCommand(
  'briefmark.server.sourceSuggestions',
  { uri: isString, position: isPosition },
  ({ position }, openBrief) => {
    const { uri, document, brief, scope, context } = openBrief;
    const offset = document.offsetAt(position);
    const gap = gapsIn(openBrief).find(({ finding }) => finding.span.start === offset);
    if (!gap) return undefined;
    const { finding, target } = gap;
    const { choices, isLeadClear } = sourceChoices(target, brief, scope, MAX_SUGGESTIONS);
    const fixContext: FixContext = {
      uri,
      text: brief.text,
      version: document.version,
      brief,
      scope,
      workspace: context.workspace,
      settings: context.revisionOf(uri).checks,
      ...noRegistryTargets(context),
    };
    // Where a note was lost, no source is inserted: its fixes are others.
    const fixes = target.citation.loss ? (missingSource.fixes?.(finding, fixContext) ?? []) : [];
    const [ignore] = toTitledEdits(ignoreFix(finding, fixContext), context);
    return {
      version: document.version,
      sources: choices.map((choice) => toSuggestion(choice, uri, target.blockStart, context)),
      isLeadClear,
      fixes: toTitledEdits(fixes, context),
      ...(ignore && { ignore }),
    };
  },
);

function toSuggestion(
  { likely: { report, shared }, name, replacement }: SourceChoice,
  uri: string,
  blockStart: number,
  context: FeatureContext,
): SourceSuggestion {
  const { title, issued } = report?.entry ?? {};
  const change = { uri, span: shift(replacement.span, blockStart), text: replacement.text };
  return {
    outlet: name,
    title: title ?? '',
    date: issued ? formatDateForDisplay(issued.value) : '',
    isInRegistry: report !== undefined,
    shared: shared(),
    edit: toWorkspaceEdit([change], context),
  };
}

function toTitledEdits(fixes: readonly Fix[], context: FeatureContext): TitledEdit[] {
  return fixes.flatMap(({ title, changes }) => (changes ? [{ title, edit: toWorkspaceEdit(changes, context) }] : []));
}
