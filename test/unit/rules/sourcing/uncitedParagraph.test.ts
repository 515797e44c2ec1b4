import { describe, expect, test } from 'vitest';
import { expectFindings, type FixtureOptions, findingsIn, showFindings } from '../../support/fixture.ts';

const RELEASE: FixtureOptions = { settings: { profile: 'release' } };
const CITED = 'The ceremony was called off (TASS, September 11).';
const BOMBS =
  'Two bombs hit patrols of the new government on September 19. A third was found beside the road to the airport and was taken apart by soldiers of the local garrison.';

/** How often the rule speaks in a brief for release. */
function foundIn(brief: string): number {
  return findingsIn(brief, RELEASE).filter(({ code }) => code === 'uncited-paragraph').length;
}

test('a long paragraph is one paragraph: a citation at its end counts for all of it', () => {
  const sentence = 'On March 4 two bombs went off beside the road, and the garrison closed it for a week. ';
  const paragraph = sentence.repeat(11_000 / sentence.length);
  expect(foundIn(`${CITED}\n\n${paragraph}It was opened again (TASS, March 12).\n`)).toBe(0);
  expect(foundIn(`${CITED}\n\n${paragraph}\n`)).toBe(1);
});

describe('finds', () => {
  test('the first statement of fact, and says what makes it one', () => {
    expect(
      showFindings(
        `
      ${CITED}

      The road to the airport matters to everybody. On March 4, two bombs went off beside it, and the garrison closed it for the rest of the week.
      `,
        RELEASE,
      ),
    ).toMatchInlineSnapshot(`
      The road to the airport matters to everybody. On March 4, two bombs went off beside it, and the garrison closed it for the rest of the week.
                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ uncited-paragraph No source is cited for the facts here (“March 4”). Cite one, or say that this is your judgment.
    `);
    expect(
      showFindings(
        `
      ${CITED}

      The garrison is small. It counts 300 soldiers in good months and has only two vehicles that run, which is why the road is left to whoever is strongest.
      `,
        RELEASE,
      ),
    ).toMatchInlineSnapshot(`
      The garrison is small. It counts 300 soldiers in good months and has only two vehicles that run, which is why the road is left to whoever is strongest.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ uncited-paragraph No source is cited for the facts here (“300 soldiers”). Cite one, or say that this is your judgment.
    `);
    expect(
      showFindings(
        `
      ${CITED}

      The news from the north is mixed. The Border Guard Command detained four men at the bridge, and their families have since asked in vain where they are being held.
      `,
        RELEASE,
      ),
    ).toMatchInlineSnapshot(`
      The news from the north is mixed. The Border Guard Command detained four men at the bridge, and their families have since asked in vain where they are being held.
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ uncited-paragraph No source is cited for the facts here (“Border Guard Command detained”). Cite one, or say that this is your judgment.
    `);
  });

  test('facts whose names are tags', () => {
    const tagged =
      '[Mali](place:mali) announced the end of the accord. The armed movements of the north, which had signed it ten years before, were not asked, and neither had their neighbors.';
    expect(foundIn(`${CITED}\n\n${tagged}\n`)).toBe(1);
  });

  test('each such paragraph of a brief that cites, and the citation of the next one does not help', () => {
    expect(foundIn(`${CITED}\n\n${BOMBS}\n\n${CITED}\n\n${BOMBS}\n`)).toBe(2);
  });

  test('a brief that cites nothing once', () => {
    expect(
      showFindings(
        `
      # Bombs in Jalalabad

      Two bombs hit patrols of the new government on September 19. A third was found beside the road to the airport and was taken apart by soldiers.

      ${BOMBS}
      `,
        RELEASE,
      ),
    ).toMatchInlineSnapshot(`
      Two bombs hit patrols of the new government on September 19. A third was found beside the road to the airport and was taken apart by soldiers.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ uncited-paragraph No paragraph of this brief cites a source, though it states facts (“September 19”). Cite one for each, as in (Reuters, March 5).
    `);
  });

  test('a brief whose notes are left and whose marks in the text are lost', () => {
    expect(foundIn(`${BOMBS}\n\n${BOMBS}\n\n| 1. | Khaama, “Bombs”, https://example.org/bombs\n`)).toBe(1);
  });

  test('the items of a list of incidents under headings of their own, which lead to nothing', () => {
    expect(foundIn(`Bombs in Jalalabad\n\n${BOMBS}\n\nThe Ceremony\n\n${CITED}\n`)).toBe(1);
  });
});

