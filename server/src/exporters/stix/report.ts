/** The sources of a brief as external references of its report. */

import type { Steps } from '../../base/memo/steps.ts';
import { parseWebAddress } from '../../base/text/webAddress.ts';
import type { Release } from '../../render/release.ts';
import { sourceFacts } from '../../render/sourceFacts.ts';
import { numberSources } from '../../render/sources.ts';
import { languageOf } from '../../render/words/index.ts';
import type { ExportedBrief } from '../engine/exporter.ts';

export interface ExternalReference {
  readonly source_name: string;
  readonly description?: string;
  readonly url?: string;
  readonly hashes?: Readonly<Record<string, string>>;
}

/** One reference for each source, and one for its archived copy, to which the hash belongs. */
export function* externalReferences(
  { brief, scope, lost }: ExportedBrief,
  release: Release,
): Steps<ExternalReference[]> {
  const { words } = languageOf(brief);
  const { list } = yield* numberSources(brief, scope, { words, release, isGap: (citation) => lost.has(citation) });
  return list.flatMap((listed): ExternalReference[] => {
    const facts = sourceFacts(listed, scope, { words, release });
    const [name, ...others] = facts.flatMap(({ kind, text }) => (kind === 'address' || kind === 'archive' ? [] : text));
    const address = facts.find(({ kind }) => kind === 'address')?.text;
    const url = address && parseWebAddress(address);
    const said = [...others, ...(address && !url ? [address] : [])].join('. ');
    const source_name = name ?? words.withheld;
    const { archive, sha256 } = listed.entry ?? {};
    const archived = archive && parseWebAddress(archive.value);
    return [
      // One of the other properties is required.
      { source_name, ...(said || !url ? { description: said || source_name } : {}), ...(url && { url }) },
      ...(archived
        ? [
            {
              source_name,
              description: words.archivedAt,
              url: archived,
              ...(sha256 && { hashes: { 'SHA-256': sha256.value } }),
            },
          ]
        : []),
    ];
  });
}
