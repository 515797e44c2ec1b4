import { l10n, window } from 'vscode';
import type { MissingPlace } from '../../../server/src/protocol/commands';
import { askLine, pickOrType, toRange } from '../support/ask';
import { LANGUAGE } from '../support/language';
import { activeBrief, type ClientCommand, type Server, uriOf } from './command';

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

export const addSource: ClientCommand = {
  id: 'briefmark.addSource',
  forServer: true,
  async run(server, place?: MissingPlace) {
    const missing = place ?? (await missingAtCursor(server));
    if (missing) await askAndAdd(server, missing);
  },
};

/** Asks for outlet, title and address of a report, and for its date where the brief leaves it open. Answers whether one was added. */
export async function askAndAdd(server: Server, place: MissingPlace): Promise<boolean> {
  const { uri, span, version, dates } = place;
  const [day] = dates;
  const asksDate = dates.length === 1 && day?.year === undefined;
  const steps = asksDate ? 4 : 3;
  const days = dates.map(say).join(', ');
  const title = (step: number) => l10n.t('Add a source for {0} ({1}/{2})', days, step, steps);
  const outlets = (await server.ask('briefmark.server.outlets', { uri })) ?? [];
  const outlet = await pickOrType(title(1), l10n.t('The outlet: choose one or type its name'), outlets);
  if (outlet === undefined) return false;
  const headline = await askLine(title(2), l10n.t('The title of the report. Enter alone leaves it open.'));
  if (headline === undefined) return false;
  const url = await askLine(title(3), l10n.t('Its web address. Enter alone leaves it open.'), {
    wrong: (line) =>
      line === '' || /^https?:\/\/\S+$/i.test(line)
        ? undefined
        : l10n.t('A web address begins with http:// or https://.'),
  });
  if (url === undefined) return false;
  const date = asksDate
    ? await askLine(
        title(4),
        l10n.t('Its date, for example 2021-09-22: the year is not known, as the brief has no date.'),
        {
          wrong: (line) =>
            isoDate.test(line) ? undefined : l10n.t('Write year, month and day, for example 2021-09-22.'),
        },
      )
    : '';
  if (date === undefined) return false;
  const given = { ...(headline && { title: headline }), ...(url && { url }), ...(date && { date }) };
  const added = await server.ask('briefmark.addSourceEntry', { uri, span, version, outlet, ...given });
  return added !== undefined;
}

/** The missing source the cursor is on, else the next one. */
async function missingAtCursor(server: Server): Promise<MissingPlace | undefined> {
  const editor = activeBrief();
  if (!editor) return undefined;
  const answer = await server.ask('briefmark.server.missingSources', { uri: uriOf(editor) });
  const cursor = editor.selection.active;
  const next = answer?.missing.find(({ range, add }) => add && toRange(range).end.isAfterOrEqual(cursor));
  if (!next) void window.showInformationMessage(l10n.t('No source is missing here or below.'));
  return next?.add;
}

function say({ year, month, day }: MissingPlace['dates'][number]): string {
  if (month === undefined) return String(year ?? '');
  // A year with a leap day stands for one that is not known.
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day ?? 1));
  return date.toLocaleDateString(LANGUAGE, {
    timeZone: 'UTC',
    month: 'long',
    ...(day !== undefined && { day: 'numeric' }),
    ...(year !== undefined && { year: 'numeric' }),
  });
}