describe('silent', () => {
  test('in drafts', () => {
    expectFindings(`${CITED}\n\n${BOMBS}`);
  });

  test.each([
    ['a citation', `${BOMBS} (Khaama, September 20)`],
    ['a citation without its source, which has a rule of its own', `${BOMBS} (, September 20)`],
    ['a source tag', `${BOMBS} So says [Khaama](src:khaama-2021-09-20).`],
    ['a key', `${BOMBS} [@khaama-2021-09-20]`],
    ['a footnote', `${BOMBS}[^3]`],
    ['a number in brackets', `${BOMBS}[12]`],
    ['a raised number', `${BOMBS}¹²`],
    ['a link', `${BOMBS} There is [a list](https://example.org/list) of them.`],
    ['an address', `${BOMBS} See https://example.org/list for more.`],
    ['an author and a year', `${BOMBS} (Marchal and Sheikh, 2015)`],
    ['an author in the sentence', `Filiu (2009) counts them in the same way. ${BOMBS}`],
    ['a credit', `${BOMBS} (Source: Pajhwok)`],
    ['“according to”', `${BOMBS} According to Khaama, nobody was hurt.`],
    ['an outlet that reported', `${BOMBS} Khaama reported that nobody was hurt.`],
    ['somebody who told somebody', `${BOMBS} The governor told reporters that nobody was hurt.`],
    ['a statement', `${BOMBS} The ministry spoke of an accident in a short statement.`],
    ['a post', `${BOMBS} The movement owned up to it on Telegram.`],
    ['footage', `${BOMBS} The footage shows the second one.`],
    ['a paper with a number', `${BOMBS} All of this breaks Resolution 2513.`],
    ['a dateline with its agency', `KABUL, Sept. 19 (Reuters) – ${BOMBS}`],
  ])('where a source is named: %s', (_, paragraph) => {
    expect(foundIn(`${CITED}\n\n${paragraph}\n`)).toBe(0);
  });

  test.each([
    [
      'judges',
      'We judge it likely that the branch will go on attacking patrols in the east. It has the men and the method for it, and the new government has neither enough soldiers nor a plan to stop it before winter.',
    ],
    [
      'looks ahead',
      'The vote on January 13 will be read on both shores. It may bring a third party into the government for the first time, and if it does, the price of every budget would rise by $2 billion or more.',
    ],
    [
      'explains',
      'The garrison lives off the road. It takes a share of every load, settles the quarrels of the drivers, and knows which of them can be trusted with goods that nobody in the town is supposed to see.',
    ],
    [
      'tells old history',
      'Russia annexed Crimea in 2014, and the West imposed sanctions in the same year. Neither side has moved since 2015, whatever was said in public, and trade found other ways through the ports of third countries.',
    ],
    [
      'names an event by its day',
      'The March 4 agreement is the frame for all that follows. Its five chapters deal with borders, prisoners, customs, water and pasture, and each of them leaves the hardest question to a commission of both sides.',
    ],
    [
      'names things by numbers',
      'Units that fly the Boeing 737 aircraft or guard the 38th parallel live by article 51 and the Type 054 frigates, and the G20 has nothing to say about either, in these 12 months or the next.',
    ],
    [
      'is the state of our knowledge',
      'As of April 9, nothing that both sides agree upon is public. What each of them shows to its own people differs from what the other shows, and the mediators keep silent about either version.',
    ],
    [
      'speaks of ourselves',
      'We counted 300 soldiers on March 4 and 280 soldiers on March 9, both times from our own window. Our count leaves out those who sleep in the barracks, and so it is a lower bound, nothing more.',
    ],
    [
      'asks',
      'Who ordered the garrison to close the road on March 4, and why was it closed for only one week after all that had been said about the danger of the bridge and the river?',
    ],
    [
      'tells of building a road long ago',
      'The Soviet Union built the road in the 1950s. Engineers from Leningrad drew the line, soldiers dug it, and the guards kept the only keys to the gates on both sides until independence.',
    ],
    [
      'describes our method',
      'The desk has followed the pass since it reopened. Its method is simple: a count of trucks at noon from the hill above the post, repeated every Friday and written into a log.',
    ],
    [
      'weighs opinions',
      'Analysts disagree about what this means. Some hold that the pass is a symptom; others, that it is a cause. Neither camp explains why the queues vanished in summer and came back in autumn.',
    ],
    ['is short', 'Two bombs hit patrols on September 19.'],
  ])('a paragraph that %s', (_, paragraph) => {
    expect(foundIn(`${CITED}\n\n${paragraph}\n`)).toBe(0);
  });

  test.each([
    ['a list', `- ${BOMBS}\n- ${BOMBS}`],
    ['a numbered list', `1. ${BOMBS}\n2. ${BOMBS}`],
    ['a quotation', `> ${BOMBS}`],
    ['a paragraph that is a quotation', `“${BOMBS}”`],
    ['a table', `| Day | What |\n|---|---|\n| September 19 | ${BOMBS} |`],
    ['a caption', `Figure 2. ${BOMBS}`],
    ['a note', `[^1]: ${BOMBS}`],
    ['a turn of an interview', `[REPORTER] ${BOMBS}`],
    ['a transcript in capitals', BOMBS.toUpperCase()],
    ['a summary by its label', `**Summary.** ${BOMBS}`],
  ])('in what is no running text: %s', (_, paragraph) => {
    expect(foundIn(`${CITED}\n\n${paragraph}\n`)).toBe(0);
  });

  test.each(['Summary', 'Key Judgments', 'Key judgements:', '1. Background', 'Outlook', 'Conclusion', 'Assessment'])(
    'in a section called “%s”',
    (title) => {
      expect(foundIn(`# Bombs\n\n${CITED}\n\n## ${title}\n\n${BOMBS}\n\n${BOMBS}\n`)).toBe(0);
      expect(foundIn(`# Bombs\n\n${CITED}\n\n## The east\n\n${BOMBS}\n`)).toBe(1);
    },
  );

  test('in the lead below a title that more follows', () => {
    expect(foundIn(`# Bombs\n\n${BOMBS}\n\n${CITED}\n`)).toBe(0);
    expect(foundIn(`# Bombs\n\n${BOMBS}\n\n## The east\n\n${CITED}\n`)).toBe(0);
    expect(foundIn(`Bombs in Jalalabad\n\n${BOMBS}\n\n${CITED}\n`)).toBe(0);
    expect(foundIn(`---\ntitle: Bombs\n---\n\n${BOMBS}\n\n${CITED}\n`)).toBe(0);
  });

  test('in an empty brief, and in one without facts', () => {
    expect(foundIn('')).toBe(0);
    expect(foundIn('# Bombs\n\nNothing is known yet.\n')).toBe(0);
  });
});
