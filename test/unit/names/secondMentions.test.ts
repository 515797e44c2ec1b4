import { describe, expect, test } from 'vitest';
import { surnameOf } from '../../../server/src/names/surnames.ts';
import { createScope } from '../../../server/src/scope/scope.ts';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../server/src/workspace/index/workspaceStore.ts';
import { mentions } from './support.ts';

const REGISTRY = `types:
  - { id: officer, name: Officer, extends: person }
entities:
  - { id: holm, type: person, name: Ida Holm }
  - { id: jo, type: person, name: Jo Holm }
  - { id: abadi, type: person, name: Hayder al-Abadi, aliases: [The Fox] }
  - { id: salman, type: person, name: Omar bin Salman }
  - { id: bellen, type: person, name: Karl van der Bellen }
  - { id: rage, type: person, name: Ali Rage }
  - { id: may, type: person, name: Lena May }
  - { id: jordan, type: person, name: Abel Jordan }
  - { id: wu, type: person, name: Lian Wu }
  - { id: kim, type: person, name: Kim Su Yong, family: Kim }
  - { id: álvarez, type: person, name: José Álvarez }
  - { id: vance, type: officer, name: Rolf Vance }
  - { id: harbor, type: org, name: Port of Lindau }
  - { id: karst, type: person, name: Otto Karst }
  - { id: karst-mine, type: place, name: Karst }
  - { id: frey, type: person, name: Nils Frey Jr. }
  - { id: mora, type: person, name: Elena Mora }
  - { id: twin-a, type: person, name: Piet Brandt }
  - { id: twin-b, type: person, name: Piet Brandt }
  - { id: selt, type: person, name: Ada Selt Varn, family: Selt Varn }
  - { id: varn-bay, type: place, name: Varn Bay }
`;
const scope = createScope([{ uri: 'r', registry: readRegistry(REGISTRY) }]);

/** The text with `{surface=id}` around each mention. */
function marked(text: string): string {
  const found = mentions(readBrief(text), scope).map((line) => /^(.*) (\d+) (\S+)$/su.exec(line)!);
  let at = 0;
  let shown = '';
  for (const [, surface = '', start = '0', ids = ''] of found) {
    shown += `${text.slice(at, Number(start))}{${surface}=${ids}}`;
    at = Number(start) + surface.length;
  }
  return shown + text.slice(at);
}

function check(expected: string): void {
  test(expected.replaceAll('\n', '⏎'), () =>
    expect(marked(expected.replace(/\{([^{}=]*)=[^{}]*\}/g, '$1'))).toBe(expected),
  );
}

describe('a name of a registry that overlaps a family name', () => {
  check('Aides of {Ada Selt Varn=selt} came. They met {Selt Varn=selt}.');
  check('Aides of {Ada Selt Varn=selt} came. They met in Selt {Varn Bay=varn-bay}.');
});

describe('after the full name, the family name is a mention', () => {
  check('Talks with {Ida Holm=holm} ended. The port, {Holm=holm} said, is closed.');
  check('It is closed, Holm said. Talks with {Ida Holm=holm} ended, and {Holm=holm} left.');
  check('Aides of {Ida Holm=holm} came.\n\nThey met Mayor {Holm=holm} and {Holm=holm}’s staff.');
  check('[Ida Holm](person:holm) came. They met {Holm=holm}.');
  check('The inspector {Rolf Vance=vance} came. They met {Vance=vance}.');
  check('It was {José Álvarez=álvarez}. They met {Alvarez=álvarez} and the {Álvarez=álvarez}-led team.');
  check('It was {Kim Su Yong=kim}. They met Mr. {Kim=kim}.');
  check('It was {Nils Frey Jr.=frey}, and they met {Frey=frey}.');
  check('It was Mayor {Ida\nHolm=holm}, and\n{Holm=holm} left.');
  check('- It was {Ida Holm=holm}.\n- They met {Holm=holm}, then {Holm=holm}.');
});

