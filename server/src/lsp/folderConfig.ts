/** How files are checked: what the `.briefmark.yaml` of their folder says, and over it the settings of the editor. */

import { withTrailingSlash } from '../host/exclusions.ts';
import type { Root } from '../host/host.ts';
import { CONFIG_NAME } from '../protocol/fileNames.ts';
import type { Config } from '../rules/config/config.ts';
import { type CheckSettings, mergeCheckSettings } from '../rules/engine/settings.ts';
import type { Settings } from './settings.ts';

export interface FolderConfigs {
  /** The URIs of the files that count: one in each folder of the workspace. */
  uris(): string[];
  /** Takes in a file as it reads now, or that it is gone. */
  put(uri: string, config: Config | undefined): void;
  /** How a file is checked: the same object as long as nothing of it has changed. */
  checksFor(uri: string): CheckSettings;
  /** The folders of the workspace, and what is left out of each. */
  roots(): Root[];
}

const NO_CHECKS: Config['checks'] = {};

export function createFolderConfigs(folders: () => readonly string[], settings: () => Settings): FolderConfigs {
  const configs = new Map<string, Config>();
  const checksCache = new Map<string, { given: readonly unknown[]; said: string; checks: CheckSettings }>();
  const configUri = (folder: string) => `${withTrailingSlash(folder)}${CONFIG_NAME}`;
  return {
    uris: () => folders().map(configUri),
    put(uri, config) {
      if (config) configs.set(uri, config);
      else configs.delete(uri);
    },
    checksFor(uri) {
      const around = folders().filter((folder) => uri.startsWith(withTrailingSlash(folder)));
      // Of folders within each other the inner one counts.
      const [folder] = around.sort((a, b) => b.length - a.length);
      const place = folder === undefined ? '' : configUri(folder);
      const given = [configs.get(place)?.checks ?? NO_CHECKS, settings().checks] as const;
      const before = checksCache.get(place);
      if (before && given.every((some, index) => some === before.given[index])) return before.checks;
      const checks = mergeCheckSettings(...given);
      const said = JSON.stringify(checks);
      // An edit that changes no value leaves the object as it is, and all that is remembered for it.
      const kept = before?.said === said ? before.checks : checks;
      checksCache.set(place, { given, said, checks: kept });
      return kept;
    },
    roots: () =>
      folders().map((uri) => ({
        uri,
        exclude: [...(configs.get(configUri(uri))?.exclude ?? []), ...settings().exclude],
      })),
  };
}
