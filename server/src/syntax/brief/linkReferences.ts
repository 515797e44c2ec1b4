/** `[Reuters][1]` with a line `[1]: https://…`. docs/format.md, "Links". */

import type { Citation } from '../ast.ts';
import { createLinkCitation } from '../citation/forms/link.ts';
import { readLinkAddress } from '../citation/linkAddress.ts';
import { addCitations, type BriefDraft, textOfBlock } from './briefDraft.ts';
import { createStableValue } from './stable.ts';

/** By label, as `normalizeLabel` writes it. */
export type Addresses = ReadonlyMap<string, string>;

const stableLink = createStableValue<Citation | undefined>();

/**
 * Adds the citations of all links with a label. A label without a definition is missing where the brief has definitions.
 * `addresses`: those that the brief defines.
 */
export function addLinkReferences(draft: BriefDraft, addresses: Addresses): void {
  const referring = draft.blocks.flatMap(({ candidates }, index) => (candidates?.references.length ? [index] : []));
  if (referring.length === 0) return;
  for (const index of referring) {
    const block = draft.blocks[index]!;
    const found = block.candidates!.references.flatMap(({ span, text, label }) => {
      const address = addresses.get(normalizeLabel(label));
      const link = stableLink(block, `${span.start}`, [address, addresses.size > 0], () => {
        if (address === undefined) return addresses.size > 0 ? createLinkCitation(span, undefined, text) : undefined;
        return readLinkAddress(address)?.isDocument
          ? createLinkCitation(span, { value: address, span }, text)
          : undefined;
      });
      return link ?? [];
    });
    addCitations(draft, index, found);
  }
}

/** The addresses that lines such as `[1]: https://…` define, by label. */
export function definitionsOf(draft: BriefDraft): Addresses {
  const addresses = new Map<string, string>();
  for (const [index, { candidates }] of draft.blocks.entries()) {
    const openers = candidates?.openers.filter(({ form }) => form === 'definition') ?? [];
    if (openers.length === 0) continue;
    const text = textOfBlock(draft, index);
    for (const { label, content } of openers) {
      const address = /^\s*<?([^\s>]+)/.exec(text.slice(content.start, content.end))?.[1];
      const key = normalizeLabel(label.text);
      if (address !== undefined && !addresses.has(key)) addresses.set(key, address);
    }
  }
  return addresses;
}

/** The label as labels are compared. */
export function normalizeLabel(label: string): string {
  return label.toLowerCase().replace(/\s+/g, ' ').trim();
}
