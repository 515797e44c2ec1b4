import * as l10n from '@vscode/l10n';

const MAX_LENGTH = 40;

/** A value from a file for a message: in quotation marks, on one line, truncated to a readable length. */
export function quote(value: string): string {
  const line = value.slice(0, 200).replace(/\s+/g, ' ').trim();
  if (line.length <= MAX_LENGTH) return l10n.t('“{0}”', line);
  // Not between the halves of a surrogate pair.
  return l10n.t('“{0}”', `${line.slice(0, MAX_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`);
}
