import { describe, expect, test } from 'vitest';
import { completionsAt } from './support.ts';

const inEntities = { file: 'more.entities.yaml' };
const inSources = { file: 'more.sources.yaml' };

describe('front matter', () => {
  test('fields that are not there', () => {
    expect(completionsAt('---\ntitle: x\n|\ndate: 2021-09-24\n---\n\nx', { accept: 'profile' })).toMatchInlineSnapshot(`
      - publication · The series the brief appears in.
      - author · Who wrote the brief.
      - tlp · Traffic Light Protocol marking of the brief.
      - bibliography · Bibliographies with sources, as in Pandoc: paths of .bib, .json, .ris or .xml files.
      * profile · draft while writing, release for what goes out.
      - ignore · Codes of rules that stay silent in this brief.
      - types · Types of entities beside the built-in ones.
      - entities · The entities that briefs mention.
      - sources · The sources that briefs cite, as CSL items.
      > profile:
    `);
  });
  test('a name that is begun', () => {
    expect(completionsAt('---\npro|\n---\n')).toMatchInlineSnapshot(`
      * profile · draft while writing, release for what goes out.
      > profile:
    `);
  });
  test('a colon that is there', () => {
    expect(completionsAt('---\npr|: draft\n---\n')).toMatchInlineSnapshot(`
      * profile · draft while writing, release for what goes out.
      > profile: draft
    `);
  });
  test('not closed yet', () => {
    expect(completionsAt('---\ntitle: x\nprofile: |')).toMatchInlineSnapshot(`
      * draft · while it is written
      - release · for what goes out
      > profile: draft
    `);
  });
  test('right after the colon', () => {
    expect(completionsAt('---\nprofile:|\n---\n')).toMatchInlineSnapshot(`
      * draft · while it is written
      - release · for what goes out
      > profile: draft
    `);
  });
  test('the rest of the value is replaced', () => {
    expect(completionsAt('---\ntlp: AM|BRE # for now\n---\n')).toMatchInlineSnapshot(`
      * AMBER · for the organization and its clients who need to know
      - AMBER+STRICT · for the organization only
      > tlp: AMBER # for now
    `);
  });
  test('rules', () => {
    expect(completionsAt('---\nignore: [missing-source, fut|]\n---\n')).toMatchInlineSnapshot(`
      * future-date · A citation is dated later than the brief.
      > ignore: [missing-source, future-date]
    `);
  });
  test('only rules that are not there', () =>
    expect(completionsAt('---\nignore: [missing-source, missing-|]\n---\n')).toBe('nothing'));
  test('rules in one text', () => {
    expect(completionsAt('---\nignore: missing-source, fut|\n---\n')).toMatchInlineSnapshot(`
      * future-date · A citation is dated later than the brief.
      > ignore: missing-source, future-date
    `);
  });
  test('rules in a list', () => {
    expect(completionsAt('---\nignore:\n  - fut|\n---\n')).toMatchInlineSnapshot(`
      * future-date · A citation is dated later than the brief.
      >   - future-date
    `);
  });
  test('nothing for dates and names', () => expect(completionsAt('---\ndate: |\n---\n')).toBe('nothing'));
  test('an entity of the brief', () => {
    expect(completionsAt('---\nentities:\n  - id: a\n    type: gr|\n---\n')).toMatchInlineSnapshot(`
      * group
      >     type: group
    `);
  });
  test('a source of the brief', () => {
    expect(completionsAt('---\nsources:\n  - id: a\n    container-title: ti|\n---\n')).toMatchInlineSnapshot(`
      * Times of India · 0 reports
      >     container-title: Times of India
    `);
  });
  test('after it prose begins', () => expect(completionsAt('---\ntitle: x\n---\npro|')).toBe('nothing'));
  test('a line at the top of a text without any', () => expect(completionsAt('---\n\nprof|')).toBe('nothing'));
  test('CRLF', () => {
    expect(completionsAt('---\ntitle: 👍\nprofile: |\n---\n', { newline: '\r\n' })).toMatchInlineSnapshot(`
      * draft · while it is written
      - release · for what goes out
      > profile: draft
    `);
  });
});

