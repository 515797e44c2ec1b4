import * as l10n from '@vscode/l10n';
import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import type { Scale } from '../../analysis/language/likelihood.ts';
import type { Span } from '../../base/text/span.ts';
import type { Line } from '../../protocol/card.ts';
import { DEFAULT_CHECKS } from '../../rules/engine/settings.ts';
import { outletOf } from '../../scope/scope.ts';
import type { Brief, Registry } from '../../syntax/ast.ts';

import { inlineRegistry } from '../../workspace/index/briefFacts.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { placeAt } from '../cursor/briefNodeAt.ts';
import { type RegistryPlace, registryPlaceAt } from '../cursor/registryNodeAt.ts';
import { type Feature, toRange } from '../feature.ts';
import { toMarkdown, toPlainText } from './card.ts';
import { likelihoodCard } from './likelihoodCard.ts';
import { type At, citationCard, entityCard, sourceCard } from './registryCards.ts';
import { ruleCardAt } from './ruleCard.ts';

export interface Card {
  readonly span: Span;
  readonly lines: readonly Line[];
}

/** What is known of the citation, tag, name or term of likelihood at `offset`; undefined where there is none. */
export function hover(
  workspace: Workspace,
  uri: string,
  brief: Brief,
  offset: number,
  { scale = DEFAULT_CHECKS.scale, isIndexed = true }: { scale?: Scale; isIndexed?: boolean } = {},
): Card | undefined {
  const at = { uri, workspace, scope: workspace.scopeOf(uri), isIndexed };
  const place = placeAt(brief, offset, at.scope);
  if (!place) return likelihoodCard(brief, offset, scale);
  if (place.kind === 'citation') return { span: place.span, lines: citationCard(place.value, place.text, brief, at) };
  const ids = place.kind === 'tag' ? [place.value.id.value] : place.value.ids;
  const entries = ids.flatMap((id) => at.scope.entities.get(id)?.entry ?? []);
  const lines = entries.flatMap((entry) => entityCard(entry, at));
  if (entries.length > 1) lines.unshift({ kind: 'text', text: l10n.t('{0} entities bear this name:', entries.length) });
  if (entries.length > 0) return { span: place.span, lines };
  if (place.kind !== 'tag' || !at.scope.hasEntities) return undefined;
  const text = l10n.t('No entity with the id “{0}” is in the registry.', place.value.id.value);
  return {
    span: place.span,
    lines: [
      { kind: 'title', text: place.value.surface.value, note: place.value.type.value },
      { kind: 'text', text },
    ],
  };
}

/** What is known of the entity or source whose id or name is at `offset` of a registry; undefined where there is none. */
export function hoverRegistry(
  workspace: Workspace,
  uri: string,
  registry: Registry,
  offset: number,
  isIndexed = true,
): Card | undefined {
  const place = registryPlaceAt(registry, offset);
  const at = { uri, workspace, scope: workspace.scopeOf(uri), isIndexed };
  const lines = place && registryLines(place, at);
  return lines && { span: place.span, lines };
}

function registryLines(place: RegistryPlace, at: At): Line[] | undefined {
  const { entities, sources } = at.scope;
  if (place.kind === 'id' && place.thing.kind === 'source') {
    const source = sources.get(place.thing.id)?.entry;
    return source && sourceCard(source, at);
  }
  const id = place.kind === 'id' && place.thing.kind === 'entity' ? place.thing.id : undefined;
  const named = place.kind === 'name' ? place.entity : undefined;
  const outlet = place.kind === 'outlet' ? outletOf(at.scope, place.name)?.entry : undefined;
  const entity = named ?? outlet ?? (id === undefined ? undefined : entities.get(id)?.entry);
  return entity && entityCard(entity, at);
}

export const hoverFeature: Feature<HoverParams, Hover> = {
  method: 'textDocument/hover',
  capability: () => ({ hoverProvider: true }),
  answer({ textDocument, position }, context) {
    const { workspace, open, client, checksFor } = context;
    const file = open(textDocument.uri);
    if (!file) return undefined;
    const offset = file.document.offsetAt(position);
    const isIndexed = context.isIndexed();
    const { scale } = checksFor(textDocument.uri);
    const registry = file.kind === 'brief' ? inlineRegistry(file.value) : file.value;
    const card =
      ruleCardAt(textDocument.uri, file, offset, context) ??
      (registry && hoverRegistry(workspace, textDocument.uri, registry, offset, isIndexed)) ??
      (file.kind === 'brief'
        ? hover(workspace, textDocument.uri, file.value, offset, { scale, isIndexed })
        : undefined);
    if (!card) return undefined;
    const markdown = client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false;
    const value = markdown ? toMarkdown(card.lines) : toPlainText(card.lines);
    return {
      contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
      range: toRange(file.document, card.span),
    };
  },
};
