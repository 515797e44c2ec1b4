import { describe, expect, test } from 'vitest';
import { fixesIn } from '../../support/actions.ts';
import { findingsIn } from '../../support/fixture.ts';

const REGISTRY = `--- entities.yaml
entities:
  - { id: ji, type: group, name: Jemaah Islamiyah }
  - { id: zawahiri, type: person, name: Ayman al-Zawahiri, aliases: [Zawahiri] }
  - { id: nasrallah, type: person, name: Hassan Nasrallah, aliases: [Nasrallah] }
  - { id: shabaab, type: group, name: al-Shabaab }
  - { id: boko, type: group, name: Boko Haram }
  - { id: is, type: group, name: Islamic State, aliases: [IS] }
  - { id: iskp, type: group, name: Islamic State in Khorasan Province }
  - { id: erdogan, type: person, name: Recep Tayyip Erdoğan, aliases: [Erdoğan] }
  - { id: afghanistan, type: place, name: Afghanistan }
  - { id: nigeria, type: place, name: Nigeria }
  - { id: niger, type: place, name: Niger }
  - { id: iran, type: place, name: Iran }
  - { id: austria, type: place, name: Austria }
  - { id: slovakia, type: place, name: Slovakia }
  - { id: colombia, type: place, name: Colombia }
  - { id: kazakhstan, type: place, name: Kazakhstan }
  - { id: front, type: group, name: Northern Front }
  - { id: mod, type: org, name: Ministry of Defense }
  - { id: bank, type: org, name: Central Bank of Gambia }
  - { id: third, type: org, name: Third Army Corps }
  - { id: ivan, type: person, name: Ivan Petrov }
  - { id: salem, type: person, name: Mohammed Salem }
  - { id: ozodi, type: media, name: Radio Ozodi }
  - { id: qadir, type: person, name: Muammar Qadhiri }
  - { id: ansar, type: group, name: Hezbollah al-Ansar }
  - { id: hezbollah, type: group, name: Hezbollah }
  - { id: laden, type: person, name: Osama bin Laden }
  - { id: slovenia, type: place, name: Slovenia }
  - { id: draghi, type: person, name: Mario Draghi }
  - { id: independent, type: media, name: The Independent, aliases: [Independent] }
`;

/** What is found: the words → the names that may be meant. */
function found(text: string): string[] {
  return findingsIn(`--- main.brief\n${text}\n${REGISTRY}`).flatMap(({ code, span, data }) =>
    code === 'name-variant' ? `${text.slice(span.start, span.end)} → ${String(data?.suggestions)}` : [],
  );
}

describe('almost a name', () => {
  test.each([
    ['Members of Jemaah Islamiya fled.', 'Jemaah Islamiya → Jemaah Islamiyah'],
    ['Jemmah Islamiyah’s men fled.', 'Jemmah Islamiyah → Jemaah Islamiyah'],
    ['JemaahIslamiyah fled.', 'JemaahIslamiyah → Jemaah Islamiyah'],
    ['Jemaah-Islamiyah fled.', 'Jemaah-Islamiyah → Jemaah Islamiyah'],
    ['It was Ayman al-Zawahri who spoke.', 'Ayman al-Zawahri → Ayman al-Zawahiri'],
    ['It was Hassan Nasrullah who spoke.', 'Hassan Nasrullah → Hassan Nasrallah'],
    ['It was al-Shabab who did it.', 'al-Shabab → al-Shabaab'],
    ['It was Al Shabaab who did it.', 'Al Shabaab → al-Shabaab'],
    [
      'Islamic State in Khorassan Province grew.',
      'Islamic State in Khorassan Province → Islamic State in Khorasan Province',
    ],
    ['They crossed into Afganistan at night.', 'Afganistan → Afghanistan'],
    ['In Kazakstan it rained.', 'Kazakstan → Kazakhstan'],
    ['The Ministry of Defence said so.', 'Ministry of Defence → Ministry of Defense'],
  ])('%s', (text, expected) => expect(found(text)).toEqual([expected]));
});

describe('the name in another transliteration', () => {
  test.each([
    ['It was Muammar Gadhiri who spoke.', 'Muammar Gadhiri → Muammar Qadhiri'],
    ['It was Moammar Gaddiri who spoke.', 'Moammar Gaddiri → Muammar Qadhiri'],
    ['It was Hizbullah who did it.', 'Hizbullah → Hezbollah'],
    ['It was Hizbollah El-Ansar who did it.', 'Hizbollah El-Ansar → Hezbollah al-Ansar'],
    ['It was Usama bin Ladin who spoke.', 'Usama bin Ladin → Osama bin Laden'],
    ['It was Hassan Nasrullah who spoke.', 'Hassan Nasrullah → Hassan Nasrallah'],
  ])('%s', (text, expected) => expect(found(text)).toEqual([expected]));

  test.each(['Slavonia is no country.', 'Usama bin Laden and Maria Draghi.', 'Muammar Qadir and Osama Ladd.'])(
    'but not: %s',
    (text) => expect(found(text)).toEqual([]),
  );
});

describe('other names, forms of the name, and the name itself', () => {
  test.each([
    'Jemaah Islamiyah, JEMAAH ISLAMIYAH, jemaah islamiyah and Jemaah Islamiyah’s men.',
    'Nigerian, Nigerians, Nigerien, Niger, Nigeria’s; Afghan, Afghans; Slovak, Slovakian; Austrian; Iranian.',
    'Iraq, Slovenia, Australia, Kazakh, Kazakhstani, Columbia University, the District of Columbia.',
    'The Southern Front and the Western Front, not the Northern Front.',
    'The Central Bank of Zambia, the Central Bank of Ghana.',
    'The First Army Corps, the Third Army Corps, the Thirteenth Army Corps.',
    'The Minister of Defense and the Ministry of Defense.',
    'Radio Ozodlik and Radio Ozodi.',
    'Ivana Petrova, Ivan Petrova, Igor Petrov, Ivan Petrović’s men.',
    'Mohammed Saleh, Mohamed Salem, Mahmoud Salem.',
    'Hussein Nasrallah and Hasan Nasrallah.',
    'Nasrullah Khan and Ali Nasrullah spoke.',
    'Independence came in 1960. Independents won.',
    'The boko haram idea, the islamic states.',
    '[Jemaah Islamiya](group:ji) (Jemaah Islamiya, May 3) `Jemaah Islamiya` <!-- Jemaah Islamiya -->',
    'Islamic States, the Islamic State’s men, an Islamic Statement.',
    'Irann and Nigr are too short to tell.',
  ])('%s', (text) => expect(found(text)).toEqual([]));

  test('without a registry nothing is almost a name', () => {
    expect(findingsIn('Jemaah Islamiya fled.')).toEqual([]);
  });
});

test('fixes: the name of the registry, or a further alias', async () => {
  expect(
    await fixesIn(`--- main.brief
Members of Jemaah Islamiya fled.
           ^^^^^^^^^^^^^^^ here
--- entities.yaml
entities:
  - { id: ji, type: group, name: Jemaah Islamiyah }
`),
  ).toEqual([
    'Change “Jemaah Islamiya” to “Jemaah Islamiyah”',
    'Add “Jemaah Islamiya” to the aliases of Jemaah Islamiyah',
    'Ignore name-variant here',
  ]);
});
