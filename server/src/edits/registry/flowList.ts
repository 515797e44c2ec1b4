/** Appends items to YAML lists in flow style, `[…]`. */
import type { CST } from 'yaml';
import { readYamlTokens } from '../../syntax/yaml/boundedParser.ts';

/** How new entries are formatted. */
export interface EntryStyle {
  readonly flow: boolean;
  readonly quotes: 'json' | 'single' | 'double';
}

type FlowItem = CST.FlowCollection['items'][number];

/**
 * The insertion that appends items to the list under one of `keys`, or to the text itself if that is a list and
 * `isBareList` allows it. A flow map without any of the keys gets the first one. `formatItems` formats the items in the
 * style of the text. Undefined if there is no such list.
 */
export function appendToFlowList(
  yaml: string,
  keys: readonly string[],
  isBareList: boolean,
  formatItems: (style: EntryStyle) => string[],
): { at: number; text: string } | undefined {
  const parsed = readYamlTokens(yaml);
  const document = 'tokens' in parsed ? parsed.tokens.find((token) => token.type === 'document') : undefined;
  const root = document?.type === 'document' ? document.value : undefined;
  if (root?.type !== 'flow-collection' && root?.type !== 'block-map') return undefined;
  const style: EntryStyle = {
    flow: true,
    quotes: /[{,[]\s*"[^"\n]*"\s*:/.test(yaml.slice(0, 2_000)) ? 'json' : 'double',
  };
  if (root.type === 'flow-collection' && root.start.source === '[')
    return isBareList ? appendItems(yaml, root, formatItems(style)) : undefined;
  const field = root.items.find(({ key }) => key && 'source' in key && keys.includes(unquote(key.source)));
  const list = field?.value;
  if (list?.type === 'flow-collection' && list.start.source === '[') return appendItems(yaml, list, formatItems(style));
  if (field || root.type === 'block-map') return undefined;
  const [key = ''] = keys;
  return appendItems(yaml, root, [
    `${style.quotes === 'json' ? JSON.stringify(key) : key}: [ ${formatItems(style).join(', ')} ]`,
  ]);
}

function unquote(source: string): string {
  return source.replace(/^["']|["']$/g, '');
}

function appendItems(
  yaml: string,
  list: CST.FlowCollection,
  items: readonly string[],
): { at: number; text: string } | undefined {
  if (!list.end.some(({ type }) => type === 'flow-seq-end' || type === 'flow-map-end')) return undefined;
  const lastFilled = list.items.findLastIndex(({ key, sep, value }) => key || sep || value);
  const last = list.items[lastFilled];
  if (!last) return { at: list.start.offset + 1, text: items.join(', ') };
  const comma = list.items
    .slice(lastFilled + 1)
    .flatMap(({ start }) => start.filter(({ type }) => type === 'comma'))[0];
  const end = comma ? comma.offset + 1 : itemEnd(last);
  if (end === undefined) return undefined;
  // If the last item begins a line, the next one begins a line as well.
  const [indentation] = /(?<=^|\n)[ \t]*$/.exec(yaml.slice(Math.max(0, itemStart(last) - 200), itemStart(last))) ?? [];
  const gap = indentation === undefined ? ' ' : `\n${indentation}`;
  const text = items.map((item) => `${comma ? '' : ','}${gap}${item}${comma ? ',' : ''}`).join('');
  // The last item ends with a comma only if the list did.
  return { at: end, text };
}

function itemStart({ key, value }: FlowItem): number {
  return (key ?? value)?.offset ?? 0;
}

function itemEnd({ value }: FlowItem): number | undefined {
  if (value?.type === 'flow-collection') {
    const close = value.end.find(({ type }) => type === 'flow-seq-end' || type === 'flow-map-end');
    return close && close.offset + close.source.length;
  }
  return value && 'source' in value ? value.offset + value.source.length : undefined;
}
