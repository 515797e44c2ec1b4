/** package.json and its texts, which stand under keys in package.nls.json and its translations: `%key%` stands for them. */

/** @typedef {{ code: string, severity: { draft: string, release: string }, title: string }} Rule */
/** @typedef {Record<string, string>} Texts */

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
