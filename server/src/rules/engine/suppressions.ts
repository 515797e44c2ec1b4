/** What people have asked the rules to pass over. docs/format.md, section 3, "Ignore". */

import type { Brief, Registry } from '../../syntax/ast.ts';

import { ignoredCodes } from '../../syntax/brief/ignoredRules.ts';

/**
 * Tells of a rule whether it is silenced in a block of a brief, by comments or by the front matter; undefined when none
 * is silenced anywhere.
 */
export function createBriefSuppressions(brief: Brief): ((code: string, blockIndex: number) => boolean) | undefined {
  const { fileCodes: file, blockCodes: blocks } = ignoredCodes(brief);
  if (file.size === 0 && blocks.size === 0) return undefined;
  return (code, blockIndex) => file.has(code) || blocks.get(blockIndex)?.has(code) === true;
}

/**
 * Tells of a rule whether it is silenced at a place of a registry: by `# brief-ignore CODE` above the entry, by
 * `# brief-ignore-file CODE` anywhere.
 */
export function createRegistrySuppressions({
  ignores,
  types,
  entities,
  sources,
}: Registry): (code: string, offset: number) => boolean {
  if (ignores.length === 0) return () => false;
  const entries = [...types, ...entities, ...sources].map(({ span }) => span).sort((a, b) => a.start - b.start);
  const ignoredRanges = ignores.map(({ scope, codes, end }) => {
    const next = entries.find((entry) => entry.start >= end);
    const until = scope === 'file' ? Number.POSITIVE_INFINITY : (next?.end ?? end);
    return { codes, from: scope === 'file' ? 0 : end, until };
  });
  return (code, offset) =>
    ignoredRanges.some(
      ({ codes, from, until }) => from <= offset && offset <= until && codes.some(({ value }) => value === code),
    );
}
