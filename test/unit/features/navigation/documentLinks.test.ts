import { test } from 'vitest';
import { findLinks } from '../../../../server/src/features/navigation/documentLinks.ts';
import { frontMatterRegistryOf } from '../../../../server/src/syntax/brief/brief.ts';
import { expectMarks, type Mark, parseFixture, workspaceOf } from '../../support/fixture.ts';

/** Every link of the files; each mark is named for what it opens, and followed by the address. */
function check(name: string, fixture: string): void {
  test(name, () => {
    const { files } = parseFixture(fixture);
    const workspace = workspaceOf({ files });
    const marks = files.map(({ uri }): Mark[] => {
      const registry = workspace.registries.get(uri) ?? frontMatterRegistryOf(workspace.brief(uri)!);
      const found = registry ? findLinks(registry) : [];
      return found.map(({ span, url, label }) => ({ ...span, code: label.split(' ').at(-1)!, words: url }));
    });
    expectMarks(files, marks, { exact: true });
  });
}

check(
  'reports, archived copies, Wikidata items',
  `
--- sources.yaml
references:
  - id: a
    URL: "https://example.org/a b"
          ^^^^^^^^^^^^^^^^^^^^^^^ report https://example.org/a%20b
    custom: { archive: http://web.archive.org/a }
                       ^^^^^^^^^^^^^^^^^^^^^^^^ copy http://web.archive.org/a
--- entities.yaml
entities:
  - { id: is, type: group, name: Islamic State, wikidata: Q2429253 }
                                                          ^^^^^^^^ Wikidata https://www.wikidata.org/wiki/Q2429253
`,
);
check(
  'nothing that runs, nothing local',
  `
--- sources.yaml
references:
  - { id: a, URL: "javascript:alert(1)", custom: { archive: "file:///etc/passwd" } }
  - { id: b, URL: "command:x", custom: { archive: "www.example.org" } }
`,
);
check(
  'in the front matter, but not in prose',
  `
---
sources: [{ id: a, URL: "https://example.org/" }]
                         ^^^^^^^^^^^^^^^^^^^^ report https://example.org/
---

[A link](https://example.org/) and https://example.org/
`,
);
