/**
 * Writes the files that follow from the code: the page of the rules, the setting that lists them in package.json, the tables
 * of README.md, the pictures of the walkthrough, the JSON Schemas of the registries and of `.briefmark.yaml`, the grammar, and
 * the texts there are to translate.
 * `--check` writes nothing and fails when a file is not up to date.
 */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';
import { importSources } from './sources.mjs';
import { withTables } from './tables.mjs';
import { englishTexts } from './texts.mjs';
import { walkthroughPictures } from './walkthrough.mjs';

const check = process.argv.includes('--check');

const { RULES, RULE_GROUPS, LEVELS, rulesPage, configJsonSchema, entitiesJsonSchema, sourcesJsonSchema } =
  await importSources(`
  export { RULES, RULE_GROUPS } from './server/src/rules/index.ts';
  export { LEVELS } from './server/src/rules/rule.ts';
  export { configJsonSchema } from './server/src/rules/configJsonSchema.ts';
  export { rulesPage } from './server/src/rules/page.ts';
  export { entitiesJsonSchema, sourcesJsonSchema } from './server/src/syntax/jsonSchema.ts';
`);

const read = (/** @type {string} */ path) => readFile(join(root, path), 'utf8');
const manifest = withRulesSetting(await read('package.json'));

/** @type {Record<string, string>} */
const files = {
  'README.md': withTables(await read('README.md'), JSON.parse(manifest).contributes.configuration, RULE_GROUPS),
  'docs/rules.md': rulesPage(),
  'l10n/bundle.l10n.json': `${JSON.stringify(await englishTexts(), null, 2)}\n`,
  'package.json': manifest,
  ...walkthroughPictures(),
  'syntaxes/config.schema.json': `${JSON.stringify(configJsonSchema(), null, 2)}\n`,
  'syntaxes/entities.schema.json': `${JSON.stringify(entitiesJsonSchema(), null, 2)}\n`,
  'syntaxes/sources.schema.json': `${JSON.stringify(sourcesJsonSchema(), null, 2)}\n`,
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

/**
 * The package with the rules as properties of their setting, which is how settings.json knows what to propose.
 * @typedef {{ code: string, severity: { draft: string, release: string }, title: string }} Rule
 * @param {string} text
 */
function withRulesSetting(text) {
  const manifest = JSON.parse(text);
  const sections = /** @type {{ properties: Record<string, any> }[]} */ (manifest.contributes.configuration);
  const setting = sections.map(({ properties }) => properties['briefmark.rules']).find(Boolean);
  const level = { type: 'string', enum: LEVELS };
  const profiles = { type: 'object', additionalProperties: false, properties: { draft: level, release: level } };
  setting.additionalProperties = { anyOf: [level, profiles] };
  setting.properties = Object.fromEntries(
    RULES.map((/** @type {Rule} */ { code, severity: { draft, release }, title }) => [
      code,
      { anyOf: [level, profiles], default: { draft, release }, description: title },
    ]),
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
