import { l10n, window } from 'vscode';
import type { AddSourceArguments } from '../../../server/src/protocol/commands';
import { activeBrief, uriOf } from '../support/activeBrief';
import { pickOrType, promptLine, toRange } from '../support/ask';
import { LANGUAGE } from '../support/language';
import type { ClientCommand, Server } from './command';

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

export const addSource: ClientCommand = {
  id: 'briefmark.addSource',
  title: 'Add Source…',
  enablement: 'editorLangId == brief',
  isServerCallable: true,
  async run({ server }, args?: AddSourceArguments) {
    const addArguments = args ?? (await findMissingAtCursor(server));
    if (addArguments) await promptAndAddSource(server, addArguments);
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
  const url = await promptLine(title(3), l10n.t('Its web address. Press Enter to leave it empty.'), {
    validate: (line) =>
      line === '' || /^https?:\/\/\S+$/i.test(line)
        ? undefined
        : l10n.t('A web address begins with http:// or https://.'),
  });
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

/** The missing source at the cursor, otherwise the next one. */
async function findMissingAtCursor(server: Server): Promise<AddSourceArguments | undefined> {
  const editor = activeBrief();
  if (!editor) return undefined;
  const answer = await server.ask('briefmark.server.missingSources', { uri: uriOf(editor) });
  const cursor = editor.selection.active;
  const next = answer?.missing.find(
    ({ range, addSourceArguments }) => addSourceArguments && toRange(range).end.isAfterOrEqual(cursor),
  );
  if (!next) void window.showInformationMessage(l10n.t('No source is missing here or below.'));
  return next?.addSourceArguments;
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
