import { l10n } from 'vscode';
import { isValidId } from '../../../server/src/protocol/ids';

/** What is wrong with an id that someone types; undefined if nothing is. */
export function idProblem(id: string): string | undefined {
  return isValidId(id) ? undefined : l10n.t('Use letters, digits, “.”, “_”, “-” and “/”.');
}