describe('entities', () => {
  test('lists', () => {
    expect(completionsAt('|', inEntities)).toMatchInlineSnapshot(`
      * types · Types of entities beside the built-in ones.
      - entities · The entities that briefs mention.
      - references · The sources that briefs cite, as CSL items.
      > types:
    `);
  });
  test('lists that are not there', () => {
    expect(completionsAt('entities:\n  - id: a\nt|', inEntities)).toMatchInlineSnapshot(`
      * types · Types of entities beside the built-in ones.
      > types:
    `);
  });
  test('fields', () => {
    expect(
      completionsAt('entities:\n  - id: a\n    |\n    name: A\n  - id: b\n    wikidata: Q1\n', inEntities),
    ).toMatchInlineSnapshot(`
      * type · person, org, group, place, event, weapon, media, doc, or a type declared under types.
      - aliases · Other names. A name of up to four capital letters matches only in capitals.
      - family · Of a person: the family name, where it is not the last word of the name. Alone it means the person once the brief has the full name.
      - description · Who or what this is, in a sentence or two.
      - part_of · The id of the entity this one belongs to.
      - wikidata · The Wikidata item, such as Q20734166.
      - reliability · Of an outlet: A (completely reliable) to E (unreliable), F (cannot be judged).
      - domains · Of an outlet: the hosts of its pages, such as rferl.org. Links to them name this outlet.
      - platform · true for Telegram, X, YouTube and the like: a citation should name an account.
      - tlp · Traffic Light Protocol marking of the information about this entity.
      … 1 more
      >     type:
    `);
  });
  test('the first field', () => {
    expect(completionsAt('entities:\n  - i|\n    name: A\n', inEntities)).toMatchInlineSnapshot(`
      * id · Unique short name, as tags use it. Letters, digits, ".", "_", "-", "/".
      - aliases · Other names. A name of up to four capital letters matches only in capitals.
      - family · Of a person: the family name, where it is not the last word of the name. Alone it means the person once the brief has the full name.
      - description · Who or what this is, in a sentence or two.
      - wikidata · The Wikidata item, such as Q20734166.
      - reliability · Of an outlet: A (completely reliable) to E (unreliable), F (cannot be judged).
      - domains · Of an outlet: the hosts of its pages, such as rferl.org. Links to them name this outlet.
      - stix · What it becomes in a STIX bundle: threat-actor, intrusion-set, tool or malware. By default its type decides.
      >   - id:
    `);
  });
  test('right after the dash', () => {
    expect(completionsAt('entities:\n-|', inEntities)).toMatchInlineSnapshot(`
      * New entity · with its fields
      - id · Unique short name, as tags use it. Letters, digits, ".", "_", "-", "/".
      - type · person, org, group, place, event, weapon, media, doc, or a type declared under types.
      - name · The full name, as prose writes it. It is found there as whole words.
      - aliases · Other names. A name of up to four capital letters matches only in capitals.
      - family · Of a person: the family name, where it is not the last word of the name. Alone it means the person once the brief has the full name.
      - description · Who or what this is, in a sentence or two.
      - part_of · The id of the entity this one belongs to.
      - wikidata · The Wikidata item, such as Q20734166.
      - reliability · Of an outlet: A (completely reliable) to E (unreliable), F (cannot be judged).
      … 4 more
      > - id: \${3:short-name}
    `);
  });
  test('fields in braces', () => {
    expect(completionsAt('entities:\n  - { id: a, | name: A }', inEntities)).toMatchInlineSnapshot(`
      * type · person, org, group, place, event, weapon, media, doc, or a type declared under types.
      - aliases · Other names. A name of up to four capital letters matches only in capitals.
      - family · Of a person: the family name, where it is not the last word of the name. Alone it means the person once the brief has the full name.
      - description · Who or what this is, in a sentence or two.
      - part_of · The id of the entity this one belongs to.
      - wikidata · The Wikidata item, such as Q20734166.
      - reliability · Of an outlet: A (completely reliable) to E (unreliable), F (cannot be judged).
      - domains · Of an outlet: the hosts of its pages, such as rferl.org. Links to them name this outlet.
      - platform · true for Telegram, X, YouTube and the like: a citation should name an account.
      - tlp · Traffic Light Protocol marking of the information about this entity.
      … 1 more
      >   - { id: a, type:  name: A }
    `);
  });
  test('types', () => {
    expect(completionsAt('entities:\n  - id: a\n    type: |', inEntities)).toMatchInlineSnapshot(`
      * person
      - org
      - group
      - place
      - event
      - weapon
      - media
      - doc
      - operation · Operation
      >     type: person
    `);
  });
  test('types in braces', () => {
    expect(
      completionsAt('types:\n  - { id: ship, name: Ship }\nentities:\n  - { id: a, type: sh|, name: A }', inEntities),
    ).toMatchInlineSnapshot(`
      * ship · Ship
      >   - { id: a, type: ship, name: A }
    `);
  });
  test('ids for part_of, by name', () => {
    expect(completionsAt('entities:\n  - id: a\n    part_of: khoras|', inEntities)).toMatchInlineSnapshot(`
      * iskp · Islamic State in Khorasan Province
      >     part_of: iskp
    `);
  });
  test('what a type extends', () => {
    expect(completionsAt('types:\n  - { id: ship, extends: w|', inEntities)).toMatchInlineSnapshot(`
      * weapon
      >   - { id: ship, extends: weapon
    `);
  });
  test('ratings', () => {
    expect(completionsAt('entities:\n- id: a\n  reliability: |\n', inEntities)).toMatchInlineSnapshot(`
      * A · completely reliable
      - B · usually reliable
      - C · fairly reliable
      - D · not usually reliable
      - E · unreliable
      - F · reliability cannot be judged
      >   reliability: A
    `);
  });
  test('ratings by word', () => {
    expect(completionsAt('entities:\n- id: a\n  reliability: usu|\n', inEntities)).toMatchInlineSnapshot(`
      * B · usually reliable
      - D · not usually reliable
      >   reliability: B
    `);
  });
  test('markings', () => {
    expect(completionsAt('entities:\n- id: a\n  tlp: AM|\n', inEntities)).toMatchInlineSnapshot(`
      * AMBER · for the organization and its clients who need to know
      - AMBER+STRICT · for the organization only
      >   tlp: AMBER
    `);
  });
  test('true and false', () => {
    expect(completionsAt('entities:\n- id: a\n  platform: |\n', inEntities)).toMatchInlineSnapshot(`
      * true · a citation should name an account
      - false
      >   platform: "true"
    `);
  });
  test('aliases', () => expect(completionsAt('entities:\n- id: a\n  aliases:\n    - |\n', inEntities)).toBe('nothing'));
  test('a description', () =>
    expect(completionsAt('entities:\n- id: a\n  description: some words\n    and m|\n', inEntities)).toBe('nothing'));
  test('a comment', () => expect(completionsAt('entities:\n- id: a # t|\n', inEntities)).toBe('nothing'));
  test('after a mistake above', () => {
    expect(
      completionsAt('entities:\n  - id: "a\n    name: x\n  - id: b\n    type: gr|\n', inEntities),
    ).toMatchInlineSnapshot(`
      * group
      >     type: group
    `);
  });
  test('below another list', () =>
    expect(completionsAt('foo:\n  - id: a\n    type: gr|\n', inEntities)).toBe('nothing'));
});

