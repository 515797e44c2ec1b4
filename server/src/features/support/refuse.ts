// From the package of the connection, which sends it: the protocol package at hand may be another copy.
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Answers a request with a reason, in words for whoever asked, why it cannot be done. The editor shows it. */
export function refuse(reason: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
