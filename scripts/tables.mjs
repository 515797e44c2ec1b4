/** The tables of README.md that are generated from the code, each between `<!-- NAME -->` and `<!-- /NAME -->`. */

/**
 * @typedef {{ code: string, severity: { draft: string, release: string }, title: string }} Rule
 * @typedef {{ title: string, rules: readonly Rule[] }} RuleGroup
 * @typedef {{ order: number, markdownDescription: string, default: unknown }} Setting
 * @typedef {{ title: string, properties: Record<string, Setting> }} Section
 */

/** The text with current tables; a table whose comments are missing is omitted. @param {string} text @param {Section[]} sections @param {readonly RuleGroup[]} groups */
export function withTables(text, sections, groups) {
  return between(between(text, 'settings', settingsTable(sections)), 'rules', rulesTable(groups));
}

/** @param {string} text @param {string} name @param {string} table */
function between(text, name, table) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) return text;
  return `${text.slice(0, start + open.length)}\n${table}\n${text.slice(end)}`;
}

/** @param {Section[]} sections */
function settingsTable(sections) {
  const rows = sections.flatMap(({ title, properties }) =>
    Object.entries(properties).map(([name, setting], index) =>
      row(index === 0 ? title : '', `\`${name}\``, setting.markdownDescription, formatDefault(setting.default)),
    ),
  );
  return ['| | setting | what it does | default |', '|---|---|---|---|', ...rows].join('\n');
}

/** @param {readonly RuleGroup[]} groups */
function rulesTable(groups) {
  const rows = groups.flatMap(({ title, rules }) =>
    rules.map(({ code, severity: { draft, release }, title: finds }, index) =>
      row(index === 0 ? title : '', `[\`${code}\`](docs/rules.md#${code})`, draft, release, finds),
    ),
  );
  return ['| | rule | draft | release | what it finds |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** @param {string[]} cells */
const row = (...cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** @param {unknown} value */
function formatDefault(value) {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'string' || typeof value === 'number') return `\`${value}\``;
  return '';
}
