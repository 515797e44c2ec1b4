import { type Completion, complete } from '../../../../server/src/features/completion/index.ts';
import { isReviewName } from '../../../../server/src/protocol/review.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';
import { CASEBOOK, withCursor } from '../../support/world.ts';

export interface CompletionOptions {
  /** The offer that is accepted; the first one when absent. */
  readonly accept?: string;
  readonly newline?: '\n' | '\r\n';
  /** The file the cursor is in. */
  readonly file?: string;
  readonly registries?: string;
  /** Whether the editor keeps the rest of the word after the cursor, where it may choose. */
  readonly keepRest?: boolean;
}

/** More offers are only counted. */
const MAX_SHOWN = 10;

/** What is offered at the cursor, a line each, and the line of the cursor after an offer is accepted. */
export function completionsAt(marked: string, options: CompletionOptions = {}): string {
  const { text, offset, found } = completeIn(marked, options);
  if (!found || found.offers.length === 0) return 'nothing';
  const { accept, keepRest } = options;
  const accepted = found.offers.find(({ label }) => accept === undefined || label === accept);
  const rows = found.offers
    .slice(0, MAX_SHOWN)
    .map((offer) => `${offer === accepted ? '*' : '-'} ${offer.label}${offer.detail ? ` · ${offer.detail}` : ''}`);
  if (found.offers.length > MAX_SHOWN) rows.push(`… ${found.offers.length - MAX_SHOWN} more`);
  if (!accepted) return [...rows, `no “${accept}”`].join('\n');
  const { start, end } = keepRest && found.supportsInsert ? found.typed : found.whole;
  const after = text.slice(0, start) + accepted.text + text.slice(end);
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return [...rows, `> ${after.slice(lineStart).split(/\r?\n/)[0]}`].join('\n');
}

/** What is offered at the cursor of a brief, or of `file`, beside the registries. */
export function completeIn(
  marked: string,
  { newline = '\n', file = 'main.brief', registries = CASEBOOK }: CompletionOptions = {},
): { text: string; offset: number; found: Completion | undefined } {
  const { text, offset } = withCursor(marked.replaceAll('\n', newline));
  const fixture = parseFixture(registries);
  const uri = `file:///${file}`;
  const files = [...fixture.files.filter(({ name }) => name !== file), { name: file, uri, text, marks: [] }];
  const workspace = workspaceOf({ files });
  const brief = workspace.brief(uri);
  const isConfig = file === '.briefmark.yaml';
  const isReview = isReviewName(file);
  return {
    text,
    offset,
    found: complete({ uri, workspace, text, offset, isConfig, isReview, ...(brief && { brief }) }),
  };
}
