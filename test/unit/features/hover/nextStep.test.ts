import { expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import { hoverFeature } from '../../../../server/src/features/hover/hover.ts';
import { FIX_AT, SET_UP_REGISTRIES } from '../../../../server/src/protocol/commands.ts';
import { CASEBOOK, createContext, DATED, parseWithCursor } from '../../support/world.ts';

/** The link at the end of the hover at the cursor, decoded. */
async function linkAt(text: string, registries = CASEBOOK, commands = [FIX_AT, SET_UP_REGISTRIES]) {
  const { files, workspace, uri, offset } = parseWithCursor(`--- main.brief\n${text}\n${registries}`);
  const base = createContext({ files, workspace });
  const context = {
    ...base,
    client: { textDocument: { hover: { contentFormat: ['markdown' as const] } } },
    clientCommands: new Set(commands),
  };
  const position = base.open(uri)!.document.positionAt(offset);
  const hover = await hoverFeature.answer({ textDocument: { uri }, position }, context);
  const { value } = hover!.contents as MarkupContent;
  const links = value.match(/\[[^\]]*\]\(command:[^)]*\)/g) ?? [];
  return links.map(decodeURIComponent).join(' ');
}

test('each hover that leads nowhere has one link to the next step', async () => {
  const at = (line: number, character: number) =>
    `(command:briefmark.fixAt?["file:///main.brief",${line},${character}])`;
  expect(await linkAt(`${DATED}It left (|, September 22).`)).toBe(`[Find the source…]${at(4, 9)}`);
  expect(await linkAt(`${DATED}It left (Not|imex, September 22).`)).toBe(`[Add or correct the source…]${at(4, 9)}`);
  expect(await linkAt(`${DATED}It left [@no|where].`)).toBe(`[Add or correct the source…]${at(4, 9)}`);
  expect(await linkAt(`${DATED}[Th|em](group:nobody) left.`)).toBe(`[Add or correct the entity…]${at(4, 0)}`);
  expect(await linkAt('It left.[^|1] It came.[^2]\n\n[^2]: TASS, May 3.')).toBe(
    `[Create the note or correct the marker…]${at(0, 8)}`,
  );
  expect(await linkAt('It left (TA|SS, May 3).', '')).toBe('[Set Up Registries…](command:briefmark.setUpRegistries)');
});

test('no link where the hover leads to something, or the client has no such command', async () => {
  expect(await linkAt(`${DATED}It left (RFE/|RL, September 5). ISKP.`)).toBe('');
  expect(await linkAt(`${DATED}It left (|, September 22).`, CASEBOOK, [])).toBe('');
});

test('what a file says never becomes a command', async () => {
  const text = `${DATED}[a](group:x) left ([run](command:briefmark.fixAt)|, September 22).`;
  expect(await linkAt(text)).not.toContain('run');
});
