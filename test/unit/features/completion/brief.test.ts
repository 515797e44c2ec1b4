import { describe, expect, test } from 'vitest';
import { checkCompletion, completeIn, DATED } from './support.ts';

describe('tags', () => {
  checkCompletion('types after ](', 'In [Herat](|', {
    labels: ['person', 'org', 'group', 'place', 'event', 'weapon', 'media', 'doc', 'operation', 'src'],
    becomes: 'In [Herat](person',
  });
  checkCompletion('whole targets for what the surface names', 'The [ISKP](|) said', {
    labels: ['group:iskp', 'person', '…'],
    becomes: 'The [ISKP](group:iskp) said',
  });
  checkCompletion('sources for an outlet as the surface', `${DATED}([RFE/RL](|`, {
    labels: ['media:rferl', 'src:rferl-2021-09-05', 'src:rferl-old', 'person', '…'],
    accept: 'src:rferl-2021-09-05',
    becomes: '([RFE/RL](src:rferl-2021-09-05)',
  });
  checkCompletion('a type that is begun; its id stays', 'The [x](gr|o:iskp) said', {
    labels: ['group'],
    becomes: 'The [x](group:iskp) said',
  });
  checkCompletion('ids of a type', 'The [x](group:|) said', {
    labels: ['is', 'iskp'],
    becomes: 'The [x](group:is) said',
  });
  checkCompletion('an id without closing parenthesis', 'The [x](group:isk| said', {
    labels: ['iskp'],
    becomes: 'The [x](group:iskp) said',
  });
  checkCompletion('what the surface names comes first', 'The [IS-K](group:|', { labels: ['iskp', 'is'] });
  checkCompletion('found by name', 'The [x](group:khor|', { labels: ['iskp'], becomes: 'The [x](group:iskp)' });
  checkCompletion('found by alias', 'The [x](media:RFE/|', { labels: ['rferl'] });
  checkCompletion('the rest of the id goes', 'The [x](group:is|xyz) said', {
    labels: ['is', 'iskp'],
    accept: 'iskp',
    becomes: 'The [x](group:iskp) said',
  });
  checkCompletion('types of types', '[x](event:|', { labels: ['resolve'] });
  checkCompletion('a type of one’s own', '[x](operation:|', { labels: ['resolve'] });
  checkCompletion('an unknown type', '[x](https:|', { labels: [] });
  checkCompletion('sources, near the date first', `${DATED}[x](src:|`, {
    labels: ['tass-a', 'tass-b', 'rferl-2021-09-05', 'nikkei-1', 'rferl-old', 'later'],
  });
  checkCompletion('sources by title', `${DATED}[x](src:pil|`, { labels: ['rferl-2021-09-05'] });
  checkCompletion('an address', 'See [x](https://exa|', { labels: [] });
  checkCompletion('an image', 'See ![x](|', { labels: [] });
  checkCompletion('escaped', 'See \\[x](|', { labels: [] });
});

describe('keys', () => {
  checkCompletion('after [@', 'So [@|', {
    labels: ['later', 'tass-a', 'tass-b', 'rferl-2021-09-05', 'nikkei-1', 'rferl-old'],
  });
  checkCompletion('closed where it is not', `${DATED}So [@rf| said`, {
    labels: ['rferl-2021-09-05', 'rferl-old'],
    becomes: 'So [@rferl-2021-09-05] said',
  });
  checkCompletion('not closed twice', `${DATED}So [@|]`, { becomes: 'So [@tass-a]' });
  checkCompletion('the second key; the rest of it goes', `${DATED}[@tass-a; see @rf|xx, p. 3]`, {
    labels: ['rferl-2021-09-05', 'rferl-old'],
    becomes: '[@tass-a; see @rferl-2021-09-05, p. 3]',
  });
  checkCompletion('a handle in prose', 'So @tas|', { labels: [] });
  checkCompletion('an address', 'So [a@tas|', { labels: [] });
});

