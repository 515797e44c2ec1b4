import { describe, expect, test } from 'vitest';
import { showNames, suggestionsIn } from './support.ts';

describe('persons', () => {
  test('a title is no part of the name, and names its holder elsewhere', () => {
    expect(
      showNames(
        'Norwegian Foreign Minister Kari Solberg met the press. The Foreign Minister was brief. Solberg’s deputy stayed away.',
      ),
    ).toMatchInlineSnapshot(
      `person Kari Solberg = Solberg [Norwegian Foreign Minister Kari Solberg | The Foreign Minister | Solberg]: the title “Norwegian Foreign Minister” in front of the name`,
    );
  });

  test('a title with a field, and one in lower case behind a country', () => {
    expect(
      showNames('It was Minister of Defence Ole Brekke who spoke. In Oslo the Danish president Jens Holm listened.'),
    ).toMatchInlineSnapshot(`
      place Oslo [Oslo]: generally known
      person Ole Brekke [Minister of Defence Ole Brekke]: the title “Minister of Defence” in front of the name
      person Jens Holm [the Danish president Jens Holm]: the title “president” in front of the name
    `);
  });

  test('given names, particles, speech and apposition', () => {
    expect(
      showNames(
        'They named Fatima Okonjo. Later Salem bin Harith left the port. On Monday Zorkin said no. The letter went to Quentor, a commander of the guard.',
      ),
    ).toMatchInlineSnapshot(`
      person Fatima Okonjo [Fatima Okonjo]: the given name “Fatima”
      person Quentor [Quentor]: “commander” explains it
      person Zorkin [Zorkin]: “said” says that it speaks
      person Salem bin Harith [Salem bin Harith]: a guess: only its capitals show that it is a name
    `);
  });

  test('a surname that two persons have belongs to neither', () => {
    expect(
      suggestionsIn({ a: 'President Ana Ruiz and Minister Pablo Ruiz met. Reports on Ruiz differ.' }).map(
        ({ name, count }) => [name, count],
      ),
    ).toEqual([
      ['Ana Ruiz', 1],
      ['Pablo Ruiz', 1],
      ['Ruiz', 1],
    ]);
  });
});

describe('organizations and groups', () => {
  test('an acronym in brackets and one with the initials of a name are the same', () => {
    expect(
      showNames(
        'The Harbor Workers Solidarity Union (HWSU) struck. Later the HWSU met the Coastal Fishing Agency. The CFA agreed.',
      ),
    ).toMatchInlineSnapshot(`
      org Harbor Workers Solidarity Union = HWSU [The Harbor Workers Solidarity Union | HWSU | the HWSU]: the word “Union” in the name or beside it
      org Coastal Fishing Agency = CFA [the Coastal Fishing Agency | The CFA]: the word “Agency” in the name or beside it
    `);
  });

  test('the noun behind a name is a part of its phrase', () => {
    expect(
      showNames('Two Hamas fighters and some Kenyan security forces met the Orlov regime and the people of Lamu.'),
    ).toMatchInlineSnapshot(`
      group Hamas [Hamas fighters]: generally known
      org Kenyan security forces [some Kenyan security forces]: the word “forces” beside it names people
      org Orlov regime [the Orlov regime]: the word “regime” beside it names people
      ~ org people of Lamu [the people of Lamu]: the word “people” beside it names people
    `);
  });

  test('a brigade belongs to an army, unless it has fighters', () => {
    expect(
      showNames(
        'The Quarry Brigade and the Sorrel Brigade met the Tern Battalion. Fighters of the Sorrel Brigade left. The Sorrel Brigade split.',
      ),
    ).toMatchInlineSnapshot(`
      group Sorrel Brigade [the Sorrel Brigade | the Sorrel Brigade | The Sorrel Brigade]: the word “Fighters” beside it names people
      org Quarry Brigade [The Quarry Brigade]: the word “Brigade” in the name or beside it
      org Tern Battalion [the Tern Battalion]: the word “Battalion” in the name or beside it
    `);
  });

  test('class words, of and for', () => {
    expect(
      showNames(
        'The Ministry of Fisheries and Trade wrote to the Institute for Baltic Studies about the Red Lantern Movement.',
      ),
    ).toMatchInlineSnapshot(`
      org Ministry of Fisheries and Trade [The Ministry of Fisheries and Trade]: the word “Ministry” in the name or beside it
      org Institute for Baltic Studies [the Institute for Baltic Studies]: the word “Institute” in the name or beside it
      group Red Lantern Movement [the Red Lantern Movement]: the word “Movement” in the name or beside it
    `);
  });
});

