/** What package.json tells VS Code, as far as nothing else would notice a slip. */
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import texts from '../../package.nls.json';
import { GENERATED_PARTS, inWords } from '../../scripts/manifest.mjs';
import { CONFIG_GLOB, REGISTRY_GLOBS } from '../../server/src/protocol/fileNames.ts';

const { commands, configuration, menus, walkthroughs }: typeof manifest.contributes = inWords(
  manifest,
  texts,
).contributes;
const own = new Set(commands.map(({ command }) => command));
const settings = configuration.flatMap(({ properties }) => Object.entries(properties));
const media = import.meta.glob('../../media/**/*.svg', { query: '?raw', import: 'default', eager: true });

test('fewer than 25 settings, in titled groups, in order, each described', () => {
  expect(settings.length).toBeLessThan(25);
  for (const { title, properties } of configuration) {
    expect(title).toBeTruthy();
    const orders = Object.values(properties).map(({ order }) => order);
    expect(orders).toEqual(orders.map((_, index) => index + 1));
  }
  for (const [name, { markdownDescription }] of settings) {
    expect(name).toMatch(/^briefmark\./);
    expect(markdownDescription, name).toMatch(/^[A-Z].*\.$/s);
  }
});

test('declares nothing twice', () => {
  const { keybindings, submenus, views } = manifest.contributes as typeof manifest.contributes & {
    submenus?: { id: string }[];
  };
  const names = {
    settings: settings.map(([name]) => name),
    commands: commands.map(({ command }) => command),
    submenus: (submenus ?? []).map(({ id }) => id),
    views: Object.values(views)
      .flat()
      .map(({ id }) => id),
    keybindings: keybindings.map((one) => JSON.stringify(one)),
    ...Object.fromEntries(
      Object.entries(menus).map(([menu, items]) => [menu, items.map((one) => JSON.stringify(one))]),
    ),
  };
  for (const [kind, all] of Object.entries(names)) expect(new Set(all).size, kind).toBe(all.length);
});

test('wakes up for registries and configurations alone', () => {
  const globs = [...REGISTRY_GLOBS, CONFIG_GLOB].map((glob) => `workspaceContains:${glob}`);
  expect(manifest.activationEvents).toEqual(expect.arrayContaining(['onLanguage:brief', 'onLanguage:yaml', ...globs]));
});

test('says which of its parts are generated', () => {
  expect(manifest['//']).toEqual(GENERATED_PARTS);
  for (const part of GENERATED_PARTS.slice(1))
    expect(manifest.contributes).toHaveProperty(/\w+\.(\w+)/.exec(part)![1]!);
});

test('all commands have one category, and menus name only commands that exist', () => {
  for (const { command, category, title } of commands) {
    expect(category, command).toBe('Briefmark');
    expect(title, command).toMatch(/^[A-Z]/);
  }
  const items: { command?: string }[] = Object.values(menus).flat();
  for (const { command } of items) if (command?.startsWith('briefmark.')) expect(own).toContain(command);
});

describe.each(walkthroughs)('walkthrough $id', ({ steps }) => {
  test('has five steps in every language', () => {
    expect(steps).toHaveLength(5);
    expect(steps.filter((step) => 'when' in step)).toEqual([]);
  });

  test.each(steps)('$id: its buttons and its picture exist, and something completes it', (step) => {
    const buttons = [...step.description.matchAll(/\]\(command:([\w.]+)/g)].map((match) => match[1]!);
    expect(buttons).toHaveLength(1);
    for (const button of buttons) expect(button.endsWith('.focus') || own.has(button), button).toBe(true);
    expect(step.media.altText).toMatch(/\.$/);
    expect(step.completionEvents.length).toBeGreaterThan(0);
    for (const event of step.completionEvents) {
      const [kind, what] = event.split(':');
      if (kind === 'onCommand') expect(what?.endsWith('.focus') || own.has(what ?? ''), event).toBe(true);
    }
    const svg = media[`../../${step.media.svg}`];
    // The page of the walkthrough allows no styles, and the theme must color everything.
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toMatch(/style|<script|href|(?:fill|stroke)="#/);
  });
});