describe('citations', () => {
  checkCompletion('whole ones near the date, then outlets', `${DATED}They left (|`, {
    labels: [
      'TASS, September 22',
      'TASS, September 22',
      'RFE/RL, September 5',
      'Nikkei, August 31',
      'RFE/RL, May 1, 2019',
      'Nikkei, October 31, 2021',
      'Nikkei',
      'RFE/RL',
      'TASS',
      'Times of India',
    ],
    accept: 'RFE/RL, September 5',
    becomes: 'They left (RFE/RL, September 5',
  });
  checkCompletion('with a tag where the words mean several', `${DATED}They left (|)`, {
    becomes: 'They left ([TASS](src:tass-a), September 22)',
  });
  checkCompletion('with a tag where the words mean nothing', `${DATED}They left (|)`, {
    registries: '--- sources.yaml\nreferences:\n  - { id: on, container-title: on, issued: 2021-09-05 }\n',
    becomes: 'They left ([on](src:on), September 5)',
  });
  checkCompletion('years where the brief has no date', 'They left (RF|)', {
    labels: ['RFE/RL, September 5, 2021', 'RFE/RL, May 1, 2019', 'RFE/RL'],
    becomes: 'They left (RFE/RL, September 5, 2021)',
  });
  checkCompletion('after a semicolon', `${DATED}They left (AFP, May 3; Nik|)`, {
    labels: ['Nikkei, August 31', 'Nikkei, October 31, 2021', 'Nikkei'],
    becomes: 'They left (AFP, May 3; Nikkei, August 31)',
  });
  checkCompletion('right after it', `${DATED}They left (AFP, May 3;|)`, {
    accept: 'RFE/RL',
    becomes: 'They left (AFP, May 3; RFE/RL)',
  });
  checkCompletion('after a lead-in', `${DATED}They left (see also rf|)`, {
    labels: ['RFE/RL, September 5', 'RFE/RL, May 1, 2019', 'RFE/RL'],
    becomes: 'They left (see also RFE/RL, September 5)',
  });
  checkCompletion('by alias, by title', `${DATED}They left (свобода|)`, {
    labels: ['RFE/RL, September 5', 'RFE/RL, May 1, 2019', 'RFE/RL'],
  });
  checkCompletion('by title', `${DATED}They left (pilot|)`, { labels: ['RFE/RL, September 5'] });
  checkCompletion(
    'as the brief calls it, what it cites first',
    `${DATED}(Radio Liberty; x) (Радио Свобода, May 3) (|)`,
    {
      labels: ['Радио Свобода, September 5', '…'],
    },
  );
  checkCompletion('the rest may stay', `${DATED}They left (RF|xx).`, {
    keepRest: true,
    accept: 'RFE/RL',
    becomes: 'They left (RFE/RLxx).',
  });
  checkCompletion('dates of an outlet', `${DATED}They left (RFE/RL, |)`, {
    labels: ['September 5', 'May 1, 2019'],
    becomes: 'They left (RFE/RL, September 5)',
  });
  checkCompletion('right after the comma', `${DATED}They left (Радио Свобода,|`, {
    becomes: 'They left (Радио Свобода, September 5',
  });
  checkCompletion('a date that is begun', `${DATED}They left (RFE/RL, Se|pt 7)`, {
    labels: ['September 5'],
    becomes: 'They left (RFE/RL, September 5)',
  });
  checkCompletion('dates after a source tag, after an outlet tag', `${DATED}([RFE/RL](src:rferl-2021-09-05), |`, {
    labels: ['September 5'],
  });
  checkCompletion('dates after an outlet tag', `${DATED}([TASS](media:tass), |`, {
    labels: ['September 22', 'September 22'],
  });
  checkCompletion('an aside', 'They left (mostly by |', { labels: [] });
  checkCompletion('a closed group', 'They left (x), |', { labels: [] });
  checkCompletion('the group of another paragraph', 'They left (x\n\nRF|', { labels: [] });
  checkCompletion('a name over a line break', 'They left (Times\nof I|', { labels: [] });
  checkCompletion('in code', 'They `left (|`', { labels: [] });
  checkCompletion('CRLF, astral letters before the cursor', `${DATED}𝔘𝔫𝔡 👍 (RF|)\nMore.`, {
    newline: '\r\n',
    accept: 'RFE/RL',
    becomes: '𝔘𝔫𝔡 👍 (RFE/RL)',
  });
});

