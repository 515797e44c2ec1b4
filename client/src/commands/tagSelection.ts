import { l10n, type QuickPickItem, type TextEditor, window } from 'vscode';
import type { EntitySummary, NewEntity, ServerCommands } from '../../../server/src/protocol/commands';
import { activeBrief, uriOf } from '../support/activeBrief';
import { promptLine } from '../support/ask';
import { idProblem } from '../support/ids';
import { byLikeness } from '../support/likeness';
import { type ClientCommand, IN_BRIEF, type Server } from './command';

type Tagging = ServerCommands['briefmark.server.tagSelection']['result'];
type Proposal = NonNullable<Tagging['proposal']>;
type Registry = ServerCommands['briefmark.server.entities']['result'];

interface Choice extends QuickPickItem {
  /** The id of an entity of the registries. */
  readonly id?: string;
  /** The type of a new entity; `other`: it is asked. */
  readonly newType?: string | 'other';
}

/** On a known name tags at once; otherwise asks in one list which entity is meant, the most likely first. */
export const tagSelection: ClientCommand = {
  id: 'briefmark.tagSelection',
  title: 'Tag…',
  enablement: `${IN_BRIEF} && !editorReadonly`,
  menus: [{ menu: 'editor/context', when: `${IN_BRIEF} && !editorReadonly`, group: '1_modification@94' }],
  key: { key: 'ctrl+k t', mac: 'cmd+k t', when: `editorTextFocus && ${IN_BRIEF} && !editorReadonly` },
  isServerCallable: true,
  async run({ server }) {
    const editor = activeBrief();
    if (!editor) return;
    const { start, end } = editor.selection;
    const range = {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    };
    const tagging = await server.ask('briefmark.server.tagSelection', { uri: uriOf(editor), range });
    if (!tagging) return;
    const { edit, version, proposal } = tagging;
    if (proposal) await askAndTag(server, editor, { ...tagging, proposal });
    else await server.apply(edit, editor.document, version);
  },
};

async function askAndTag(
  server: Server,
  editor: TextEditor,
  { text, version, range, named, proposal }: Tagging & { readonly proposal: Proposal },
) {
  const target = { uri: uriOf(editor), range };
  const registry = await server.ask('briefmark.server.entities', target);
  if (!registry) return;
  const chosen = await window.showQuickPick(choicesFor(text, named, registry.entities, proposal), {
    title: l10n.t('Tag “{0}”', text),
    placeHolder: l10n.t('Which entity is it?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!chosen) return;
  const edit =
    chosen.id === undefined
      ? await addEntity(server, target, { ...proposal, type: chosen.newType ?? proposal.type }, registry)
      : await server.ask('briefmark.server.tagSelection', { ...target, id: chosen.id });
  if (edit) await server.apply(edit.edit, editor.document, version);
}

/** Asks for what is not known yet of a new entity: its type, and at the end the id, which is proposed. */
async function addEntity(
  server: Server,
  target: { uri: string; range: Tagging['range'] },
  entity: NewEntity,
  { types, entities }: Registry,
) {
  const title = l10n.t('Tag “{0}”: new entity', entity.name);
  const type =
    entity.type === 'other'
      ? await window.showQuickPick(types, { title, placeHolder: l10n.t('Its type'), ignoreFocusOut: true })
      : entity.type;
  if (type === undefined) return undefined;
  const id = await promptLine(title, l10n.t('Its id: letters, digits, “.”, “_”, “-” and “/”'), {
    value: entity.id,
    validate: (line) => validateId(line, entities),
  });
  if (id === undefined) return undefined;
  const { name, aliases } = entity;
  return server.ask('briefmark.server.addEntity', { ...target, id, type, name, ...(aliases && { aliases }) });
}

/** The entities that the words resemble, the most alike first; then a new one; then all others. */
function choicesFor(
  text: string,
  named: readonly string[],
  entities: readonly EntitySummary[],
  proposal: Proposal,
): Choice[] {
  const { alike, others } = byLikeness(text, entities, named);
  const toChoice = ({ id, type, name, aliases, description }: EntitySummary): Choice => ({
    label: name,
    description: `${type}:${id}`,
    detail: [aliases.join(', '), description].filter(Boolean).join(' — '),
    id,
  });
  const { name, type, reason } = proposal;
  return [
    ...alike.map(toChoice),
    {
      label: `$(add) ${l10n.t('New {0}: {1}', type, name)}`,
      ...(reason !== '' && { description: reason }),
      newType: type,
      alwaysShow: true,
    },
    { label: `$(add) ${l10n.t('New entity of another type…')}`, newType: 'other', alwaysShow: true },
    ...others.map(toChoice),
  ];
}

function validateId(id: string, entities: readonly EntitySummary[]): string | undefined {
  const isTaken = entities.some((entity) => entity.id === id);
  return idProblem(id) ?? (isTaken ? l10n.t('An entity with this id already exists.') : undefined);
}
