import * as l10n from '@vscode/l10n';
import { formatScalar } from '../../edits/registry/addEntries.ts';
import { uniqueId } from '../../edits/registry/newEntries.ts';
import type { Scope } from '../../scope/scope.ts';
import { replacementFix } from '../engine/fixSupport.ts';
import type { Problem, Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

/** An id that is defined twice. Only the first definition counts. */
export const duplicateId: Rule = {
  code: 'duplicate-id',
  severity: { draft: 'error', release: 'error' },
  checksBibliographies: true,
  title: l10n.t('An id is defined twice.'),
  standard: {
    name: 'CSL 1.0.2, CSL-JSON schema',
    url: STANDARD_URLS.CSL_JSON,
    requirement: l10n.t('The id of an item is unique among the items that are used together.'),
  },
  why: l10n.t(
    'An id identifies one entry. Of two definitions only the first counts, and the second is ignored. Give one of them another id, or merge them.',
  ),
  bad: {
    brief: 'Kabul fell.\n',
    registry:
      'entities:\n  - { id: kabul, type: place, name: Kabul }\n  - { id: kabul, type: event, name: Fall of Kabul }\n',
  },
  fixed: {
    registry:
      'entities:\n  - { id: kabul, type: place, name: Kabul }\n  - { id: kabul-2, type: event, name: Fall of Kabul }\n',
  },
  good: {
    brief: 'Kabul fell.\n',
    registry:
      'entities:\n  - { id: kabul, type: place, name: Kabul }\n  - { id: fall-of-kabul, type: event, name: Fall of Kabul }\n',
  },
  registry: ({ uri, scope }) => duplicatesIn(uri, scope),
  // References mean the first definition, so only the later one gets a new id.
  fixes(finding, context) {
    const { id, kind } = { id: String(finding.data?.id), kind: finding.data?.kind };
    const { entities, sources, types } = context.scope;
    const taken = kind === 'entity' ? entities : kind === 'source' ? sources : types;
    const free = uniqueId(id, (one) => taken.has(one));
    const text = formatScalar(free, context.text[finding.span.start - 1] ?? '');
    return [replacementFix(l10n.t('Change the id “{0}” to “{1}”', id, free), context, finding.span, text)];
  },
};

function* duplicatesIn(uri: string, scope: Scope): Iterable<Problem> {
  for (const { kind, duplicate, original } of scope.duplicates) {
    if (duplicate.uri !== uri) continue;
    const { id } = duplicate.entry;
    yield {
      span: id.span,
      message: formatMessage(kind, id.value),
      related: [{ uri: original.uri, span: original.entry.id.span, message: l10n.t('The definition that counts') }],
      data: { id: id.value, kind },
    };
  }
}

function formatMessage(kind: 'entity' | 'source' | 'type', id: string): string {
  if (kind === 'entity')
    return l10n.t(
      'Entity “{0}” is defined twice; only the first definition counts. Change this id, or merge the two.',
      id,
    );
  if (kind === 'source')
    return l10n.t(
      'Source “{0}” is defined twice; only the first definition counts. Change this id, or merge the two.',
      id,
    );
  return l10n.t('Type “{0}” is defined twice; only the first definition counts. Change this id, or merge the two.', id);
}
