/** Completion. A new provider is one file in this folder and one line in `PROVIDERS`. */

import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import type { CardLine } from '../../protocol/card.ts';
import { yamlKindOf } from '../cursor/yamlCursor.ts';
import { type Feature, type FeatureContext, toRange } from '../feature.ts';
import { toMarkdown, toPlainText } from '../hover/card.ts';
import { entityCard, sourceCard } from '../hover/registryCards.ts';
import { ruleCard } from '../hover/ruleCard.ts';
import { completeAtSign } from './atSign.ts';
import { completeCitations } from './citations.ts';
import { completeIgnoreComment } from './ignoreComment.ts';
import { completeKeys } from './keys.ts';
import { filterText, pickBest } from './match.ts';
import { completeNames, isAfterShortWord } from './names.ts';
import { completeNoteLabels } from './noteLabels.ts';
import type { CompletionContext, CompletionProvider, Offer, OfferKind, OfferList, OfferSubject } from './offer.ts';
import { completeTagTarget } from './tagTarget.ts';
import { completeYamlFields } from './yamlFields.ts';
import { completeYamlValues } from './yamlValues.ts';

/** In order of priority: the first provider that recognizes its context answers. */
const PROVIDERS: readonly CompletionProvider[] = [
  completeYamlFields,
  completeYamlValues,
  completeIgnoreComment,
  completeTagTarget,
  completeKeys,
  completeAtSign,
  completeNoteLabels,
  completeCitations,
  completeNames,
];

/** A longer list does not help. While it is truncated, the editor asks again after each letter. */
const MAX_OFFERS = 200;
/** The offers at a position, best first. */
export interface Completion extends Omit<OfferList, 'offers' | 'write' | 'isPartial'> {
  readonly offers: readonly Offer[];
  /** Whether more offers match than are returned. */
  readonly isTruncated: boolean;
}

/** The completions at `context.offset`; undefined if no provider recognizes its context there. */
export function complete(context: CompletionContext): Completion | undefined {
  for (const provider of PROVIDERS) {
    const offersHere = provider(context);
    if (!offersHere) continue;
    // An edit must not span lines. Providers check only `\n`, so other line ends are rejected here.
    const { whole, typed, offers, write = (text) => text, isPartial = false, ...rest } = offersHere;
    if (lineEnd.test(context.text.slice(whole.start, whole.end))) return undefined;
    const picked = pickBest(offers, context.text.slice(typed.start, typed.end), MAX_OFFERS);
    const written = picked.offers.map((offer) => ({ ...offer, text: write(offer.text) }));
    return { ...rest, typed, whole, offers: written, isTruncated: picked.isTruncated || isPartial };
  }
  return undefined;
}

const lineEnd = /[\r\n]/;

const ITEM_KINDS: Readonly<Record<OfferKind, CompletionItemKind>> = {
  type: CompletionItemKind.Class,
  entity: CompletionItemKind.Reference,
  outlet: CompletionItemKind.Module,
  source: CompletionItemKind.File,
  date: CompletionItemKind.Event,
  rule: CompletionItemKind.EnumMember,
  field: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  entry: CompletionItemKind.Snippet,
};

/**
 * Data that comes back with the request to resolve an item. It includes the file, because a brief may define its own
 * entries.
 */
interface ItemData extends OfferSubject {
  readonly uri: string;
}

/** Answers `textDocument/completion`. */
export const answerCompletion: Feature<CompletionParams, CompletionList>['answer'] = (
  { textDocument: { uri }, position },
  { workspace, open, client },
) => {
  const file = open(uri);
  if (!file) return undefined;
  const { document } = file;
  const completionContext = {
    uri,
    workspace,
    text: document.getText(),
    offset: document.offsetAt(position),
    ...yamlKindOf(file),
  };
  const completion = complete(completionContext);
  if (!completion)
    return {
      isIncomplete: file.kind === 'brief' && isAfterShortWord(completionContext.text, completionContext.offset),
      items: [],
    };
  const { typed, whole, supportsInsert, isTruncated } = completion;
  const hasSnippets = itemCapabilities(client)?.snippetSupport === true;
  const offers = completion.offers.filter(({ isSnippet }) => !isSnippet || hasSnippets);
  const replace = toRange(document, whole);
  const canInsertOrReplace = supportsInsert && itemCapabilities(client)?.insertReplaceSupport;
  const range = canInsertOrReplace ? { insert: toRange(document, typed), replace } : { range: replace };
  const typedText = document.getText().slice(typed.start, typed.end);
  const rest = document.getText().slice(typed.end, whole.end);
  return {
    isIncomplete: isTruncated,
    items: offers.map((offer, index) => ({
      ...toCompletionItem(offer, client),
      filterText: filterText(offer, typedText),
      sortText: String(index).padStart(4, '0'),
      // An offer that ends with what stands right of the cursor takes its place, or it would stand there twice.
      textEdit: { ...(rest !== '' && offer.text.endsWith(rest) ? { range: replace } : range), newText: offer.text },
      ...(offer.isSnippet && {
        insertTextFormat: InsertTextFormat.Snippet,
        insertTextMode: InsertTextMode.adjustIndentation,
      }),
      ...(offer.edits && {
        additionalTextEdits: offer.edits.map(({ span, text }) => ({ range: toRange(document, span), newText: text })),
      }),
      ...(offer.subject && { data: { ...offer.subject, uri } satisfies ItemData }),
    })),
  };
};

/** Answers `completionItem/resolve`. */
export const resolveCompletion: Feature<CompletionItem, CompletionItem>['answer'] = (item, context) => {
  const lines = isItemData(item.data) ? documentationOf(item.data, context) : [];
  if (lines.length === 0) return item;
  const isMarkdown = itemCapabilities(context.client)?.documentationFormat?.includes(MarkupKind.Markdown) ?? false;
  const value = isMarkdown ? toMarkdown(lines) : toPlainText(lines);
  return { ...item, documentation: { kind: isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value } };
};

function toCompletionItem({ kind, label, detail, commit }: Offer, client: ClientCapabilities): CompletionItem {
  const capabilities = itemCapabilities(client);
  return {
    label,
    kind: ITEM_KINDS[kind],
    ...(detail && (capabilities?.labelDetailsSupport ? { labelDetails: { description: detail } } : { detail })),
    ...(commit && capabilities?.commitCharactersSupport && { commitCharacters: [...commit] }),
  };
}

function documentationOf({ kind, id, uri }: ItemData, context: FeatureContext): CardLine[] {
  if (kind === 'rule') return ruleCard(id, uri, context.open(uri), context);
  const { workspace } = context;
  const { scope, isIndexed } = context.revisionOf(uri);
  const cardContext = { uri, workspace, scope, isIndexed };
  const entity = kind === 'entity' ? scope.entities.get(id)?.entry : undefined;
  const source = kind === 'source' ? scope.sources.get(id)?.entry : undefined;
  return entity ? entityCard(entity, cardContext) : source ? sourceCard(source, cardContext) : [];
}

/** Items come back from the client, so their data is validated. */
function isItemData(data: unknown): data is ItemData {
  return typeof data === 'object' && data !== null && 'kind' in data && 'id' in data && 'uri' in data;
}

function itemCapabilities(client: ClientCapabilities) {
  return client.textDocument?.completion?.completionItem;
}
