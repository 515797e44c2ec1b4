import { describe } from 'vitest';
import { checkCompletion } from './support.ts';

const inEntities = { file: 'more.entities.yaml' };
const inSources = { file: 'more.sources.yaml' };

describe('front matter', () => {
  checkCompletion('fields that are not there', '---\ntitle: x\n|\ndate: 2021-09-24\n---\n\nx', {
    labels: ['publication', 'author', 'tlp', 'profile', 'ignore', 'types', 'entities', 'sources'],
    accept: 'profile',
    becomes: 'profile: ',
  });
  checkCompletion('a name that is begun', '---\npro|\n---\n', { labels: ['profile'], becomes: 'profile: ' });
  checkCompletion('a colon that is there', '---\npr|: draft\n---\n', { becomes: 'profile: draft' });
  checkCompletion('not closed yet', '---\ntitle: x\nprofile: |', {
    labels: ['draft', 'release'],
    becomes: 'profile: draft',
  });
  checkCompletion('right after the colon', '---\nprofile:|\n---\n', { becomes: 'profile: draft' });
  checkCompletion('the rest of the value goes', '---\ntlp: AM|BRE # for now\n---\n', {
    labels: ['AMBER', 'AMBER+STRICT'],
    becomes: 'tlp: AMBER # for now',
  });
  checkCompletion('rules', '---\nignore: [missing-source, fut|]\n---\n', {
    labels: ['future-date'],
    becomes: 'ignore: [missing-source, future-date]',
  });
  checkCompletion('only rules that are not there', '---\nignore: [missing-source, missing-|]\n---\n', { labels: [] });
  checkCompletion('rules in one text', '---\nignore: missing-source, fut|\n---\n', {
    labels: ['future-date'],
    becomes: 'ignore: missing-source, future-date',
  });
  checkCompletion('rules in a list', '---\nignore:\n  - fut|\n---\n', { becomes: '  - future-date' });
  checkCompletion('nothing for dates and names', '---\ndate: |\n---\n', { labels: [] });
  checkCompletion('an entity of the brief', '---\nentities:\n  - id: a\n    type: gr|\n---\n', {
    labels: ['group'],
    becomes: '    type: group',
  });
  checkCompletion('a source of the brief', '---\nsources:\n  - id: a\n    container-title: ti|\n---\n', {
    labels: ['Times of India'],
  });
  checkCompletion('after it prose begins', '---\ntitle: x\n---\npro|', { labels: [] });
  checkCompletion('a line at the top of a text without any', '---\n\nprof|', { labels: [] });
  checkCompletion('CRLF', '---\ntitle: 👍\nprofile: |\n---\n', { newline: '\r\n', becomes: 'profile: draft' });
});

