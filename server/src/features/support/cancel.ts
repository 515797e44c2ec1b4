/** Requests that nobody waits for any more, and those that take so long that others wait. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { FeatureContext } from '../feature.ts';
import { createYielder } from './yielding.ts';

export function createCancelledError(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The client cancelled the request.');
}

/**
 * The context for one request, which ends at the next file it reads or the next time it gives way once it is cancelled.
 * In between nothing can cancel it: no message is taken in before a feature waits for something.
 */
export function withCancellation(context: FeatureContext, token: CancellationToken): FeatureContext {
  const throwIfCancelled = () => {
    if (token.isCancellationRequested) throw createCancelledError();
  };
  const yielder = createYielder();
  const overrides: Pick<FeatureContext, 'read' | 'yieldIfDue' | 'whenIndexed'> = {
    async read(uri) {
      const text = await context.read(uri);
      throwIfCancelled();
      return text;
    },
    yieldIfDue: () => yielder()?.then(throwIfCancelled),
    whenIndexed: () => context.whenIndexed().then(throwIfCancelled),
  };
  // No copy: it is made for every request.
  return Object.assign(Object.create(context), overrides);
}
