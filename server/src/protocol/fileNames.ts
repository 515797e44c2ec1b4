/** Which files are read, by their names. The patterns are globs of VS Code and LSP alike. */

export const BRIEF_GLOB = '**/*.{brief,brief.md,brief.txt}';
export const REGISTRY_GLOBS: readonly string[] = [
  '**/{entities,sources}.{yaml,yml}',
  '**/*.{entities,sources}.{yaml,yml}',
];
/** The configuration of a folder, which stands in it. */
export const CONFIG_NAME = '.briefmark.yaml';
export const CONFIG_GLOB = `**/${CONFIG_NAME}`;
/** Folders that no search ever looks into, wherever they are. */
export const ALWAYS_EXCLUDED_FOLDERS: readonly string[] = ['node_modules', '.git'];

const briefName = /[^/\\]\.brief(?:\.md|\.txt)?$/i;
const registryName = /(?:^|[/\\]|[^/\\]\.)(?:entities|sources)\.ya?ml$/i;

/** Whether a file with this name, path or URI is a brief. */
export function isBriefName(name: string): boolean {
  return briefName.test(name);
}

/** Whether a file with this name, path or URI is a registry of entities or sources. */
export function isRegistryName(name: string): boolean {
  return registryName.test(name);
}

/** Whether a file with this name, path or URI is the configuration of its folder. */
export function isConfigName(name: string): boolean {
  return /(?:^|[/\\])\.briefmark\.yaml$/.test(name);
}
