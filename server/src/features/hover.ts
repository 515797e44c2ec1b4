import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver-protocol';
import type { Workspace } from '../model/workspace.ts';
import type { Brief } from '../syntax/brief.ts';
import type { Span } from '../syntax/span.ts';
import { type Line, toMarkdown, toPlainText } from './card.ts';
import { citationCard, entityCard } from './cards.ts';
import { type Feature, offsetAt, toRange } from './feature.ts';
import { placeAt } from './place.ts';

export interface Card {
  readonly span: Span;
  readonly lines: readonly Line[];
}

/** What is known of the citation, tag or name at `offset`; undefined where there is none. */
export function hover(workspace: Workspace, uri: string, brief: Brief, offset: number): Card | undefined {
  const at = { uri, workspace, scope: workspace.scopeOf(uri) };
  const place = placeAt(brief, offset, at.scope);
  if (!place) return undefined;
  if (place.kind === 'citation') return { span: place.span, lines: citationCard(place.value, place.text, brief, at) };
  const ids = place.kind === 'tag' ? [place.value.id.value] : place.value.ids;
  const entries = ids.flatMap((id) => at.scope.entities.get(id)?.entry ?? []);
  const lines = entries.flatMap((entry) => entityCard(entry, at));
  if (entries.length > 1) lines.unshift({ kind: 'text', text: `${entries.length} entities bear this name:` });
  if (entries.length > 0) return { span: place.span, lines };
  if (place.kind !== 'tag' || !at.scope.hasEntities) return undefined;
  const text = `No entity with the id “${place.value.id.value}” is in the registry.`;
  return {
    span: place.span,
    lines: [
      { kind: 'title', text: place.value.surface.value, note: place.value.type.value },
      { kind: 'text', text },
    ],
  };
}

export const hoverFeature: Feature<HoverParams, Hover> = {
  method: 'textDocument/hover',
  capability: () => ({ hoverProvider: true }),
  answer({ textDocument, position }, { workspace, open, client }) {
    const file = open(textDocument.uri);
    if (file?.kind !== 'brief') return undefined;
    const card = hover(workspace, textDocument.uri, file.value, offsetAt(file.document, position));
    if (!card) return undefined;
    const markdown = client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false;
    const value = markdown ? toMarkdown(card.lines) : toPlainText(card.lines);
    return {
      contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
      range: toRange(file.document, card.span),
    };
  },
};
