import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  diagnosticsFeature,
  diagnosticsOf,
  findingsOf,
  publish,
  recordEdit,
} from '../../../../server/src/features/diagnostics/diagnostics.ts';
import { type FeatureContext, type OpenFile, toRange } from '../../../../server/src/features/feature.ts';
import { mergeChanges } from '../../../../server/src/lsp/changes.ts';
import { DEFAULT_CHECK_SETTINGS } from '../../../../server/src/rules/engine/settings.ts';
import { readBrief, updateBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';

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
const CHECKS = { ...DEFAULT_CHECK_SETTINGS, profile: 'release' } as const;

/** An open brief that can be edited, and the diagnostics that are published for it. */
export function openBrief(text: string) {
  const workspace = workspaceOf({ files });
  const document = TextDocument.create(uri, 'brief', 1, text);
  let file: OpenFile & { kind: 'brief' } = { kind: 'brief', document, value: readBrief(text) };
  const take = (next: typeof file) => {
    file = next;
    workspace.putBrief(uri, file.value, true);
  };
  take(file);
  let isClosed = false;
  // Only what diagnostics look at.
  const context = {
    workspace,
    checkSettingsFor: () => CHECKS,
    ruleUrl: () => undefined,
    isIndexed: () => true,
    yieldIfDue: () => undefined,
    open: (asked: string) => (asked === uri && !isClosed ? file : undefined),
    rangeIn: (other: string, span: { start: number; end: number }) =>
      toRange(other === uri ? document : TextDocument.create(other, 'yaml', 1, REGISTRIES), span),
  } as unknown as FeatureContext;
  return {
    text: () => document.getText(),
    tell: () => publish(file, findingsOf(file, context), context),
    close: () => {
      isClosed = true;
    },
    /** Publishes with yielding; `edit` runs at one of the yields. */
    tellInTurns: (edit: () => void, turn: number) => {
      let turns = 0;
      const yieldIfDue = async () => void (++turns === turn && edit());
      return diagnosticsOf(uri, Object.assign(Object.create(context), { yieldIfDue }));
    },
    ask: (previousResultId?: string) =>
      diagnosticsFeature.answer(
        { textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }) } as never,
        context,
      ),
    define: (entries: string) => workspace.putRegistry('file:///more.sources.yaml', readRegistry(entries)),
    replace(start: number, end: number, words: string) {
      const range = { start: document.positionAt(start), end: document.positionAt(end) };
      const merged = mergeChanges(document, [{ range, text: words }])!;
      TextDocument.update(document, [merged.change], document.version + 1);
      recordEdit(document, merged.whole);
      take({ kind: 'brief', document, value: updateBrief(file.value, document.getText(), ...merged.edits) });
    },
  };
}
