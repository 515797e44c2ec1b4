import * as l10n from '@vscode/l10n';
import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import type { Scale } from '../../analysis/language/likelihood.ts';
import { firstOffset } from '../../base/text/byteOrderMark.ts';
import type { Span } from '../../base/text/span.ts';
import type { CardLine } from '../../protocol/card.ts';
import { DEFAULT_CHECK_SETTINGS } from '../../rules/engine/settings.ts';
import { findOutlet } from '../../scope/scope.ts';
import type { Brief, Registry } from '../../syntax/ast.ts';
import { frontMatterRegistryOf } from '../../syntax/brief/brief.ts';
import { noteAt } from '../../syntax/brief/notes.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { briefNodeAt } from '../cursor/briefNodeAt.ts';
import { type RegistrySyntaxNode, registryNodeAt } from '../cursor/registryNodeAt.ts';
import { yamlKindOf } from '../cursor/yamlCursor.ts';
import { type Feature, type OpenFile, toRange } from '../feature.ts';
import { toMarkdown, toPlainText } from './card.ts';
import { likelihoodCard } from './likelihoodCard.ts';
import { type NextStep, stepLink, stepOfCitation, stepOfMarker, stepOfUnknownEntity } from './nextStep.ts';
import { markerCard, markerCount, noteCard } from './noteCards.ts';
import { type CardContext, citationCard, entityCard, sourceCard } from './registryCards.ts';
import { ruleCardAt } from './ruleCard.ts';

export interface HoverCard {
  readonly span: Span;
  readonly lines: readonly CardLine[];
  /** What to do next, where the lines lead nowhere. */
  readonly step?: NextStep | undefined;
}

/** The card of the citation, marker, note, tag, mention or likelihood term at `offset`; undefined if there is none. */
export function hoverBrief(
  workspace: Workspace,
  uri: string,
  brief: Brief,
  offset: number,
  { scale = DEFAULT_CHECK_SETTINGS.scale, isIndexed = true }: { scale?: Scale; isIndexed?: boolean } = {},
): HoverCard | undefined {
  const context = { uri, workspace, scope: workspace.scopeOf(uri), isIndexed };
  const node = briefNodeAt(brief, offset, context.scope);
  if (!node) return likelihoodCard(brief, offset, scale);
  if (node.kind === 'marker')
    return { span: node.span, lines: markerCard(node.value, brief, context), step: stepOfMarker(node.value) };
  if (node.kind === 'note') return { span: node.span, lines: noteCard(node.value, brief, context) };
  if (node.kind === 'citation') {
    const lines = citationCard(node.value, node.text, brief, context);
    const note = noteAt(brief, node.span.start);
    const step = stepOfCitation(node.value, node.span, brief, context.scope);
    return { span: node.span, lines: note ? [...lines, markerCount(note, brief)] : lines, step };
  }
  const ids = node.kind === 'tag' ? [node.value.id.value] : node.value.ids;
  const entries = ids.flatMap((id) => context.scope.entities.get(id)?.entry ?? []);
  const lines = entries.flatMap((entry) => entityCard(entry, context));
  if (entries.length > 1) lines.unshift({ kind: 'text', text: l10n.t('{0} entities have this name:', entries.length) });
  if (entries.length > 0) return { span: node.span, lines };
  if (node.kind !== 'tag' || !context.scope.declaresEntities) return undefined;
  const text = l10n.t('No entity with the id “{0}” is in the registry.', node.value.id.value);
  return {
    span: node.span,
    lines: [
      { kind: 'title', text: node.value.surface.value, note: node.value.type.value },
      { kind: 'text', text },
    ],
    step: stepOfUnknownEntity(node.span),
  };
}

/** The card of the entity or source whose id or name is at `offset` of a registry; undefined if there is none. */
export function hoverRegistry(
  workspace: Workspace,
  uri: string,
  registry: Registry,
  offset: number,
  isIndexed = true,
): HoverCard | undefined {
  const node = registryNodeAt(registry, offset);
  const context = { uri, workspace, scope: workspace.scopeOf(uri), isIndexed };
  const lines = node && registryLines(node, context);
  return lines && { span: node.span, lines };
}

function registryLines(node: RegistrySyntaxNode, context: CardContext): CardLine[] | undefined {
  const { entities, sources } = context.scope;
  if (node.kind === 'id' && node.symbol.kind === 'source') {
    const source = sources.get(node.symbol.id)?.entry;
    return source && sourceCard(source, context);
  }
  const id = node.kind === 'id' && node.symbol.kind === 'entity' ? node.symbol.id : undefined;
  const namedEntity = node.kind === 'name' ? node.entity : undefined;
  const outlet = node.kind === 'outlet' ? findOutlet(context.scope, node.name)?.entry : undefined;
  const entity = namedEntity ?? outlet ?? (id === undefined ? undefined : entities.get(id)?.entry);
  return entity && entityCard(entity, context);
}

export const hoverFeature: Feature<HoverParams, Hover> = {
  method: 'textDocument/hover',
  capability: () => ({ hoverProvider: true }),
  async answer({ textDocument, position }, context) {
    const { workspace, open, client, clientCommands, revisionOf, spellingOf } = context;
    const file = open(textDocument.uri);
    if (!file) return undefined;
    const offset = file.document.offsetAt(position);
    const { checks, isIndexed } = revisionOf(textDocument.uri);
    const registry = file.kind === 'brief' ? frontMatterRegistryOf(file.value) : file.value;
    const card: HoverCard | undefined =
      ruleCardAt(textDocument.uri, file, offset, context) ??
      (registry && hoverRegistry(workspace, textDocument.uri, registry, offset, isIndexed)) ??
      (file.kind === 'brief'
        ? hoverBrief(workspace, textDocument.uri, file.value, offset, { scale: checks.scale, isIndexed })
        : undefined) ??
      (await fieldCard(file, offset));
    if (!card) return undefined;
    const isMarkdown = client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false;
    const { step } = card;
    const link =
      step && isMarkdown && clientCommands.has(step.command)
        ? [stepLink(step, spellingOf(textDocument.uri), file.document.positionAt(step.span.start))]
        : [];
    const value = isMarkdown ? [toMarkdown(card.lines), ...link].join('\n\n') : toPlainText(card.lines);
    return {
      contents: { kind: isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
      range: toRange(file.document, card.span),
    };
  },
};

/** Loaded when needed: it knows the schemas. */
async function fieldCard(file: OpenFile, offset: number): Promise<HoverCard | undefined> {
  const text = file.document.getText();
  if (file.kind === 'brief' && !text.startsWith('---', firstOffset(text))) return undefined;
  const { keyCardAt } = await import('./keyCard.ts');
  return keyCardAt({
    text,
    offset,
    ...yamlKindOf(file),
  });
}
