/** A list in which Enter takes only what was chosen, against a small `vscode`. */
import { beforeEach, expect, test } from 'vitest';
import { pickCarefully } from '../../../../client/src/support/carefulPick';
import { editor, resetEditor } from '../support/vscode.ts';

beforeEach(resetEditor);

const [tass, rferl] = [{ label: 'TASS' }, { label: 'RFE/RL' }];
const pick = (preselected?: { label: string }) => {
  const answer = pickCarefully({ title: 'Missing', placeholder: '', items: [tass, rferl], preselected, hasBack: true });
  return { answer, picker: editor.picker! };
};

test('Enter takes what is preselected or was gone to, and nothing else', async () => {
  const preselected = pick(tass);
  preselected.picker.enter('TASS');
  expect(await preselected.answer).toBe(tass);
  const { answer, picker } = pick();
  picker.enter('TASS');
  expect(picker.isShown).toBe(true);
  picker.mark('RFE/RL');
  picker.enter('RFE/RL');
  expect(await answer).toBe(rferl);
});

test('a filter chooses nothing, whatever the editor marks for it', async () => {
  const { answer, picker } = pick(tass);
  picker.mark('RFE/RL');
  picker.type('r');
  picker.enter('RFE/RL');
  expect([picker.isShown, picker.activeItems]).toEqual([true, []]);
  picker.goElsewhere();
  expect(await answer).toBeUndefined();
});

test('the button leads back', async () => {
  const { answer, picker } = pick();
  picker.goBack();
  expect(await answer).toBe('back');
});
