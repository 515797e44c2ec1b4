import {
  commands,
  Disposable,
  l10n,
  type QuickInputButton,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
} from 'vscode';
import type { WorkspaceEdit as LspEdit } from 'vscode-languageclient';
import type { RegistrySuggestion } from '../../../server/src/protocol/commands';
import { activeBrief, uriOf } from '../support/activeBrief';
import type { ListKey } from '../support/listKey';
import { type ClientCommand, IN_BRIEF } from './command';

interface Choice extends QuickPickItem {
  /** Absent in a separator. */
  readonly key?: string;
}

/** What is ticked and changed so far. */
interface State {
  selected: ReadonlySet<string>;
  readonly types: Map<string, string>;
  /** The row with the focus, and what is typed to filter the rows. */
  active: string | undefined;
  filter: string;
}

/** One list of what the registries lack for the active brief; what is ticked is added in one edit. */
export const setUpRegistries: ClientCommand = {
  id: 'briefmark.setUpRegistries',
  title: 'Set Up Registries…',
  enablement: IN_BRIEF,
  isServerCallable: true,
  async run({ server, listKey }) {
    const editor = activeBrief();
    const uri = editor && uriOf(editor);
    const answer = uri && (await server.ask('briefmark.server.setUpRegistries', { uri }));
    if (!answer || !editor) return;
    if (answer.suggestions.length === 0) {
      void window.showInformationMessage(l10n.t('The registries have everything that this brief names and cites.'));
      return;
    }
    const state = await pickEntries(answer.suggestions, answer.types, listKey);
    const selected = [...(state?.selected ?? [])];
    if (!state || selected.length === 0) return;
    const { version } = answer;
    const types = [...state.types].map(([key, type]) => ({ key, type }));
    const proposal = await server.ask('briefmark.server.setUpRegistries', { uri, selected, types, version });
    if (!proposal?.edit || !(await server.apply(undoneFrom(uri, proposal.edit), editor.document, version))) return;
    void window.showInformationMessage(
      selected.length === 1
        ? l10n.t('Added 1 entry to the registries. One undo takes it back.')
        : l10n.t('Added {0} entries to the registries. One undo takes all of it back.', selected.length),
    );
  },
};

/**
 * The edit with a change of the brief that changes nothing: VS Code then takes all of the edit back with an undo in the brief, where
 * the cursor is. Otherwise that would take back what was typed or pasted before.
 */
function undoneFrom(uri: string, { documentChanges = [], ...edit }: LspEdit): LspEdit {
  const start = { line: 0, character: 0 };
  const nothing = { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: '' }] };
  return { ...edit, documentChanges: [...documentChanges, nothing] };
}

/** Shows the list until the user accepts it; undefined if they cancel. F2 or the button of a row changes its type. */
async function pickEntries(
  suggestions: readonly RegistrySuggestion[],
  types: readonly string[],
  listKey: ListKey,
): Promise<State | undefined> {
  const state: State = {
    selected: new Set(suggestions.map(({ key }) => key)),
    types: new Map(),
    active: undefined,
    filter: '',
  };
  for (;;) {
    const answer = await showList(suggestions, state, listKey);
    if (answer !== 'type') return answer === 'accepted' ? state : undefined;
    const row = suggestions.find(({ key }) => key === state.active);
    if (row?.kind !== 'entity') continue;
    const type = await window.showQuickPick(types, {
      title: l10n.t('Set up registries: what this brief names and cites'),
      placeHolder: l10n.t('The type of {0}', row.name),
      ignoreFocusOut: true,
    });
    if (type !== undefined) state.types.set(row.key, type);
  }
}

/** One showing of the list. The state is up to date afterwards. */
function showList(
  suggestions: readonly RegistrySuggestion[],
  state: State,
  listKey: ListKey,
): Promise<'accepted' | 'type' | undefined> {
  const changeType: QuickInputButton = {
    iconPath: new ThemeIcon('symbol-class'),
    tooltip: l10n.t('Change the type (F2)'),
  };
  const picker = window.createQuickPick<Choice>();
  const rows = choicesOf(suggestions, state, changeType);
  Object.assign(picker, {
    title: l10n.t('Set up registries: what this brief names and cites'),
    placeholder: l10n.t('Deselect what is wrong. F2 changes a type, Enter adds the rest.'),
    canSelectMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
    items: rows,
    value: state.filter,
  });
  picker.selectedItems = rows.filter(({ key }) => key !== undefined && state.selected.has(key));
  const active = rows.filter(({ key }) => key !== undefined && key === state.active);
  if (active.length > 0) picker.activeItems = active;
  return new Promise((resolve) => {
    let isFinished = false;
    // A list that is disposed says that it is hidden.
    const finish = (answer: 'accepted' | 'type' | undefined, row = picker.activeItems[0]) => {
      if (isFinished) return;
      isFinished = true;
      state.selected = new Set(picker.selectedItems.flatMap(({ key }) => key ?? []));
      state.active = row?.key;
      state.filter = picker.value;
      listKey.handler = undefined;
      void commands.executeCommand('setContext', 'briefmark.settingUp', undefined);
      all.dispose();
      resolve(answer);
    };
    const all = Disposable.from(
      picker,
      picker.onDidAccept(() => finish('accepted')),
      picker.onDidTriggerItemButton(({ item }) => finish('type', item)),
      picker.onDidHide(() => finish(undefined)),
    );
    listKey.handler = () => finish('type');
    void commands.executeCommand('setContext', 'briefmark.settingUp', true);
    picker.show();
  });
}

/** Sources and entities under their headings. */
function choicesOf(suggestions: readonly RegistrySuggestion[], { types }: State, button: QuickInputButton): Choice[] {
  const rows = (kind: RegistrySuggestion['kind'], heading: string): Choice[] => {
    const found = suggestions.filter((one) => one.kind === kind);
    if (found.length === 0) return [];
    return [
      { label: heading, kind: QuickPickItemKind.Separator },
      ...found.map((one) => choiceOf(one, types.get(one.key), button)),
    ];
  };
  return [...rows('source', l10n.t('Sources')), ...rows('entity', l10n.t('Names'))];
}

function choiceOf(
  { key, kind, name, type, count, detail, reason }: RegistrySuggestion,
  changedType: string | undefined,
  button: QuickInputButton,
): Choice {
  const times = count === 1 ? '' : `×${count}`;
  return {
    key,
    label: name,
    description: [changedType ?? type, times, changedType === undefined ? reason : ''].filter(Boolean).join(' · '),
    ...(kind === 'entity' && { buttons: [button] }),
    ...(detail && { detail }),
  };
}
