import { l10n, window } from 'vscode';
import type { AddSourceArguments, EntryToAdd } from '../../../server/src/protocol/commands';
import { uriOf } from '../support/activeBrief';
import { addProposed, uriForEntries } from '../support/addProposed';
import { pickOrType, promptLine, toRange } from '../support/ask';
import { LANGUAGE } from '../support/language';
import type { ClientCommand, Server } from './command';

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

export const addSource: ClientCommand = {
  id: 'briefmark.addSource',
  title: 'Add Source…',
  isServerCallable: true,
  async run({ server }, args?: AddSourceArguments) {
    const missing = args ?? (await findMissingAtCursor(server));
    if (missing) await promptAndAddSource(server, missing);
    else await addSourceAnywhere(server);
  },
};

/**
 * Asks for outlet, title and address of a report, and for its date if the brief does not determine it. Resolves to whether the
 * report was added.
 */
export async function promptAndAddSource(server: Server, args: AddSourceArguments): Promise<boolean> {
  const { uri, span, version, dates } = args;
  const [day] = dates;
  const needsDate = dates.length === 1 && day?.year === undefined;
  const steps = needsDate ? 4 : 3;
  const days = dates.map(formatDate).join(', ');
  const title = (step: number) => l10n.t('Add a source for {0} ({1}/{2})', days, step, steps);
  const outlets = (await server.ask('briefmark.server.outlets', { uri })) ?? [];
  const outlet = await pickOrType(title(1), l10n.t('The outlet: choose one or type its name'), outlets);
  if (outlet === undefined) return false;
  const reportTitle = await promptLine(title(2), l10n.t('The title of the report. Press Enter to leave it empty.'));
  if (reportTitle === undefined) return false;
  const url = await promptAddress(title(3));
  if (url === undefined) return false;
  const date = needsDate
    ? await promptLine(
        title(4),
        l10n.t('Its date, for example 2021-09-22. The brief has no date, so the year is unknown.'),
        {
          validate: (line) =>
            isoDate.test(line) ? undefined : l10n.t('Write year, month and day, for example 2021-09-22.'),
        },
      )
    : '';
  if (date === undefined) return false;
  const details = { ...(reportTitle && { title: reportTitle }), ...(url && { url }), ...(date && { date }) };
  const added = await server.ask('briefmark.addSourceEntry', { uri, span, version, outlet, ...details });
  return added !== undefined;
}

/** The missing source that the cursor touches. */
async function findMissingAtCursor(server: Server): Promise<AddSourceArguments | undefined> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'brief') return undefined;
  const answer = await server.ask('briefmark.server.missingSources', { uri: uriOf(editor) });
  const cursor = editor.selection.active;
  return answer?.missing.find(({ range }) => toRange(range).contains(cursor))?.addSourceArguments;
}

/** Asks for a source in the order in which one knows it: address or outlet, title, date, address, and at the end the id. */
async function addSourceAnywhere(server: Server): Promise<void> {
  const uri = uriForEntries();
  if (uri === undefined) return;
  const title = l10n.t('Add a source');
  const outlets = (await server.ask('briefmark.server.outlets', { uri })) ?? [];
  const first = await pickOrType(title, l10n.t('Paste its address, or choose or type its outlet'), outlets);
  if (first === undefined) return;
  const pasted = isWebAddress(first) ? first : undefined;
  const ask = (entry: Omit<Extract<EntryToAdd, { kind: 'source' }>, 'kind'>) =>
    server.ask('briefmark.server.addEntry', { uri, entry: { kind: 'source', ...entry } });
  const fromAddress = pasted === undefined ? undefined : await ask({ url: pasted });
  const found = fromAddress?.outlet ?? '';
  const outlet =
    pasted === undefined
      ? first
      : await pickOrType(title, l10n.t('The outlet: choose one or type its name'), [
          ...(found === '' ? [] : [found]),
          ...outlets.filter((one) => one !== found),
        ]);
  if (outlet === undefined) return;
  const reportTitle = await promptLine(title, l10n.t('The title of the report. Press Enter to leave it empty.'));
  if (reportTitle === undefined) return;
  const date = await promptLine(title, l10n.t('Its date, for example 2021-09-22. Press Enter to leave it empty.'), {
    ...(fromAddress?.date && { value: fromAddress.date }),
    validate: (line) =>
      line === '' || isoDate.test(line) ? undefined : l10n.t('Write year, month and day, for example 2021-09-22.'),
  });
  if (date === undefined) return;
  const url = pasted ?? (await promptAddress(title));
  if (url === undefined) return;
  const entry = { outlet, ...(reportTitle && { title: reportTitle }), ...(url && { url }), ...(date && { date }) };
  const proposal = await ask(entry);
  if (proposal) await addProposed(server, title, uri, { kind: 'source', ...entry }, proposal);
}

function promptAddress(title: string): Promise<string | undefined> {
  return promptLine(title, l10n.t('Its web address. Press Enter to leave it empty.'), {
    validate: (line) =>
      line === '' || isWebAddress(line) ? undefined : l10n.t('A web address begins with http:// or https://.'),
  });
}

function isWebAddress(line: string): boolean {
  return /^https?:\/\/\S+$/i.test(line);
}

function formatDate({ year, month, day }: AddSourceArguments['dates'][number]): string {
  if (month === undefined) return String(year ?? '');
  // Without a year, a leap year: February 29 is valid then.
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day ?? 1));
  return date.toLocaleDateString(LANGUAGE, {
    timeZone: 'UTC',
    month: 'long',
    ...(day !== undefined && { day: 'numeric' }),
    ...(year !== undefined && { year: 'numeric' }),
  });
}
