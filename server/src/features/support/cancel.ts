/** Cancellation and yielding of requests. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { FeatureContext } from '../feature.ts';
import { createYielder } from './yielding.ts';

export function createCancelledError(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The client canceled the request.');
}

/**
 * The context for one request. After the request is canceled, its next file read or yield throws. In between it cannot
 * be canceled: no message is received before a feature awaits something.
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
  // A prototype instead of a copy, because every request creates one.
  return Object.assign(Object.create(context), overrides);
}
