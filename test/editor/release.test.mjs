import { test } from './harness.mjs';

const outlook = 'sahel-outlook.brief.md';

/** The codes of the findings that are listed for the brief. @param {import('./driver.mjs').Editor} editor */
const codes = (editor) => async () =>
  (await editor.problems(outlook)).map((row) => /Briefmark ([\w-]+) \[Ln/.exec(row)?.[1] ?? row).sort();

const RELEASE = [
  'confidence-with-likelihood',
  'invalid-tlp',
  'mixed-likelihood-terms',
  'off-scale-likelihood',
  'uncited-paragraph',
];
const DRAFT = ['confidence-with-likelihood', 'invalid-tlp'];

test('a brief that goes out is checked strictly, a draft is not; the command line’s file says which it is', async (editor) => {
  const before = await editor.read(outlook);
  const configured = await editor.read('.briefmark.yaml');
  try {
    await editor.open(outlook);
    await editor.until(codes(editor), RELEASE);
    await editor.write(outlook, before.replace('profile: release\n', ''));
    await editor.until(codes(editor), DRAFT);
    await editor.write('.briefmark.yaml', configured.replace('profile: draft', 'profile: release'));
    await editor.until(codes(editor), RELEASE);
    await editor.write('.briefmark.yaml', configured);
    await editor.until(codes(editor), DRAFT);
  } finally {
    await editor.write(outlook, before);
    await editor.write('.briefmark.yaml', configured);
  }
});

test('hover says what a likelihood means, and what a rule is about', async (editor) => {
  const before = await editor.read(outlook);
  try {
    await editor.write(
      outlook,
      before.replace('## What we expect', '<!-- brief-ignore off-scale-likelihood -->\n\n$&'),
    );
    await editor.open(outlook);
    await editor.goTo(outlook, 'The coalition of');
    await editor.hover('very likely', /80–95\s?%/, /ICD 203/);
    const severity = [/off in drafts, information in releases/, /information, checked as a release/];
    await editor.hover('off-scale-likelihood', ...severity, /PHIA/);
  } finally {
    await editor.write(outlook, before);
  }
});

test('a marking of the first protocol is put right by the light bulb', async (editor) => {
  const before = await editor.read(outlook);
  try {
    await editor.open(outlook);
    await editor.until(codes(editor), RELEASE);
    await editor.goTo(outlook, 'WHITE');
    await editor.lightBulb('CLEAR');
    await editor.command('File: Save All');
    await editor.until(codes(editor), (rows) => !rows.includes('invalid-tlp'));
    await editor.until(() => editor.read(outlook), before.replace('tlp: WHITE', 'tlp: CLEAR'));
  } finally {
    await editor.write(outlook, before);
  }
});
