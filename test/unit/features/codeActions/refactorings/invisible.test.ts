import { describe } from 'vitest';
import { check, checkNotOffered } from './check.ts';

const BRIEF = 'Remove invisible characters from this brief';
const paragraph = (words: string) => `Remove invisible characters from “${words}”`;
describe('invisible characters', () => {
  check(
    'are removed from the paragraph at the cursor, in citations and names, too',
    'The I\u00ADS\u200BKP fl|ed (RF\u00ADE/RL, Septem\u00ADber 5).\n\nIt re\u00ADturned.\n',
    paragraph('The ISKP fled (RFE/RL, September 5).'),
    'The ISKP fled (RFE/RL, September 5).\n\nIt re\u00ADturned.',
  );
  check(
    'are removed from the whole brief',
    'The IS\u200BKP fl|ed.\n\nIt re\u00ADturned (, May\u2060 3).\n',
    BRIEF,
    'The ISKP fled.\n\nIt returned (, May 3).',
  );
  check(
    'marks of direction go where no script runs from right to left',
    '\u200EDawn\u200F s|aid so.\n',
    paragraph('Dawn said so.'),
    'Dawn said so.',
  );

  for (const [what, text] of [
    ['Persian', 'می\u200Cخواهم is |Persian.\n'],
    ['emoji', 'A family 👨\u200D👩\u200D👧 |left.\n'],
    ['Hebrew', 'A word \u200Fשלום\u200F, |it said.\n'],
    ['a text without any', 'The ISKP fl|ed.\n'],
    ['another paragraph', 'The ISKP fl|ed.\n\nIt re\u00ADturned.\n'],
  ] as const)
    checkNotOffered(`nothing is offered for ${what}`, text, /invisible/);
});
