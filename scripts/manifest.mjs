/** package.json and its texts, which are under keys in package.nls.json and its translations: `%key%` stands for them. */

/** @typedef {{ code: string, severity: { draft: string, release: string }, title: string }} Rule */
/** @typedef {import('../client/src/commands/command').ClientCommand} Command */
/** @typedef {Record<string, string>} Texts */

/** What `npm run generate` writes in package.json. JSON has no comments, so package.json says it under the key `//`. */
export const GENERATED_PARTS = [
  'Written by `npm run generate`; edit the files in client/src/commands and server/src/rules instead:',
  'contributes.commands',
  'contributes.menus',
  'contributes.keybindings: those of briefmark.*',
  'contributes.configuration: the properties of briefmark.rules',
];

/**
 * What package.json says, in words.
 * @param {any} manifest @param {Texts} texts
 */
export function inWords(manifest, texts) {
  return JSON.parse(JSON.stringify(manifest), (_, value) => {
    const key = typeof value === 'string' && /^%(.+)%$/.exec(value)?.[1];
    return (key && texts[key]) || value;
  });
}

/**
 * The package with the rules as properties of their setting, which is how settings.json knows what to propose.
 * @param {any} manifest @param {readonly Rule[]} rules @param {readonly string[]} levels
 */
export function withRulesSetting(manifest, rules, levels) {
  const sections = /** @type {{ properties: Record<string, any> }[]} */ (manifest.contributes.configuration);
  const setting = sections.map(({ properties }) => properties['briefmark.rules']).find(Boolean);
  const level = { type: 'string', enum: levels };
  const profiles = { type: 'object', additionalProperties: false, properties: { draft: level, release: level } };
  setting.additionalProperties = { anyOf: [level, profiles] };
  setting.properties = Object.fromEntries(
    rules.map(({ code, severity: { draft, release } }) => [
      code,
      { anyOf: [level, profiles], default: { draft, release }, description: `%rule.${code}%` },
    ]),
  );
  return manifest;
}

/**
 * The package with all commands, and the menus and keys they declare.
 * @param {any} manifest @param {readonly Command[]} commands
 */
export function withCommands(manifest, commands) {
  const { contributes, ...rest } = manifest;
  const declared = commands.flatMap((command) => (command.title === undefined ? [] : [command]));
  /** @type {Record<string, object[]>} */
  const menus = {};
  for (const { id: command, menus: items = [] } of declared)
    for (const { menu, when, group } of items) menus[menu] = [...(menus[menu] ?? []), { command, when, group }];
  const palette = declared.flatMap(({ id: command, palette }) =>
    palette === undefined ? [] : [{ command, when: String(palette) }],
  );
  const isOwn = (/** @type {{ command: string }} */ { command }) => command.startsWith('briefmark.');
  const keys = declared.flatMap(({ id: command, key }) => (key ? [{ command, ...key }] : []));
  return {
    '//': GENERATED_PARTS,
    ...rest,
    contributes: {
      ...contributes,
      commands: declared.map(({ id: command, icon, enablement }) => {
        const text = { category: '%command.category%', title: `%${titleKey(command)}%` };
        return { command, ...text, ...(icon && { icon }), ...(enablement && { enablement }) };
      }),
      menus: { ...menus, commandPalette: palette },
      keybindings: [...keys, ...contributes.keybindings.filter((/** @type {any} */ key) => !isOwn(key))],
    },
  };
}

/**
 * The texts with the titles of the commands in place of those that were there. `translated` are those of another language:
 * a title that has no translation there is left out, and VS Code shows the English one.
 * @param {Texts} texts @param {readonly Command[]} commands @param {Texts} [translated]
 */
export function withCommandTitles(texts, commands, translated) {
  const titles = commands.flatMap(({ id, title }) => {
    const text = translated ? translated[titleKey(id)] : title;
    return title === undefined || text === undefined ? [] : [[titleKey(id), text]];
  });
  const entries = Object.entries(texts);
  const isTitle = (/** @type {string} */ key) => /^command\..+\.title$/.test(key);
  const first = entries.findIndex(([key]) => isTitle(key));
  const before = entries.slice(0, first);
  return Object.fromEntries([...before, ...titles, ...entries.slice(first).filter(([key]) => !isTitle(key))]);
}

/** @param {string} id */
const titleKey = (id) => `command.${id.slice('briefmark.'.length)}.title`;

/**
 * The texts with the titles of the rules at their end. `translated` holds titles in another language; one that is not there
 * stays English and is handed to `missing`.
 * @param {Texts} texts @param {readonly Rule[]} rules @param {Texts} [translated] @param {(title: string) => void} [missing]
 */
export function withRuleTitles(texts, rules, translated, missing) {
  const others = Object.entries(texts).filter(([key]) => !key.startsWith('rule.'));
  const titles = rules.map(({ code, title }) => {
    if (translated && !translated[title]) missing?.(title);
    return [`rule.${code}`, translated?.[title] ?? title];
  });
  return Object.fromEntries([...others, ...titles]);
}
