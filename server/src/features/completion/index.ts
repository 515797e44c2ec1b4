/**
 * Completion. A new context is one file beside this one and one line in `CONTEXTS`.
 */

import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  MarkupKind,
} from 'vscode-languageserver';
import type { Line } from '../../protocol/card.ts';
import { type Feature, type FeatureContext, toRange } from '../feature.ts';
import { toMarkdown, toPlainText } from '../hover/card.ts';
import { entityCard, sourceCard } from '../hover/registryCards.ts';
import { ruleCard } from '../hover/ruleCard.ts';
import { citations } from './citations.ts';
import { ignoreComment } from './ignoreComment.ts';
import { keys } from './keys.ts';
import { filterText, pick } from './match.ts';
import { isBarelyBegun, names } from './names.ts';
import type { About, CompletionPlace, Context, Offer, OfferKind, Offers } from './offer.ts';
import { tagTarget } from './tagTarget.ts';
import { yamlFields } from './yamlFields.ts';
import { yamlValues } from './yamlValues.ts';

/** The first one whose place it is answers. */
const CONTEXTS: readonly Context[] = [yamlFields, yamlValues, ignoreComment, tagTarget, keys, citations, names];

/** More than this nobody reads; while more would fit, the editor asks again with every letter. */
const MOST_OFFERS = 200;
/** What is offered at a place, best first. */
export interface Completion extends Omit<Offers, 'offers' | 'write'> {
  readonly offers: readonly Offer[];
  /** Whether more would fit than is offered. */
  readonly cut: boolean;
}

/** What can be put at the cursor; undefined where nothing is to be said. `offset` outside the text is no place. */
export function complete(place: CompletionPlace): Completion | undefined {
  for (const context of CONTEXTS) {
    const found = context(place);
    if (!found) continue;
    // An edit may not run over a line end, of which there are more kinds than the contexts know.
    const { whole, typed, offers, write = (text) => text, ...rest } = found;
    if (lineEnd.test(place.text.slice(whole.start, whole.end))) return undefined;
    const picked = pick(offers, place.text.slice(typed.start, typed.end), MOST_OFFERS);
    const written = picked.offers.map((offer) => ({ ...offer, text: write(offer.text) }));
    return { ...rest, typed, whole, offers: written, cut: picked.cut };
  }
  return undefined;
}

const lineEnd = /[\r\n]/;

const KINDS: Readonly<Record<OfferKind, CompletionItemKind>> = {
  type: CompletionItemKind.Class,
  entity: CompletionItemKind.Reference,
  outlet: CompletionItemKind.Module,
  source: CompletionItemKind.File,
  date: CompletionItemKind.Event,
  rule: CompletionItemKind.EnumMember,
  field: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
};

/** What comes back with an item whose explanation is wanted. The file, because a brief may have entries of its own. */
interface ItemData extends About {
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
  const place = {
    uri,
    workspace,
    text: document.getText(),
    offset: document.offsetAt(position),
    ...(file.kind === 'brief' ? { brief: file.value } : { isConfig: file.config !== undefined }),
  };
  const found = complete(place);
  if (!found) return { isIncomplete: file.kind === 'brief' && isBarelyBegun(place.text, place.offset), items: [] };
  const { typed, whole, mayKeepRest, offers, cut } = found;
  const replace = toRange(document, whole);
  const both = mayKeepRest && abilities(client)?.insertReplaceSupport;
  const range = both ? { insert: toRange(document, typed), replace } : { range: replace };
  const begun = document.getText().slice(typed.start, typed.end);
  return {
    isIncomplete: cut,
    items: offers.map((offer, index) => ({
      ...saidOf(offer, client),
      filterText: filterText(offer, begun),
      sortText: String(index).padStart(4, '0'),
      textEdit: { ...range, newText: offer.text },
      ...(offer.about && { data: { ...offer.about, uri } satisfies ItemData }),
    })),
  };
};

/** Answers `completionItem/resolve`. */
export const resolveCompletion: Feature<CompletionItem, CompletionItem>['answer'] = (item, context) => {
  const lines = isItemData(item.data) ? explain(item.data, context) : [];
  if (lines.length === 0) return item;
  const markdown = abilities(context.client)?.documentationFormat?.includes(MarkupKind.Markdown) ?? false;
  const value = markdown ? toMarkdown(lines) : toPlainText(lines);
  return { ...item, documentation: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value } };
};

function saidOf({ kind, label, detail, commit }: Offer, client: ClientCapabilities): CompletionItem {
  const able = abilities(client);
  return {
    label,
    kind: KINDS[kind],
    ...(detail && (able?.labelDetailsSupport ? { labelDetails: { description: detail } } : { detail })),
    ...(commit && able?.commitCharactersSupport && { commitCharacters: [...commit] }),
  };
}

function explain({ kind, id, uri }: ItemData, context: FeatureContext): Line[] {
  if (kind === 'rule') return ruleCard(id, uri, context.open(uri), context);
  const { workspace } = context;
  const scope = workspace.scopeOf(uri);
  const at = { uri, workspace, scope, isIndexed: context.isIndexed() };
  const entity = kind === 'entity' ? scope.entities.get(id)?.entry : undefined;
  const source = kind === 'source' ? scope.sources.get(id)?.entry : undefined;
  return entity ? entityCard(entity, at) : source ? sourceCard(source, at) : [];
}

/** Items come back from the client: what is not ours is left as it is. */
function isItemData(data: unknown): data is ItemData {
  return typeof data === 'object' && data !== null && 'kind' in data && 'id' in data && 'uri' in data;
}

function abilities(client: ClientCapabilities) {
  return client.textDocument?.completion?.completionItem;
}
