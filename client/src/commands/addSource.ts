import { window } from 'vscode';
import type { MissingPlace } from '../../../server/src/features/commandTypes';
import { askLine, pickOrType, toRange } from './ask';
import { activeBrief, type ClientCommand, type Server, uriOf } from './command';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
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
  const title = (step: number) => `Add a source for ${dates.map(say).join(', ')} (${step}/${steps})`;
  const outlets = (await server.ask('briefmark.server.outlets', { uri })) ?? [];
  const outlet = await pickOrType(title(1), 'The outlet: choose one or type its name', outlets);
  if (outlet === undefined) return false;
  const headline = await askLine(title(2), 'The title of the report. Enter alone leaves it open.');
  if (headline === undefined) return false;
  const url = await askLine(title(3), 'Its web address. Enter alone leaves it open.', {
    wrong: (line) =>
      line === '' || /^https?:\/\/\S+$/i.test(line) ? undefined : 'A web address begins with http:// or https://.',
  });
  if (url === undefined) return false;
  const date = asksDate
    ? await askLine(title(4), 'Its date, for example 2021-09-22: the year is not known, as the brief has no date.', {
        wrong: (line) => (isoDate.test(line) ? undefined : 'Write year, month and day, for example 2021-09-22.'),
      })
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
  if (!next) void window.showInformationMessage('No source is missing here or below.');
  return next?.add;
}

function say({ year, month, day }: MissingPlace['dates'][number]): string {
  const words = [month === undefined ? '' : MONTHS[month - 1], day].filter(Boolean).join(' ');
  return [words, year].filter(Boolean).join(', ');
}
