// From the package that owns the connection; `instanceof` checks would fail for another copy of the class.
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Rejects a request with a reason for the user, which the editor shows. */
export function refuse(reason: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

/** Whether an error comes from `refuse`. */
export function isRefusal(error: unknown): error is ResponseError<void> {
  return error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed;
}
