/** How files are checked: what the `.briefmark.yaml` of their folder says, and over it the settings of the editor. */

import { baseOf } from '../host/exclusions.ts';
import type { Root } from '../host/host.ts';
import { CONFIG_NAME } from '../protocol/fileNames.ts';
import type { Config } from '../rules/config/config.ts';
import { type CheckSettings, combineChecks } from '../rules/engine/settings.ts';
import type { Settings } from './settings.ts';

export interface Configs {
  /** The URIs of the files that count: one in each folder of the workspace. */
  places(): string[];
  /** Takes in a file as it reads now, or that it is gone. */
  put(uri: string, config: Config | undefined): void;
  /** How a file is checked: the same object as long as nothing of it has changed. */
  checksFor(uri: string): CheckSettings;
  /** The folders of the workspace, and what is left out of each. */
  roots(): Root[];
}

const NOTHING: Config['checks'] = {};

export function createConfigs(folders: () => readonly string[], settings: () => Settings): Configs {
  const configs = new Map<string, Config>();
  const known = new Map<string, { given: readonly unknown[]; said: string; checks: CheckSettings }>();
  const placeIn = (folder: string) => `${baseOf(folder)}${CONFIG_NAME}`;
  return {
    places: () => folders().map(placeIn),
    put(uri, config) {
      if (config) configs.set(uri, config);
      else configs.delete(uri);
    },
    checksFor(uri) {
      const around = folders().filter((folder) => uri.startsWith(baseOf(folder)));
      // Of folders within each other the inner one counts.
      const [folder] = around.sort((a, b) => b.length - a.length);
      const place = folder === undefined ? '' : placeIn(folder);
      const given = [configs.get(place)?.checks ?? NOTHING, settings().checks] as const;
      const before = known.get(place);
      if (before && given.every((some, index) => some === before.given[index])) return before.checks;
      const checks = combineChecks(...given);
      const said = JSON.stringify(checks);
      // An edit that changes no value leaves the object as it is, and all that is remembered for it.
      const kept = before?.said === said ? before.checks : checks;
      known.set(place, { given, said, checks: kept });
      return kept;
    },
    roots: () =>
      folders().map((uri) => ({
        uri,
        exclude: [...(configs.get(placeIn(uri))?.exclude ?? []), ...settings().exclude],
      })),
  };
}