describe('entities', () => {
  checkCompletion('lists', '|', { ...inEntities, labels: ['types', 'entities', 'references'], becomes: 'types:' });
  checkCompletion('lists that are not there', 'entities:\n  - id: a\nt|', { ...inEntities, labels: ['types'] });
  checkCompletion('fields', 'entities:\n  - id: a\n    |\n    name: A\n  - id: b\n    wikidata: Q1\n', {
    ...inEntities,
    labels: ['type', 'aliases', 'description', 'part_of', 'wikidata', 'reliability', 'platform', 'tlp'],
    becomes: '    type: ',
  });
  checkCompletion('the first field', 'entities:\n  - i|\n    name: A\n', {
    ...inEntities,
    labels: ['id', '…'],
    becomes: '  - id: ',
  });
  checkCompletion('right after the dash', 'entities:\n-|', { ...inEntities, becomes: '- id: ' });
  checkCompletion('fields in braces', 'entities:\n  - { id: a, | name: A }', {
    ...inEntities,
    labels: ['type', 'aliases', 'description', 'part_of', 'wikidata', 'reliability', 'platform', 'tlp'],
  });
  checkCompletion('types', 'entities:\n  - id: a\n    type: |', {
    ...inEntities,
    labels: ['person', 'org', 'group', 'place', 'event', 'weapon', 'media', 'doc', 'operation'],
  });
  checkCompletion(
    'types in braces',
    'types:\n  - { id: ship, name: Ship }\nentities:\n  - { id: a, type: sh|, name: A }',
    {
      ...inEntities,
      labels: ['ship'],
      becomes: '  - { id: a, type: ship, name: A }',
    },
  );
  checkCompletion('ids for part_of, by name', 'entities:\n  - id: a\n    part_of: khoras|', {
    ...inEntities,
    labels: ['iskp'],
    becomes: '    part_of: iskp',
  });
  checkCompletion('what a type extends', 'types:\n  - { id: ship, extends: w|', { ...inEntities, labels: ['weapon'] });
  checkCompletion('ratings', 'entities:\n- id: a\n  reliability: |\n', {
    ...inEntities,
    labels: ['A', 'B', 'C', 'D', 'E', 'F'],
    becomes: '  reliability: A',
  });
  checkCompletion('ratings by word', 'entities:\n- id: a\n  reliability: usu|\n', {
    ...inEntities,
    labels: ['B', '…'],
  });
  checkCompletion('markings', 'entities:\n- id: a\n  tlp: AM|\n', { ...inEntities, labels: ['AMBER', 'AMBER+STRICT'] });
  checkCompletion('true and false', 'entities:\n- id: a\n  platform: |\n', {
    ...inEntities,
    labels: ['true', 'false'],
  });
  checkCompletion('aliases', 'entities:\n- id: a\n  aliases:\n    - |\n', { ...inEntities, labels: [] });
  checkCompletion('a description', 'entities:\n- id: a\n  description: some words\n    and m|\n', {
    ...inEntities,
    labels: [],
  });
  checkCompletion('a comment', 'entities:\n- id: a # t|\n', { ...inEntities, labels: [] });
  checkCompletion('after a mistake above', 'entities:\n  - id: "a\n    name: x\n  - id: b\n    type: gr|\n', {
    ...inEntities,
    labels: ['group'],
  });
  checkCompletion('below another list', 'foo:\n  - id: a\n    type: gr|\n', { ...inEntities, labels: [] });
});

describe('sources', () => {
  checkCompletion('CSL types', 'references:\n  - id: a\n    type: po|', {
    ...inSources,
    labels: ['post', 'post-weblog', '…'],
    becomes: '    type: post',
  });
  checkCompletion('outlets as reports call them', 'references:\n  - id: a\n    container-title: radio|', {
    ...inSources,
    labels: ['RFE/RL'],
    becomes: '    container-title: RFE/RL',
  });
  checkCompletion('in quotation marks', 'references:\n  - id: a\n    container-title: "ti|"\n', {
    ...inSources,
    becomes: '    container-title: "Times of India"',
  });
  checkCompletion('quotation marks that are not closed', "references:\n  - id: a\n    container-title: 'ti|\n", {
    ...inSources,
    becomes: "    container-title: 'Times of India'",
  });
  checkCompletion('a bare list', '- id: a\n  container-title: ti|', { ...inSources, labels: ['Times of India'] });
  checkCompletion('fields of custom', 'references:\n  - id: a\n    custom:\n      credibility: 2\n      |\n', {
    ...inSources,
    labels: ['reliability', 'archive', 'sha256', 'tlp'],
  });
  checkCompletion('fields of custom in braces', 'references:\n  - id: a\n    custom: { credibility: 2, r| }\n', {
    ...inSources,
    labels: ['reliability', '…'],
    becomes: '    custom: { credibility: 2, reliability:  }',
  });
  checkCompletion('grades', 'references:\n  - id: a\n    custom: { credibility: |', {
    ...inSources,
    labels: ['1', '2', '3', '4', '5', '6'],
  });
  checkCompletion('custom itself', 'references:\n  - id: a\n    cus|', { ...inSources, becomes: '    custom:' });
  checkCompletion('grades below custom', 'references:\n  - id: a\n    custom:\n      reliability: |', {
    ...inSources,
    labels: ['A', 'B', 'C', 'D', 'E', 'F'],
  });
  checkCompletion('an author', 'references:\n  - id: a\n    author:\n      - family: x\n        |', {
    ...inSources,
    labels: [],
  });
  checkCompletion('after an author', 'references:\n  - id: a\n    author:\n      - family: x\n    acc|', {
    ...inSources,
    labels: ['accessed', '…'],
  });
});