describe('with its particles', () => {
  check(
    'It was {Hayder al-Abadi=abadi}. They met {al-Abadi=abadi}, {Al Abadi=abadi} and Prime Minister {Abadi=abadi}.',
  );
  check('It was {Omar bin Salman=salman}. They met {bin Salman=salman}, not Salman or Hassan bin Salman.');
  check('It was {Karl van der Bellen=bellen}. They met {van der Bellen=bellen}, {Van der Bellen=bellen}, not Bellen.');
  test.each([
    ['Ida Holm', 'Holm'],
    ['Hayder al-Abadi', 'al-Abadi'],
    ['Hayder Al Abadi', 'Al Abadi'],
    ['Hassan bin Omar Al Abadi', 'Al Abadi'],
    ['Karl van der Bellen', 'van der Bellen'],
    ['Nils Frey Jr.', 'Frey'],
    ['Nils Frey III', 'Frey'],
    ['Plato', undefined],
    ['al-Abadi', undefined],
    ['bin Abadi', undefined],
  ])('%s', (name, surname) => expect(surnameOf(name)).toBe(surname));
});

describe('behind a title', () => {
  check('It was {Ida Holm=holm}. They met Mr {Holm=holm}, Lt. Gen. {Holm=holm}, Deputy Prime Minister {Holm=holm}.');
  check('It was {Ida Holm=holm}. They met Secretary of State {Holm=holm}, Minister for Ports and Trade {Holm=holm}.');
  check('It was {Ida Holm=holm}. Mr {Holm=holm} left. Ex-President {Holm=holm} left.');
  check('Aides of Dr. {The Fox=abadi} came. They met {Abadi=abadi}.');
  check('Aides of {The Fox=abadi} came. They met Abadi.');
});

describe('not', () => {
  describe('at the start of a sentence', () => {
    check('It was {Ida Holm=holm}. Holm left! “Holm left,” they said: “Holm left.” Later {Holm=holm} left.');
    check('It was {Ida Holm=holm}.\n\nHolm left.\n\n- Holm left.\n- Not {Holm=holm}.\n\n## Holm leaves\n');
    check('It was {Ida Holm=holm}. When {Holm=holm} left, they left. In {Holm=holm}’s view they had to.');
  });
  describe('beside another capitalized word', () => {
    check('It was {Ida Holm=holm}. They met at Holm Street, in Port Holm, at the Holm-Linden talks, at Holm & Sons.');
    check('It was {Ida Holm=holm}. They met Lindau’s {Holm=holm}.');
    check('It was {Ida Holm=holm}. They met I. Holm and {Holm=holm}.');
  });
  describe('if the brief introduces a second bearer', () => {
    check('It was {Ida Holm=holm}; {Holm=holm} left. It was {Jo Holm=jo}, and Holm left.');
    check('It was {Ida Holm=holm}; {Holm=holm} left. It was Otto Holm, and Holm left.');
    check('It was Otto Holm. It was {Ida Holm=holm}, and Holm left.');
    check('It was {Piet Brandt=twin-a/twin-b}, and Brandt left.');
  });
  describe('if it is short, a month, an ordinary word or a country', () => {
    check('It was {Lian Wu=wu}, and Wu left.');
    check('It was {Lena May=may}, and May left.');
    check('It was {Ali Rage=rage}, and Rage left. They met Ali Mohamud Rage.');
    check('It was {Abel Jordan=jordan}, and Jordan left.');
  });
  describe('if another entity has the name', () => {
    check('It was {Otto Karst=karst}. They met at {Karst=karst-mine}.');
  });
  describe('of what is no person', () => {
    check('It was the {Port of Lindau=harbor}. They met in Lindau.');
  });
  describe('in lower case, in citations, tags and code', () => {
    check('It was {Ida Holm=holm}. They met holm and `Holm` and [Holm](person:x) (Holm, May 3).');
  });
});

describe('in the grammar of other languages', () => {
  check(
    'Llegó {Elena Mora=mora}. La política de {Mora=mora} y el Gobierno de {Mora=mora}, según la ministra {Mora=mora}.',
  );
  check('Llegó {Elena Mora=mora}. Llegó Hernando de Mora.');
});

test('second mentions of closed briefs are in the index', () => {
  const workspace = createWorkspace();
  workspace.putRegistry('r', readRegistry(REGISTRY));
  const text = 'It was Ida Holm.\n\nThey met Holm.\n';
  for (const open of [true, false]) {
    workspace.putBrief('b', readBrief(text), open);
    const places = workspace.occurrences('entity', 'holm').filter(({ uri }) => uri === 'b');
    expect(places.map(({ span }) => text.slice(span.start, span.end))).toEqual(['Ida Holm', 'Holm']);
  }
});
