import type { Uri } from 'vscode';

/** The name of a file, without its folder. */
export function fileNameOf({ path }: Uri): string {
  return path.split('/').at(-1) ?? '';
}
