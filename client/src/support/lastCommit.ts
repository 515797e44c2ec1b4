/** The text of a file in the last commit, from VS Code's Git extension. */
import { extensions, type Uri } from 'vscode';

/** The part of its API that is used: https://github.com/microsoft/vscode/blob/main/extensions/git/src/api/git.d.ts */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): {
    getRepository(uri: Uri): { show(ref: string, path: string): Promise<string> } | null;
  };
}

/** `no-repository`: Git is off, or the file is in no repository. `not-committed`: the last commit does not have the file. */
export type LastCommit = { readonly text: string } | { readonly problem: 'no-repository' | 'not-committed' };

/** What the last commit (`HEAD`) has of a file. */
export async function lastCommitOf(uri: Uri): Promise<LastCommit> {
  const git = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
  const repository = git?.enabled ? git.getAPI(1).getRepository(uri) : null;
  if (!repository) return { problem: 'no-repository' };
  try {
    return { text: await repository.show('HEAD', uri.fsPath) };
  } catch {
    return { problem: 'not-committed' };
  }
}
