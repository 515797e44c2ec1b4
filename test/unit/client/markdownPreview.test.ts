import markdownIt from 'markdown-it';
import { beforeEach, expect, test } from 'vitest';
import { registerMarkdownPreview } from '../../../client/src/markdownPreview.ts';
import { createOpenBriefs } from '../../../client/src/support/openBriefs.ts';
import { readMarks } from '../../../server/src/render/markdownIt/readMarks.ts';
import { addDocument, editor, resetEditor, Uri } from './support/vscode.ts';

beforeEach(resetEditor);

const TEXT = 'The [board](org:harbour) left (, May 3).';

function open(read?: typeof readMarks) {
  const briefs = createOpenBriefs(Uri.parse as never);
  const extend = registerMarkdownPreview({ subscriptions: [] }, briefs, read);
  const refreshes = () =>
    editor.executeCommand.mock.calls.filter(([command]) => command === 'markdown.preview.refresh').length;
  return { briefs, markdown: extend(markdownIt()), refreshes };
}

test('briefs are typeset, other Markdown is left alone', () => {
  const { markdown } = open(readMarks);
  addDocument('file:///casebook/README.md', { languageId: 'markdown', text: TEXT });
  expect(markdown.render(TEXT)).toBe(markdownIt().render(TEXT));
  addDocument('file:///casebook/a.brief.md', { text: TEXT });
  expect(markdown.render(TEXT)).toContain('<mark');
});

test('without a reader, as in a browser, tags are typeset', () => {
  const { markdown } = open();
  addDocument('file:///casebook/a.brief.md', { text: TEXT });
  expect(markdown.render(TEXT)).toMatchInlineSnapshot(
    `<p>The <span class="briefmark-entity is-org" title="org: harbour">board</span> left (, May 3).</p>`,
  );
});

test('the preview is made again when files are included, and only then', () => {
  const { briefs, refreshes, markdown } = open(readMarks);
  const uri = 'file:///casebook/README.md';
  addDocument(uri, { languageId: 'markdown', text: TEXT });
  briefs.update({ uris: [] });
  expect(refreshes()).toBe(0);
  briefs.update({ uris: [uri] });
  briefs.update({ uris: [uri] });
  expect(refreshes()).toBe(1);
  expect(markdown.render(TEXT)).toContain('<mark');
});
