/** Which files are read, by name. The glob patterns are valid for VS Code and LSP. */
import { TEXT_EXTENSIONS } from '../base/text/textNames.ts';

export { isTextName } from '../base/text/textNames.ts';

export const BRIEF_GLOB = '**/*.{brief,brief.md,brief.txt}';
export const REGISTRY_GLOBS: readonly string[] = [
  '**/{entities,sources}.{yaml,yml}',
  '**/*.{entities,sources}.{yaml,yml}',
];
/** The files that `include` can name as briefs. */
export const TEXT_GLOB = `**/*.{${TEXT_EXTENSIONS.join(',')}}`;
/** The languages that editors give them. A file that `include` names is a brief and keeps its language. */
export const TEXT_LANGUAGES: readonly string[] = ['markdown', 'quarto', 'plaintext'];
/** The files of Quarto and Pandoc that may name bibliographies. */
export const PROJECT_GLOB = '**/{_quarto,_metadata,_bookdown,metadata,defaults,pandoc}.{yml,yaml}';
/** The configuration file of a folder. */
export const CONFIG_NAME = '.briefmark.yaml';
export const CONFIG_GLOB = `**/${CONFIG_NAME}`;
/** The reviews of briefs (`review.ts`). */
export const REVIEW_GLOB = '**/*.review.yaml';
/** The documents that are ours by language or name. */
export const OWN_DOCUMENTS: readonly { readonly language: string; readonly pattern?: string }[] = [
  { language: 'brief' },
  ...[...REGISTRY_GLOBS, CONFIG_GLOB, REVIEW_GLOB].map((pattern) => ({ language: 'yaml', pattern })),
];
/** Folders that are never searched, at any depth. */
export const ALWAYS_EXCLUDED_FOLDERS: readonly string[] = ['node_modules', '.git'];

const briefName = /[^/\\]\.brief(?:\.md|\.txt)?$/i;
const projectName = /(?:^|[/\\])(?:_quarto|_metadata|_bookdown|metadata|defaults|pandoc)\.ya?ml$/;
const registryName = /(?:^|[/\\]|[^/\\]\.)(?:entities|sources)\.ya?ml$/i;

/** Whether a file with this name, path or URI is a brief. */
export function isBriefName(name: string): boolean {
  return briefName.test(name);
}

/** Whether a file with this name, path or URI is a registry of entities or sources. */
export function isRegistryName(name: string): boolean {
  return registryName.test(name);
}

/** Whether a file with this name, path or URI belongs to Quarto or Pandoc and may name bibliographies. */
export function isProjectName(name: string): boolean {
  return projectName.test(name);
}

/** Whether a file with this name, path or URI is the configuration of its folder. */
export function isConfigName(name: string): boolean {
  return /(?:^|[/\\])\.briefmark\.yaml$/.test(name);
}
