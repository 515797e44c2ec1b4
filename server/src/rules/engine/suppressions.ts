/** Rules suppressed by ignore comments or by the front matter. docs/format.md, section 3. */

import type { Brief, Registry } from '../../syntax/ast.ts';

import { ignoredCodes } from '../../syntax/brief/ignoredRules.ts';

/**
 * Returns a predicate that tells whether a rule is suppressed in a block of the brief, by comments or by the front
 * matter; undefined if no rule is suppressed anywhere.
 */
export function createBriefSuppressions(brief: Brief): ((code: string, blockIndex: number) => boolean) | undefined {
  const { fileCodes, blockCodes } = ignoredCodes(brief);
  if (fileCodes.size === 0 && blockCodes.size === 0) return undefined;
  return (code, blockIndex) => fileCodes.has(code) || blockCodes.get(blockIndex)?.has(code) === true;
}

/**
 * Returns a predicate that tells whether a rule is suppressed at an offset of the registry: by `# brief-ignore CODE`
 * above the entry, or by `# brief-ignore-file CODE` anywhere.
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
