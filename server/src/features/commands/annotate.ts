import * as l10n from '@vscode/l10n';
import { slice } from '../../base/text/span.ts';
import { addEntries, type NewEntry } from '../../edits/registry/addEntries.ts';
import { isReadBackAs } from '../../edits/registry/readBack.ts';
import { addTag, isValidTag } from '../../edits/tags/tagging.ts';
import { type MentionTag, tagsThatHold } from '../../edits/tags/tagMentions.ts';
import type { AcceptedMention } from '../../protocol/commands.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import { createScope, isKnownType } from '../../scope/scope.ts';
import { BUILT_IN_TYPES } from '../../syntax/ast.ts';
import { frontMatterRegistryOf, readBrief } from '../../syntax/brief/brief.ts';
import { readRegistry } from '../../syntax/registry/registry.ts';
import { type Annotations, annotationsIn } from '../support/annotationCandidates.ts';
import { refuse } from '../support/refuse.ts';
import { readRegistryTargets } from '../support/registryTargets.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { isCount, isString, listOf, optional, record } from './argument.ts';
import { createBriefCommand, type OpenBrief } from './command.ts';

/** What can be tagged in a brief; with `accepted`, the edit that tags these mentions and adds the new entities among them. */
export const annotate = createBriefCommand(
  'briefmark.server.annotate',
  {
    uri: isString,
    accepted: optional(listOf(record<AcceptedMention>({ start: isCount, end: isCount, id: isString, type: isString }))),
    version: optional(isCount),
  },
  async ({ accepted, version: expected }, openBrief) => {
    const { uri, document, brief, scope } = openBrief;
    const { version } = document;
    const annotations = await annotationsIn(uri, brief, scope);
    const types = [...BUILT_IN_TYPES, ...scope.types.keys()].filter((type) => isValidTag(type, 'x'));
    const answer = { version, candidates: annotations.candidates, entities: [...annotations.entities.values()], types };
    if (!accepted) return answer;
    if (expected !== undefined && expected !== version)
      refuse(l10n.t('The text has changed in the meantime. Try again.'));
    return { ...answer, ...(await tagAccepted(accepted, annotations, openBrief)) };
  },
);

/** The edit that tags the accepted mentions, as far as it holds, and how much it does. */
async function tagAccepted(accepted: readonly AcceptedMention[], annotations: Annotations, openBrief: OpenBrief) {
  const { uri, brief, scope, context } = openBrief;
  const candidates = new Map(annotations.candidates.map((candidate) => [candidate.span.start, candidate]));
  const tags = accepted
    .flatMap(({ start, end, id, type }): MentionTag[] => {
      const candidate = candidates.get(start);
      const entity = annotations.entities.get(id);
      if (candidate?.span.end !== end || !candidate.entities.includes(id) || !entity) return [];
      const written = entity.isNew ? type : entity.type;
      return isKnownType(scope, written) && isValidTag(written, id)
        ? [{ span: { start, end }, type: written, id }]
        : [];
    })
    .sort((a, b) => a.span.start - b.span.start);
  const entriesFor = (some: readonly MentionTag[]): NewEntry[] =>
    [...new Map(some.map(({ id, type }) => [id, type]))].flatMap(([id, type]) => {
      const entry = annotations.entries.get(id);
      return entry ? [{ ...entry, type }] : [];
    });
  const held = tagsThatHold(brief, tags, (text, some) =>
    readBrief(text, uri, knownNamesOf(scopeWith(entriesFor(some), openBrief))),
  );
  const entries = entriesFor(held);
  const targets = await readRegistryTargets(uri, context);
  const added = entries.length > 0 ? targets.addEntries('entity', entries) : undefined;
  if (entries.length > 0) {
    const before = added && targets.textOf(added.change.uri);
    const after = added && textAfter(before ?? '', added.change);
    const isRight =
      after !== undefined && (added!.change.uri === uri || isReadBackAs(before ?? '', after, 'entity', entries));
    if (!isRight)
      refuse(l10n.t('No registry can take the entries. Save the brief in a folder first, or correct the registry.'));
  }
  const changes = [
    ...held.flatMap(({ span, type, id }) => addTag(uri, span, type, id)),
    ...(added ? [added.change] : []),
  ];
  return {
    edit: toWorkspaceEdit(changes, { rangeIn: targets.rangeIn, versionOf: context.versionOf }),
    tagged: held.length,
    added: entries.length,
    left: accepted.length - held.length,
  };
}

/** What the registries define for the brief once they have the new entities, too. */
function scopeWith(entries: readonly NewEntry[], { brief, scope, context }: OpenBrief) {
  const uri = 'new.entities.yaml';
  const added = entries.length > 0 ? addEntries({ uri }, 'entity', entries) : undefined;
  if (!added || !('create' in added)) return scope;
  const own = frontMatterRegistryOf(brief);
  const others = [...context.workspace.registries].map(([file, registry]) => ({ uri: file, registry }));
  return createScope(
    [...(own ? [{ uri: '', registry: own }] : []), ...others, { uri, registry: readRegistry(added.create) }],
    scope,
  );
}

function textAfter(before: string, change: NonNullable<ReturnType<typeof addEntries>>): string {
  if ('create' in change) return change.create;
  return (
    before.slice(0, change.span.start) + change.text + slice(before, { start: change.span.end, end: before.length })
  );
}
