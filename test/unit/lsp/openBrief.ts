import { TextDocument } from 'vscode-languageserver-textdocument';
import { type FeatureContext, type OpenFile, toRange } from '../../../server/src/features/feature.ts';
import { applyChanges } from '../../../server/src/lsp/changes.ts';
import { createPublisher } from '../../../server/src/lsp/publisher.ts';
import { createErrorPolicy } from '../../../server/src/lsp/requests.ts';
import { readBrief, updateBrief } from '../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { parseFixture, workspaceOf } from '../support/fixture.ts';
import { createContext } from '../support/world.ts';

const REGISTRIES = `--- entities.yaml
entities:
  - { id: is, type: group, name: Islamic State, aliases: [IS] }
  - { id: tass, type: media, name: TASS }
--- sources.yaml
references:
  - { id: tass-1, title: One, container-title: TASS, issued: 2021-05-03 }
  - { id: tass-2, title: Two, container-title: TASS, issued: 2021-05-03 }
`;
const { files } = parseFixture(REGISTRIES);
const uri = 'file:///main.brief';

interface Pushed {
  readonly version?: number;
  readonly codes: readonly unknown[];
}

interface FullReport {
  readonly resultId: string;
  readonly items: readonly {
    readonly code?: unknown;
    readonly message: string;
    readonly range: { start: { line: number } };
  }[];
}

/** An open brief that can be edited, and what its publisher tells a client. `isPulling`: the client asks for diagnostics. */
export function openBrief(text: string, { isPulling = true } = {}) {
  const workspace = workspaceOf({ files });
  let document = TextDocument.create(uri, 'brief', 1, text);
  let file: OpenFile & { kind: 'brief' } = { kind: 'brief', document, value: readBrief(text) };
  const take = (next: typeof file) => {
    file = next;
    workspace.putBrief(uri, file.value, true);
  };
  take(file);
  let isClosed = false;
  const context: FeatureContext = {
    ...createContext({ files: [], workspace, settings: { profile: 'release' } }),
    client: { textDocument: isPulling ? { diagnostic: {} } : {} },
    open: (asked) => (asked === uri && !isClosed ? file : undefined),
    rangeIn: (other, span) =>
      toRange(other === uri ? document : TextDocument.create(other, 'yaml', 1, REGISTRIES), span),
  };
  const pushed: Pushed[] = [];
  const pending: unknown[] = [];
  const publisher = createPublisher({
    connection: {
      sendDiagnostics: async ({ version, diagnostics }) => {
        pushed.push({ ...(version !== undefined && { version }), codes: diagnostics.map(({ code }) => code) });
      },
    },
    context,
    errors: createErrorPolicy(console),
    pulls: { begun: () => {}, ended: () => {} },
    schedule: (_, action) => void pending.push(action()),
  });
  const answer = (method: string, params: object, request = context): Promise<unknown> =>
    Promise.resolve(publisher.requests.find((one) => one.method === method)!.answer(params as never, request));
  const ask = (previousResultId?: string, request = context) =>
    answer(
      'textDocument/diagnostic',
      { textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }) },
      request,
    );
  return {
    text: () => document.getText(),
    /** Answers a request for diagnostics; `unchanged` where `previousResultId` is current. */
    ask,
    /** All diagnostics. */
    async tell() {
      const { resultId, items } = (await ask()) as FullReport;
      return { resultId, diagnostics: items };
    },
    /** Like `ask`, with `edit` between two steps of the work. */
    askInTurns(edit: () => void, turn: number) {
      let turns = 0;
      const yieldIfDue = async () => void (++turns === turn && edit());
      return ask(undefined, { ...context, yieldIfDue });
    },
    tokens: () => answer('textDocument/semanticTokens/full', { textDocument: { uri } }),
    tokenDelta: (previousResultId: string) =>
      answer('textDocument/semanticTokens/full/delta', { textDocument: { uri }, previousResultId }),
    /** What has been pushed, in order. */
    async pushed() {
      await Promise.all(pending);
      return pushed;
    },
    push: () => publisher.push(file),
    close() {
      isClosed = true;
      publisher.documentClosed(file);
    },
    /** Opens the text again, as another document. */
    reopen() {
      document = TextDocument.create(uri, 'brief', 1, document.getText());
      take({ kind: 'brief', document, value: readBrief(document.getText()) });
    },
    define: (entries: string) => workspace.putRegistry('file:///more.sources.yaml', readRegistry(entries)),
    replace(start: number, end: number, words: string) {
      const range = { start: document.positionAt(start), end: document.positionAt(end) };
      for (const edit of applyChanges(document, [{ range, text: words }], document.version + 1)) {
        publisher.recordEdit(document, edit);
        take({ kind: 'brief', document, value: updateBrief(file.value, document.getText(), edit) });
      }
    },
  };
}
