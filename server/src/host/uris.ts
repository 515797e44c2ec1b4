/** One spelling for each URI, for hosts without a disk. */
import { URI } from 'vscode-uri';

/**
 * The URI as `vscode-uri` spells it, which is how VS Code does: with a lower-case drive letter, and everything but letters,
 * digits and `-._~/` percent-encoded. What is no URI is returned unchanged.
 */
export function normalizeUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}
