/** Updates package.json and its texts, which package.json refers to as `%key%`: package.nls.json and its translations. */

/** @typedef {{ code: string, severity: { draft: string, release: string }, title: string }} Rule */
/** @typedef {import('../client/src/commands/command').ClientCommand} Command */
/** @typedef {import('../server/src/assistants/tool').Tool} Tool */
/** @typedef {Record<string, string>} Texts */

/** Marks what `npm run generate` writes in package.json, under the key `//`, since JSON has no comments. */
export const GENERATED_PARTS = [
  'Written by `npm run generate`; edit the files in client/src/commands, server/src/rules and server/src/assistants instead:',
  'contributes.commands',
  'contributes.menus',
  'contributes.keybindings: those of briefmark.*',
  'contributes.configuration: the properties of briefmark.rules',
  'contributes.languageModelTools',
];

/**
 * package.json with the texts in place of their keys.
 * @param {any} manifest @param {Texts} texts
 */
export function inWords(manifest, texts) {
  return JSON.parse(JSON.stringify(manifest), (_, value) => {
    const key = typeof value === 'string' && /^%(.+)%$/.exec(value)?.[1];
    return (key && texts[key]) || value;
  });
}

/**
 * The package with each rule as a property of the setting, so that settings.json can complete it.
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
    ...rest,
    '//': GENERATED_PARTS,
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
 * The package with the tools for assistants, which VS Code offers to language models.
 * @param {any} manifest @param {readonly Tool[]} tools @param {string} prefix
 */
export function withTools(manifest, tools, prefix) {
  manifest.contributes.languageModelTools = tools.map(({ name, description, input }) => ({
    name: prefix + name,
    toolReferenceName: `${prefix}${name}`.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()),
    displayName: `%tool.${name}%`,
    modelDescription: description,
    canBeReferencedInPrompt: true,
    inputSchema: input,
    tags: ['briefmark'],
  }));
  return manifest;
}

/**
 * The texts with the current titles of the commands. `translated` holds the texts of another language: a title without a
 * translation is omitted, and VS Code shows the English one.
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
 * The texts followed by the titles of the rules. `translated` holds titles in another language; one without a translation
 * stays English.
 * @param {Texts} texts @param {readonly Rule[]} rules @param {Texts} [translated]
 */
export function withRuleTitles(texts, rules, translated) {
  const others = Object.entries(texts).filter(([key]) => !key.startsWith('rule.'));
  const titles = rules.map(({ code, title }) => [`rule.${code}`, translated?.[title] ?? title]);
  return Object.fromEntries([...others, ...titles]);
}

/**
 * The texts with the titles of the tools. `translated` holds titles in another language; one without a translation is omitted.
 * @param {Texts} texts @param {readonly Tool[]} tools @param {Texts} [translated]
 */
export function withToolTitles(texts, tools, translated) {
  const others = Object.entries(texts).filter(([key]) => !key.startsWith('tool.'));
  const titles = tools.flatMap(({ name, title }) => {
    const text = translated ? translated[`tool.${name}`] : title;
    return text === undefined ? [] : [[`tool.${name}`, text]];
  });
  return Object.fromEntries([...others, ...titles]);
}
