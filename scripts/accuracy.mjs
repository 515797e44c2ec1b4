/**
 * Measures against texts that people annotated what `briefmark suggest names` suggests, and which mentions of registered names
 * are found: `npm run accuracy -- FOLDER`; the texts as in `goldTexts.mjs`. `--list` prints every miss. Never fails.
 */
import { readGoldTexts } from './goldTexts.mjs';
import { measureMentions } from './mentionAccuracy.mjs';
import { fail } from './run.mjs';
import { measureSuggestions } from './suggestionAccuracy.mjs';

const lists = process.argv.includes('--list');
const paths = process.argv.slice(2).filter((word) => !word.startsWith('--'));
await measure().catch(fail);

async function measure() {
  if (paths.length === 0) throw new Error('Name a folder with annotated texts: npm run accuracy -- FOLDER [--list]');
  const texts = readGoldTexts(paths);
  await measureSuggestions(texts, lists);
  await measureMentions(texts, lists);
}
