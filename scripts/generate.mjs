/**
 * Writes the files that are generated from the code: the lists of commands, the page of the rules, parts of package.json with
 * their texts, the tables of README.md, the pictures of the walkthrough, the JSON Schemas of the registries, of
 * `.briefmark.yaml` and of reviews, the grammar, and the texts to translate. `--check` writes nothing and fails if a file is out of date.
 */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientCommandsModule, commandLists } from './commands.mjs';
import {
  inWords,
  withCommands,
  withCommandTitles,
  withRulesSetting,
  withRuleTitles,
  withTools,
  withToolTitles,
} from './manifest.mjs';
import { root } from './run.mjs';
import { importSources } from './sources.mjs';
import { withTables } from './tables.mjs';
import { englishTexts } from './texts.mjs';
import { walkthroughPictures } from './walkthrough.mjs';

const check = process.argv.includes('--check');

const read = (/** @type {string} */ path) => readFile(join(root, path), 'utf8');
const readJson = async (/** @type {string} */ path) => JSON.parse(await read(path));
const json = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`;

const {
  RULES,
  RULE_GROUPS,
  LEVELS,
  TOOLS,
  TOOL_PREFIX,
  rulesPage,
  configJsonSchema,
  entitiesJsonSchema,
  reviewJsonSchema,
  sourcesJsonSchema,
} = await importSources(`
  export { TOOLS } from './server/src/assistants/index.ts';
  export { TOOL_PREFIX } from './server/src/protocol/assistants.ts';
  export { RULES, RULE_GROUPS } from './server/src/rules/index.ts';
  export { LEVELS } from './server/src/rules/engine/settings.ts';
  export { configJsonSchema } from './server/src/rules/config/configJsonSchema.ts';
  export { rulesPage } from './server/src/rules/run/rulesPage.ts';
  export { reviewJsonSchema } from './server/src/syntax/review/jsonSchema.ts';
  export { entitiesJsonSchema, sourcesJsonSchema } from './server/src/syntax/registry/jsonSchema.ts';
`);
/** @type {import('../client/src/commands/command').ClientCommand[]} */
const commands = Object.values(await importSources(await clientCommandsModule()));

const settings = withRulesSetting(await readJson('package.json'), RULES, LEVELS);
const manifest = withTools(withCommands(settings, commands), TOOLS, TOOL_PREFIX);
const titles = withCommandTitles(await readJson('package.nls.json'), commands);
const words = withToolTitles(withRuleTitles(titles, RULES), TOOLS);
const spanish = await readJson('l10n/bundle.l10n.es.json');
const spanishTexts = await readJson('package.nls.es.json');
const spanishTitles = withCommandTitles(spanishTexts, commands, spanishTexts);
const spanishWords = withToolTitles(withRuleTitles(spanishTitles, RULES, spanish), TOOLS, spanishTexts);

/** @type {Record<string, string>} */
const files = {
  ...(await commandLists()),
  'README.md': withTables(await read('README.md'), inWords(manifest, words).contributes.configuration, RULE_GROUPS),
  'docs/rules.md': rulesPage(),
  'l10n/bundle.l10n.json': json(await englishTexts()),
  'package.json': json(manifest),
  'package.nls.es.json': json(spanishWords),
  'package.nls.json': json(words),
  ...walkthroughPictures(),
  'syntaxes/config.schema.json': json(configJsonSchema()),
  'syntaxes/entities.schema.json': json(entitiesJsonSchema()),
  'syntaxes/review.schema.json': json(reviewJsonSchema()),
  'syntaxes/sources.schema.json': json(sourcesJsonSchema()),
};

for (const [path, text] of Object.entries(files)) {
  const before = await read(path).catch(() => undefined);
  if (before === text) continue;
  if (check) {
    console.error(`${path} is not up to date. Run: npm run generate`);
    process.exitCode = 1;
  } else {
    await writeFile(join(root, path), text);
    console.log(`Wrote ${path}`);
  }
}

try {
  execFileSync(process.execPath, [join(root, 'scripts/grammar.mjs'), ...(check ? ['--check'] : [])], {
    stdio: 'inherit',
  });
} catch {
  process.exitCode = 1;
}