describe('places, events and weapons', () => {
  test('prepositions, class words, directions and lists', () => {
    expect(
      showNames(
        'Fighting began near Tel Marun and in northern Velkovia. It reached Qasra, Dummar and Homs on the Orba River.',
      ),
    ).toMatchInlineSnapshot(`
      place Homs [Homs]: generally known
      place Tel Marun [Tel Marun]: the word “Tel” in the name or beside it
      place Velkovia [northern Velkovia]: the word “northern” in the name or beside it
      place Orba River [the Orba River]: the word “River” in the name or beside it
      place Qasra [Qasra]: in one list with “Homs”
      place Dummar [Dummar]: in one list with “Homs”
    `);
  });

  test('a pair of countries is two names, unless an event is named after it', () => {
    expect(
      showNames(
        'Relations between Kenya and others cooled. The Kenya-Uganda border is shut. The Kenya-Uganda Summit was put off.',
      ),
    ).toMatchInlineSnapshot(`
      place Kenya [Kenya | The Kenya]: generally known
      place Uganda [Uganda border]: the word “border” in the name or beside it
      event Kenya-Uganda Summit [The Kenya-Uganda Summit]: the word “Summit” in the name or beside it
    `);
  });

  test('designations', () => {
    expect(showNames('They showed a T-72 and two IEDs during Operation Silent Reef.')).toMatchInlineSnapshot(`
      weapon T-72 [a T-72]: generally known
      weapon IEDs [IEDs]: generally known
      event Operation Silent Reef [Operation Silent Reef]: the word “Operation” in the name or beside it
    `);
  });
});

describe('no names', () => {
  test.each([
    [
      'ordinary words at the start of a sentence',
      'Following talks, nothing moved. Analysts doubt it. Shelling went on.',
    ],
    ['months, weekdays and numbered documents', 'On Monday 4 May they cited Resolution 2328 and Figure 3.'],
    ['adjectives of peoples', 'A Norwegian ship was late, and so was the Danish-led mission.'],
    ['words in capitals', 'The line was COMPLETELY closed.'],
    [
      'citations, tags, links and notes',
      'It fell ([Nikkei](src:n), May 3; Jane Roe, May 4). See [x](https://example.org/Some/Name).',
    ],
    ['front matter and masthead', '---\nauthor: Jane Roe\n---\n\nDate: 4 May 2021\nAuthor: Jane Roe\n'],
    ['headings of title case', '# Three Quiet Winters Behind the Wall\n\nNothing moved.'],
  ])('%s', (_, text) => {
    expect(showNames(text)).toBe('');
  });
});

test('the names of several briefs are one list, the most certain first', () => {
  const found = suggestionsIn({
    'a.brief': 'Talks in Oslo failed. Mostly Harbek was blamed.',
    'b.brief': 'President Ida Harbek left Oslo for Bergen.',
  });
  expect(found.map(({ name, type, count, files }) => ({ name, type, count, files }))).toMatchInlineSnapshot(`
    [
      {
        count: 2,
        files: [
          a.brief,
          b.brief,
        ],
        name: Oslo,
        type: place,
      },
      {
        count: 2,
        files: [
          a.brief,
          b.brief,
        ],
        name: Ida Harbek,
        type: person,
      },
      {
        count: 1,
        files: [
          b.brief,
        ],
        name: Bergen,
        type: person,
      },
    ]
  `);
});

test('the sentence of the first mention is given on one line', () => {
  const [oslo] = suggestionsIn({ a: 'Nothing moved. The talks\nin Oslo failed (Nikkei, May 3). It rained.' });
  expect(oslo?.sentence).toBe('The talks in Oslo failed.');
});
