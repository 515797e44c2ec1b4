import { expect, test } from 'vitest';
import { addAlias } from '../../../../../server/src/edits/registry/addAlias.ts';
import { addEntries } from '../../../../../server/src/edits/registry/addEntries.ts';
import { targetRegistryFor } from '../../../../../server/src/edits/registry/targetRegistry.ts';
import { REFACTORINGS } from '../../../../../server/src/features/codeActions/refactorings/index.ts';
import type { Action } from '../../../../../server/src/features/support/action.ts';
import { parseFixture, workspaceOf } from '../../../support/fixture.ts';
import { apply, DATED, withCursor } from '../../../support/world.ts';

export const REGISTRIES = `--- entities.yaml
entities:
  - id: iskp
    type: group
    name: Islamic State in Khorasan Province
    aliases: [ISKP, IS-K]
  - { id: bad id, type: group, name: The Nameless }
  - { id: tass, type: media, name: TASS }
  - { id: georgia-country, type: place, name: Georgia }
  - { id: georgia-state, type: place, name: Georgia }
--- sources.yaml
references:
  - { id: rferl-1, title: Pilots leave, container-title: RFE/RL, issued: 2021-09-05 }
  - { id: toi-1, title: Kabul falls, container-title: Times of India, issued: 2019-12-13 }
  - { id: tass-1, title: One, container-title: TASS, issued: 2021-09-22 }
  - { id: book-1, title: A Book, author: [{ family: Filiu, given: Jean }] }
  - { id: hk-1, container-title: Wenweipo, issued: 2021-08-23 }
  - { id: mfa-1, container-title: Ministry of Foreign Affairs, issued: 2021-08-24 }
`;

/** What is offered at the cursor or selection of a dated brief, and all files. */
export function offered(marked: string, registries = REGISTRIES) {
  const { text, offset, end } = withCursor(marked);
  const fixture = parseFixture(`--- main.brief\n${DATED}${text}\n${registries}`);
  const workspace = workspaceOf(fixture);
  const { uri } = fixture.files[0]!;
  const actions = REFACTORINGS.flatMap((refactoring) =>
    refactoring({
      uri,
      brief: workspace.brief(uri)!,
      selection: { start: DATED.length + offset, end: DATED.length + end },
      scope: workspace.scopeOf(uri),
      workspace,
      isIndexed: true,
      addEntries(kind, entries) {
        const target = targetRegistryFor(kind, uri, workspace, []);
        const file = fixture.files.find((one) => one.uri === target?.uri);
        const change = file && addEntries({ uri: file.uri, text: file.text }, kind, entries);
        return change && { fileName: file!.name, change };
      },
      addAlias(id, alias) {
        const entity = workspace.scopeOf(uri).entities.get(id)!;
        const file = fixture.files.find((one) => one.uri === entity.uri)!;
        const change = addAlias(file.uri, file.text, entity.entry, alias);
        return change && { fileName: file.name, change };
      },
    }),
  );
  return { actions, files: fixture.files };
}

/** The brief with the cursor → the action of that title, or of that title and what it names behind a colon → the files it changes, without the front matter. */
export function check(
  name: string,
  brief: string,
  title: string,
  expected: string | Record<string, string>,
  registries = REGISTRIES,
): void {
  test(name, () => {
    const { actions, files } = offered(brief, registries);
    const action = actions.find((one) => one.title === title || one.title.startsWith(`${title}: `));
    expect(action, `offered: ${titles(actions).join(' / ')}`).toBeDefined();
    const changes = (action!.changes ?? []).filter((change) => 'span' in change);
    const after = Object.fromEntries(
      files
        .filter(({ uri }) => changes.some((change) => change.uri === uri))
        .map(({ name, uri, text }) => [
          name,
          apply(
            text,
            changes.filter((change) => change.uri === uri),
          )
            .replace(/^---[\s\S]*?---\n\n/, '')
            .trimEnd(),
        ]),
    );
    expect(after).toEqual(typeof expected === 'string' ? { 'main.brief': expected } : expected);
  });
}

/** The titles of all that is offered there. */
export function checkTitles(name: string, brief: string, expected: string[], registries = REGISTRIES): void {
  test(name, () => expect(titles(offered(brief, registries).actions)).toEqual(expected));
}

/** Some title that is not offered there; other refactorings may be. */
export function checkNotOffered(name: string, brief: string, title: RegExp, registries = REGISTRIES): void {
  test(name, () => expect(titles(offered(brief, registries).actions).join('\n')).not.toMatch(title));
}

function titles(actions: readonly Action[]): string[] {
  return actions.map(({ title }) => title);
}
