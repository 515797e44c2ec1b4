/** Requests that nobody waits for any more. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { FeatureContext } from './feature.ts';

export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The client cancelled the request.');
}

/**
 * The context for one request, which ends at the next file it reads once it is cancelled. Between two files nothing can
 * cancel it: no message is taken in before a feature waits for something.
 */
export function cancellable(context: FeatureContext, token: CancellationToken): FeatureContext {
  return {
    ...context,
    async read(uri) {
      const text = await context.read(uri);
      if (token.isCancellationRequested) throw cancelled();
      return text;
    },
  };
}
