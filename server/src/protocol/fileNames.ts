/** Which files are read, by name. The glob patterns are valid for VS Code and LSP. */

export const BRIEF_GLOB = '**/*.{brief,brief.md,brief.txt}';
export const REGISTRY_GLOBS: readonly string[] = [
  '**/{entities,sources}.{yaml,yml}',
  '**/*.{entities,sources}.{yaml,yml}',
];
/** The configuration file of a folder. */
export const CONFIG_NAME = '.briefmark.yaml';
export const CONFIG_GLOB = `**/${CONFIG_NAME}`;
/** Folders that are never searched, at any depth. */
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