describe('names in prose', () => {
  checkCompletion('an alias', 'They say ISK| left', {
    labels: ['[ISKP](group:iskp)'],
    becomes: 'They say [ISKP](group:iskp) left',
  });
  checkCompletion('a name, after more words of it', 'They say Islamic State in K|', {
    labels: ['[Islamic State in Khorasan Province](group:iskp)'],
    becomes: 'They say [Islamic State in Khorasan Province](group:iskp)',
  });
  checkCompletion('a whole name as it is typed', 'In KABUL|.', { becomes: 'In [KABUL](place:kabul).' });
  checkCompletion('two letters', 'In Ka|', { labels: [] });
  checkCompletion('the first letter decides', 'In kab|', { labels: [] });
  checkCompletion('a short acronym only in capitals', 'In Isk|', { labels: [] });
  checkCompletion('a name in lower case first', 'In al-S|', { becomes: 'In [al-Salaam](org:salaam)' });
  checkCompletion('inside a word', 'In UKab|', { labels: [] });
  checkCompletion('a script without spaces', '在军民融|', { becomes: '在[军民融合办](org:han)' });
  checkCompletion('the rest of the word goes', 'In Kab|uk.', { becomes: 'In [Kabul](place:kabul).' });
  checkCompletion('or stays', 'In Kab|uk.', { keepRest: true, becomes: 'In [Kabul](place:kabul)uk.' });
  checkCompletion('brackets that are begun', 'In [Kab|] x', { becomes: 'In [Kabul](place:kabul) x' });
  checkCompletion('an open bracket', 'In [Kab| x', { becomes: 'In [Kabul](place:kabul) x' });
  checkCompletion('in a tag', 'In [Kab|](place:kabul)', { labels: [] });
  checkCompletion('in an unfinished tag', 'In [Kab|](place', { labels: [] });
  checkCompletion('in a citation', 'So (Kab|ul Times, May 3)', { labels: [] });
  checkCompletion('in an aside', 'So (in Kab|', { labels: ['[Kabul](place:kabul)'] });
  checkCompletion('in code', 'So `Kab|`', { labels: [] });
  checkCompletion('in a comment', '<!-- Kab| -->', { labels: [] });
  checkCompletion('in a new paragraph', 'One.\n\n\nKab|', { labels: ['[Kabul](place:kabul)'] });
  checkCompletion('at the end of the front matter', `${DATED}Kab|`, { labels: ['[Kabul](place:kabul)'] });
  test('of an alias it says who is meant', () => {
    expect(completeIn('ISK|').found?.offers[0]?.detail).toBe('Islamic State in Khorasan Province (group)');
  });
});

describe('ignore comments', () => {
  test('the editor can ask for the documentation of a rule', () => {
    const { found } = completeIn('<!-- brief-ignore missing-s| -->');
    expect(found?.offers[0]).toMatchObject({
      label: 'missing-source',
      subject: { kind: 'rule', id: 'missing-source' },
    });
  });
  checkCompletion('codes', '<!-- brief-ignore mis| -->', {
    labels: ['missing-source', '…'],
    becomes: '<!-- brief-ignore missing-source -->',
  });
  checkCompletion('not those that are there', '<!-- brief-ignore missing-source missing-|', { labels: [] });
  checkCompletion('for the file', 'x <!-- brief-ignore-file future-date, unknown-s| -->', {
    becomes: 'x <!-- brief-ignore-file future-date, unknown-source -->',
  });
  checkCompletion('the words themselves', '<!-- br|', {
    labels: ['brief-ignore', 'brief-ignore-file'],
    becomes: '<!-- brief-ignore ',
  });
  checkCompletion('a comment', '<!-- brief words| -->', { labels: [] });
  checkCompletion('in code', '`<!-- brief-ignore |`', { labels: [] });
});
