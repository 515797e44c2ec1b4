/** A worker thread that checks briefs: it answers the requests of `checkPool.ts` until it is terminated. */

import { parentPort, workerData } from 'node:worker_threads';
import { getOrInsert } from '../base/memo/maps.ts';
import type { CheckSettings } from '../rules/engine/settings.ts';
import { checkBriefFile } from './checkBriefFile.ts';
import type { CheckRequest, CheckResponse } from './checkPool.ts';
import { createProjectFile, type Definitions, workspaceOf } from './project.ts';

export function runCheckWorker(): void {
  const { putBrief, remove } = workspaceOf(workerData as Definitions);
  // What rules prepare is kept by settings, so those that are equal have to be the same object.
  const settingsByText = new Map<string, CheckSettings>();
  parentPort?.on('message', (request: CheckRequest) => {
    const checks = request.map(({ uri, name, text, settings }) => {
      const key = JSON.stringify(settings);
      const brief = putBrief(
        createProjectFile({ name, uri }, text),
        getOrInsert(settingsByText, key, () => settings),
      );
      const check = checkBriefFile(brief);
      remove(uri);
      return check;
    });
    parentPort?.postMessage(checks satisfies CheckResponse);
  });
}
