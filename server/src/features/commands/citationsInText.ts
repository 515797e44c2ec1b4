import { readBrief } from '../../syntax/brief/brief.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import { isString } from './argument.ts';
import { createCommand } from './command.ts';

/** How many citations with a date or a note a text has, if it belongs to a file of the folders that is no brief. */
export const citationsInText = createCommand(
  'briefmark.server.citationsInText',
  { uri: isString, text: isString },
  ({ uri, text }, context) => {
    if (!context.isInFolder(uri) || context.open(uri)) return undefined;
    // A page of links is no brief.
    const cited = recordsOf(readBrief(text, uri)).filter(({ value: { note, when } }) => note || when);
    return { citations: cited.length };
  },
);
