/** How files are checked: the `.briefmark.yaml` of their workspace folder, overridden by the settings of the editor. */

import { withTrailingSlash } from '../host/exclusions.ts';
import type { Root } from '../host/host.ts';
import { CONFIG_NAME } from '../protocol/fileNames.ts';
import type { Config } from '../rules/config/config.ts';
import { type CheckSettings, mergeCheckSettings } from '../rules/engine/settings.ts';
import type { Settings } from './settings.ts';

export interface FolderConfigs {
  /** The URIs of the configuration files: one in each workspace folder. */
  uris(): string[];
  /** Sets the current configuration in a file; undefined if there is no such file. */
  put(uri: string, config: Config | undefined): void;
  /** The configuration in a file, as it was put. */
  get(uri: string): Config | undefined;
  /** How a file is checked: the same object as long as no value in it has changed. */
  checksFor(uri: string): CheckSettings;
  /** The workspace folders, and what is excluded from and included in each. */
  roots(): Root[];
  /** The roots as a text, to tell whether they have changed. */
  rootsKey(): string;
}

const NO_CHECKS: Config['checks'] = {};

/** The functions return the current folders of the workspace, those of files that are open without one, and the settings. */
export function createFolderConfigs(
  workspaceFolders: () => readonly string[],
  looseFolders: () => readonly string[],
  settings: () => Settings,
): FolderConfigs {
  const folders = () => [...workspaceFolders(), ...looseFolders()];
  const configs = new Map<string, Config>();
  const checksCache = new Map<string, { inFolder: unknown; inEditor: unknown; json: string; checks: CheckSettings }>();
  const configUri = (folder: string) => `${withTrailingSlash(folder)}${CONFIG_NAME}`;
  const roots = () =>
    folders().map((uri) => ({
      uri,
      exclude: [...(configs.get(configUri(uri))?.exclude ?? []), ...settings().exclude],
      include: [...(configs.get(configUri(uri))?.include ?? []), ...settings().include],
      ...(looseFolders().includes(uri) && { isShallow: true }),
    }));
  return {
    uris: () => folders().map(configUri),
    put(uri, config) {
      if (config) configs.set(uri, config);
      else configs.delete(uri);
    },
    get: (uri) => configs.get(uri),
    checksFor(uri) {
      // The innermost of nested folders applies.
      let folder: string | undefined;
      for (const list of [workspaceFolders(), looseFolders()])
        for (const one of list)
          if (one.length > (folder?.length ?? -1) && uri.startsWith(withTrailingSlash(one))) folder = one;
      const config = folder === undefined ? '' : configUri(folder);
      const [inFolder, inEditor] = [configs.get(config)?.checks ?? NO_CHECKS, settings().checks];
      const cached = checksCache.get(config);
      if (cached && cached.inFolder === inFolder && cached.inEditor === inEditor) return cached.checks;
      const merged = mergeCheckSettings(inFolder, inEditor);
      const json = JSON.stringify(merged);
      // An edit that changes no value keeps the object, and with it everything that is cached for it.
      const checks = cached?.json === json ? cached.checks : merged;
      checksCache.set(config, { inFolder, inEditor, json, checks });
      return checks;
    },
    roots,
    rootsKey: () => JSON.stringify(roots()),
  };
}