describe('sources', () => {
  test('CSL types', () => {
    expect(completionsAt('references:\n  - id: a\n    type: po|', inSources)).toMatchInlineSnapshot(`
      * post · a post on a platform
      - post-weblog · a post on a blog
      - report · a report of an institution
      - personal_communication · a letter or message
      >     type: post
    `);
  });
  test('outlets as reports call them', () => {
    expect(completionsAt('references:\n  - id: a\n    container-title: radio|', inSources)).toMatchInlineSnapshot(`
      * RFE/RL · Radio Free Europe/Radio Liberty
      >     container-title: RFE/RL
    `);
  });
  test('in quotation marks', () => {
    expect(completionsAt('references:\n  - id: a\n    container-title: "ti|"\n', inSources)).toMatchInlineSnapshot(`
      * Times of India · 0 reports
      >     container-title: "Times of India"
    `);
  });
  test('quotation marks that are not closed', () => {
    expect(completionsAt("references:\n  - id: a\n    container-title: 'ti|\n", inSources)).toMatchInlineSnapshot(`
      * Times of India · 0 reports
      >     container-title: 'Times of India'
    `);
  });
  test('a bare list', () => {
    expect(completionsAt('- id: a\n  container-title: ti|', inSources)).toMatchInlineSnapshot(`
      * Times of India · 0 reports
      >   container-title: Times of India
    `);
  });
  test('fields of custom', () => {
    expect(
      completionsAt('references:\n  - id: a\n    custom:\n      credibility: 2\n      |\n', inSources),
    ).toMatchInlineSnapshot(`
      * reliability · A to F; overrides the reliability of the outlet for this source.
      - archive · Address of an archived copy.
      - sha256 · SHA-256 of the archived copy, 64 hexadecimal digits.
      - tlp · Traffic Light Protocol marking of this source.
      >       reliability:
    `);
  });
  test('fields of custom in braces', () => {
    expect(
      completionsAt('references:\n  - id: a\n    custom: { credibility: 2, r| }\n', inSources),
    ).toMatchInlineSnapshot(`
      * reliability · A to F; overrides the reliability of the outlet for this source.
      - archive · Address of an archived copy.
      >     custom: { credibility: 2, reliability:  }
    `);
  });
  test('grades', () => {
    expect(completionsAt('references:\n  - id: a\n    custom: { credibility: |', inSources)).toMatchInlineSnapshot(`
      * 1 · confirmed by other sources
      - 2 · probably true
      - 3 · possibly true
      - 4 · doubtful
      - 5 · improbable
      - 6 · truth cannot be judged
      >     custom: { credibility: "1"
    `);
  });
  test('custom itself', () => {
    expect(completionsAt('references:\n  - id: a\n    cus|', inSources)).toMatchInlineSnapshot(`
      * custom · The rating and the archived copy, for which CSL has no fields.
      >     custom:
    `);
  });
  test('grades below custom', () => {
    expect(
      completionsAt('references:\n  - id: a\n    custom:\n      reliability: |', inSources),
    ).toMatchInlineSnapshot(`
      * A · completely reliable
      - B · usually reliable
      - C · fairly reliable
      - D · not usually reliable
      - E · unreliable
      - F · reliability cannot be judged
      >       reliability: A
    `);
  });
  test('an author', () =>
    expect(completionsAt('references:\n  - id: a\n    author:\n      - family: x\n        |', inSources)).toBe(
      'nothing',
    ));
  test('after an author', () => {
    expect(
      completionsAt('references:\n  - id: a\n    author:\n      - family: x\n    acc|', inSources),
    ).toMatchInlineSnapshot(`
      * accessed · Date it was read: YYYY-MM-DD, or CSL date-parts.
      >     accessed:
    `);
  });
});
