/** `check --cache`: what was found in a brief is found again as long as nothing it depends on has changed. */

import { ruleByCode } from '../rules/run/ruleLookup.ts';
import type { BriefChecker, CheckedBrief } from './briefChecker.ts';
import type { CachedCheck, CachedChecks } from './cacheFile.ts';
import type { CheckKey } from './cacheKey.ts';
import type { BriefCheck } from './checkBriefFile.ts';

export interface CachedChecker extends BriefChecker {
  /** Once it has finished: the checks to store; undefined if they are those that were given. */
  readonly changed: (isThere: (uri: string) => boolean) => CachedChecks | undefined;
}

/** Asks `checker` for what is not in `cached`. With `isFixing`, for briefs that may have something to correct, too. */
export function createCachedChecker(
  checker: BriefChecker,
  cached: CachedChecks,
  keyOf: CheckKey,
  isFixing: boolean,
): CachedChecker {
  const used = new Map<string, CachedCheck>();
  const fresh: (() => readonly [uri: string, CachedCheck])[] = [];
  return {
    async check(brief): Promise<CheckedBrief> {
      const { uri, source, settings } = brief;
      // A brief from standard input is in no file.
      if (!uri.startsWith('file:')) return checker.check(brief);
      const known = cached.get(uri);
      if (known?.key === keyOf(source, settings) && !(isFixing && isCorrectable(known.check))) {
        used.set(uri, known);
        return { source, check: () => known.check };
      }
      const checked = await checker.check(brief);
      const key = keyOf(checked.source, settings);
      fresh.push(() => [uri, { key, check: checked.check() }]);
      return checked;
    },
    finish: () => checker.finish(),
    changed(isThere) {
      const unnamed = [...cached].filter(([uri]) => !used.has(uri));
      if (fresh.length === 0 && unnamed.every(([uri]) => isThere(uri))) return undefined;
      // Others may be checked next time.
      const kept = unnamed.filter(([uri]) => isThere(uri));
      return new Map([...kept, ...used, ...fresh.map((entry) => entry())]);
    },
  };
}

/** Only rules about form correct anything, and only what they have found. */
function isCorrectable({ findings }: BriefCheck): boolean {
  return findings.some(({ code }) => ruleByCode(code)?.isFormOnly);
}
