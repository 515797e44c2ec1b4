/** How the briefs of a project are checked: in this thread, or in several. */

import { type BriefCheck, checkBriefFile } from './checkBriefFile.ts';
import { type CheckPool, createCheckPool } from './checkPool.ts';
import type { BriefSource, Project, ProjectFile } from './project.ts';

export interface CheckedBrief {
  /** The text that was checked. */
  readonly source: ProjectFile;
  /** What was found, once the checker has finished. */
  readonly check: () => BriefCheck;
}

/** Takes briefs in their order. */
export interface BriefChecker {
  readonly check: (brief: BriefSource) => Promise<CheckedBrief>;
  /** Waits until everything is checked. */
  readonly finish: () => Promise<void>;
}

/** Checks each brief at once, in this thread. */
export function createChecker(project: Project): BriefChecker {
  return {
    async check(brief) {
      const check = await project.withBrief(brief, checkBriefFile);
      return { source: brief.source, check: () => check };
    },
    finish: async () => {},
  };
}

export interface ThreadOptions {
  /** The script that threads run (`checkPool.ts`). */
  readonly script: string;
  readonly count: number;
  /** How many briefs have to come before threads are started. Fewer are checked in this one. */
  readonly minimum: number;
}

/** Checks in several threads, which have to be stopped in any case. */
export function createThreadedChecker(
  project: Project,
  { script, count, minimum }: ThreadOptions,
): BriefChecker & { readonly stop: () => Promise<void> } {
  let pool: CheckPool | undefined;
  let waiting: { readonly brief: BriefSource; resolve: (check: () => BriefCheck) => void }[] = [];
  const send = async () => {
    const sent = waiting;
    waiting = [];
    pool ??= createCheckPool(script, count, project.definitions);
    for (const { brief, resolve } of sent) resolve(await pool.add(brief.source, brief.settings));
  };
  return {
    async check(brief) {
      let check: (() => BriefCheck) | undefined;
      waiting.push({
        brief,
        resolve: (checked) => {
          check = checked;
        },
      });
      if (pool || waiting.length >= minimum) await send();
      return { source: brief.source, check: () => check!() };
    },
    async finish() {
      const here = createChecker(project);
      for (const { brief, resolve } of waiting) resolve((await here.check(brief)).check);
      await pool?.finish();
    },
    stop: async () => pool?.stop(),
  };
}
