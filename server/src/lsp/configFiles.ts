/** Reads `.briefmark.yaml` in the folders of a session, and tells what its changes concern. */
import { withTrailingSlash } from '../host/exclusions.ts';
import type { Host } from '../host/host.ts';
import { type Config, readConfig } from '../rules/config/config.ts';
import type { FileNotices } from './fileNotices.ts';
import type { FolderConfigs } from './folderConfig.ts';
import type { ErrorPolicy } from './requests.ts';

/** Exclude patterns take effect after a pause in typing, because a half-typed pattern may exclude half of the workspace. */
const EXCLUDE_DEBOUNCE_MS = 300;

export interface ConfigFiles {
  /** Reads the configurations of all folders. */
  readAll(): Promise<void>;
  /** Reads a configuration again; nothing if the file is none of a folder. */
  reload(uri: string): void;
  /** Reads those in a folder again, or all. */
  reloadIn(folder: string | undefined): void;
  /** Takes over what an open configuration says now. */
  apply(uri: string, config: Config | undefined): void;
}

export function createConfigFiles({
  host,
  folderConfigs,
  bibliographies,
  notices,
  openConfig,
  onRoots,
  onChecks,
  inBackground,
}: {
  readonly host: Host;
  readonly folderConfigs: FolderConfigs;
  /** Who reads the bibliographies that a configuration names. */
  readonly bibliographies: { setNamed(uri: string, paths: readonly string[]): void; update(): Promise<void> };
  readonly notices: FileNotices;
  /** The configuration in an open document; undefined if it is not open. */
  readonly openConfig: (uri: string) => { readonly config: Config | undefined } | undefined;
  /** What is excluded or included has changed. */
  readonly onRoots: () => void;
  /** How files are checked has changed. */
  readonly onChecks: () => void;
  readonly inBackground: ErrorPolicy['inBackground'];
}): ConfigFiles {
  let excludeTimer: ReturnType<typeof setTimeout> | undefined;

  async function read(uri: string): Promise<Config | undefined> {
    // A link inside the workspace may lead to it. What is outside is not read: it may be anything.
    const identity = host.identityOf(uri);
    const isInside = folderConfigs.roots().some((root) => identity.startsWith(withTrailingSlash(root.uri)));
    const { text, note } = await host.read(isInside ? identity : uri);
    notices.record(uri, note);
    const open = openConfig(uri);
    if (open) return open.config;
    return text === undefined ? undefined : readConfig(text);
  }

  function put(uri: string, config: Config | undefined): void {
    folderConfigs.put(uri, config);
    const named = config?.bibliography ?? [];
    bibliographies.setNamed(
      uri,
      named.map(({ value }) => value),
    );
  }

  function reload(uri: string): void {
    if (!folderConfigs.uris().includes(uri)) return;
    inBackground(
      `Reading ${uri}`,
      read(uri).then((config) => apply(uri, config)),
    );
  }

  function apply(uri: string, config: Config | undefined): void {
    if (!folderConfigs.uris().includes(uri)) return;
    const before = { roots: folderConfigs.rootsKey(), checks: folderConfigs.checksFor(uri) };
    put(uri, config);
    if (folderConfigs.rootsKey() !== before.roots) {
      clearTimeout(excludeTimer);
      excludeTimer = setTimeout(onRoots, EXCLUDE_DEBOUNCE_MS);
    }
    inBackground('Reading bibliographies', bibliographies.update());
    if (folderConfigs.checksFor(uri) !== before.checks) onChecks();
  }

  return {
    async readAll() {
      await Promise.all(folderConfigs.uris().map(async (uri) => put(uri, await read(uri))));
    },
    reload,
    reloadIn(folder) {
      for (const uri of folderConfigs.uris()) if (folder === undefined || uri.startsWith(`${folder}/`)) reload(uri);
    },
    apply,
  };
}
