/** Requests that nobody waits for any more, and those that take so long that others wait. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { FeatureContext } from '../feature.ts';
import { takingTurns } from './yielding.ts';

export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The client cancelled the request.');
}

/**
 * The context for one request, which ends at the next file it reads or the next time it gives way once it is cancelled.
 * In between nothing can cancel it: no message is taken in before a feature waits for something.
 */
export function cancellable(context: FeatureContext, token: CancellationToken): FeatureContext {
  const goOn = () => {
    if (token.isCancellationRequested) throw cancelled();
  };
  const turn = takingTurns();
  const own: Pick<FeatureContext, 'read' | 'giveWay' | 'whenIndexed'> = {
    async read(uri) {
      const text = await context.read(uri);
      goOn();
      return text;
    },
    giveWay: () => turn()?.then(goOn),
    whenIndexed: () => context.whenIndexed().then(goOn),
  };
  // No copy: it is made for every request.
  return Object.assign(Object.create(context), own);
}
