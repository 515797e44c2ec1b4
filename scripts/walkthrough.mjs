/**
 * The pictures of the walkthrough. They are inlined in the page, so that the theme colors them, including high contrast;
 * with attributes only, since the page does not allow styles. Every text has an explicit length, so that underlines fit in any font.
 */
const [WIDTH, HEIGHT, LETTER] = [640, 400, 8.4];

const INK = 'var(--vscode-editor-foreground)';
const DIM = 'var(--vscode-descriptionForeground)';
const LINK = 'var(--vscode-textLink-foreground)';
const WRONG = 'var(--vscode-editorError-foreground, var(--vscode-errorForeground))';
const DOUBTFUL = 'var(--vscode-editorWarning-foreground, var(--vscode-charts-yellow))';
const GOOD = 'var(--vscode-charts-green)';
const EDGE = 'var(--vscode-contrastBorder, var(--vscode-editorWidget-border, var(--vscode-panel-border)))';
const TYPES = { group: 'var(--vscode-charts-orange)', place: 'var(--vscode-charts-blue)' };

/** @typedef {[text: string, color?: string]} Piece */

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A line of pieces, each in its color, from (x, y) on. @param {number} x @param {number} y @param {Piece[]} pieces */
function line(x, y, ...pieces) {
  let at = x;
  return pieces
    .map(([text, color = INK]) => {
      const width = (text.length * LETTER).toFixed(1);
      const font = 'font-family="var(--vscode-editor-font-family, monospace)" font-size="14" xml:space="preserve"';
      const shown = `<text x="${at.toFixed(1)}" y="${y}" textLength="${width}" lengthAdjust="spacingAndGlyphs" fill="${color}" ${font}>${escaped(text)}</text>`;
      at += text.length * LETTER;
      return shown;
    })
    .join('\n');
}

/** A wavy line below so many letters. @param {number} x @param {number} y @param {number} letters @param {string} [color] */
function wave(x, y, letters, color = WRONG) {
  const bows = Math.round((letters * LETTER) / 6);
  return `<path d="M${x.toFixed(1)} ${y + 5}q1.5 -3 3 0t3 0${'t3 0t3 0'.repeat(bows - 1)}" fill="none" stroke="${color}" stroke-width="1.5"/>`;
}

/** @param {number} x @param {number} y @param {number} width @param {number} height @param {string} fill @param {string} stroke */
const box = (x, y, width, height, fill, stroke) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="${fill}" stroke="${stroke}"/>`;

/** What floats above the text. @param {number} x @param {number} y @param {number} width @param {number} height */
const card = (x, y, width, height) =>
  box(
    x,
    y,
    width,
    height,
    'var(--vscode-editorHoverWidget-background)',
    `var(--vscode-editorHoverWidget-border, ${EDGE})`,
  );

/** A row that is chosen. @param {number} x @param {number} y @param {number} width */
const chosen = (x, y, width) =>
  box(
    x,
    y,
    width,
    26,
    'var(--vscode-list-inactiveSelectionBackground, transparent)',
    'var(--vscode-contrastActiveBorder, transparent)',
  );

/** A window with a title. @param {string} title @param {string} background @param {string[]} inside */
function picture(title, background, ...inside) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    box(1, 1, WIDTH - 2, HEIGHT - 2, background, EDGE),
    `<path d="M1 38h${WIDTH - 2}" stroke="${EDGE}"/>`,
    line(20, 25, [title, DIM]),
    ...inside,
    '</svg>\n',
  ].join('\n');
}

const EDITOR = 'var(--vscode-editor-background)';
const LOST = '(, September 22)';
/** @type {[outlet: string, rating: string][]} */
const REPORTS = [
  ['dawn.com', 'B2'],
  ['moroccoworldnews.com', 'C2'],
  ['hespress.com', 'C3'],
  ['actualite.cd', 'C3'],
];

/** @returns {Record<string, string>} path → text */
export function walkthroughPictures() {
  const files = ['README.md', 'entities.yaml', 'sahel-update.brief.md', 'sources.yaml', 'taliban-neighbours.brief'];
  const pictures = {
    casebook: picture(
      'Explorer',
      'var(--vscode-sideBar-background, var(--vscode-editor-background))',
      line(28, 76, ['⌄ ', DIM], ['Documents']),
      line(52, 108, ['⌄ ', DIM], ['briefmark-casebook', LINK], ['   new', DIM]),
      chosen(44, 242, 560),
      ...files.map((name, index) => line(92, 140 + index * 30, [name])),
      ...files.map((name, index) => line(72, 140 + index * 30, [name.includes('.brief') ? '¶' : '≡', DIM])),
      line(320, 260, ['7 missing sources', WRONG]),
      line(28, 320, ['Nothing else in the folder is touched.', DIM]),
    ),
    hover: picture(
      'taliban-neighbours.brief',
      EDITOR,
      line(28, 84, ['attacks on that side of the Durand Line used to be']),
      line(28, 112, ['credited to a separate branch for Pakistan']),
      line(28, 140, [LOST], ['. A single name makes the organization']),
      wave(28, 140, LOST.length),
      card(60, 164, 540, 196),
      line(80, 194, ['The source of this citation is missing.', WRONG]),
      line(80, 226, ['The registry has 4 reports of September 22, 2021:']),
      ...REPORTS.map(([outlet, rating], index) =>
        line(80, 256 + index * 28, [`• ${outlet.padEnd(22)}`, LINK], [rating, DIM]),
      ),
    ),
    fix: picture(
      'Missing source 4 of 7: , September 22',
      EDITOR,
      card(40, 58, 560, 178),
      line(60, 86, ['branch for Pakistan '], [LOST], ['. A single name']),
      wave(60 + 20 * LETTER, 86, LOST.length),
      chosen(48, 100, 544),
      ...REPORTS.slice(0, 2).map(([outlet, rating], index) =>
        line(60, 118 + index * 28, [outlet.padEnd(24), LINK], [rating, DIM]),
      ),
      line(60, 176, ['+ New source…']),
      line(60, 206, ['Skip']),
      `<path d="M320 250v34m-7 -8l7 8l7 -8" fill="none" stroke="${DIM}" stroke-width="2"/>`,
      line(28, 320, ['branch for Pakistan ('], ['dawn.com', LINK], [', September 22). A single name']),
      line(28, 360, ['✓ ', GOOD], ['Six are left.', DIM]),
    ),
    tag: picture(
      'taliban-neighbours.brief',
      EDITOR,
      line(28, 84, ['was killed in '], ['Khyber Pakhtunkhwa', TYPES.place], [', the claim carried']),
      line(28, 112, ['the name of '], ['ISKP', TYPES.group], [', although attacks on that side']),
      `<path d="M120 132v34m-7 -8l7 8l7 -8" fill="none" stroke="${DIM}" stroke-width="2"/>`,
      line(
        28,
        200,
        ['was killed in ['],
        ['Khyber Pakhtunkhwa', TYPES.place],
        ['](place:khyber-pakhtunkhwa)', DIM],
        [', the'],
      ),
      line(28, 228, ['claim carried the name of ['], ['ISKP', TYPES.group], ['](group:iskp)', DIM], [', although']),
      line(28, 300, ['✓ ', GOOD], ['Tagged 2 mentions of 2 entities.']),
      line(28, 328, ['  One undo takes all of it back.', DIM]),
    ),
    check: picture(
      'Problems',
      'var(--vscode-panel-background, var(--vscode-editor-background))',
      line(28, 84, ['gulf.brief'], ['  1', DIM]),
      line(28, 112, ['  ✕ ', WRONG], ['The source of “It ended” (May 3) is missing.'], [' [12, 5]', DIM]),
      line(28, 164, ['port.brief'], ['  1', DIM]),
      line(28, 192, ['  ▲ ', DOUBTFUL], ['The registry has no report of May 15.'], [' [18, 31]', DIM]),
      line(28, 244, ['sources.yaml'], ['  1', DIM]),
      line(28, 272, ['  ✕ ', WRONG], ['Source “tass-1” is defined twice.'], [' [40, 9]', DIM]),
      line(28, 336, ['2 errors and 1 warning in 5 files.']),
    ),
  };
  const own = {
    include: picture(
      '.briefmark.yaml',
      EDITOR,
      line(28, 84, ['# Checked as they are, by the command line, too.', DIM]),
      line(28, 112, ['include', LINK], [':']),
      line(28, 140, ['  - reports/**/*.md']),
      line(28, 168, ['  - notes/week.md']),
      `<path d="M120 188v34m-7 -8l7 8l7 -8" fill="none" stroke="${DIM}" stroke-width="2"/>`,
      line(28, 256, ['notes/week.md'], ['   Markdown', DIM]),
      line(28, 288, ['They crossed the river '], ['(, May 5)', WRONG], ['.']),
      wave(28 + 23 * LETTER, 288, 9),
      line(28, 340, ['✕ ', WRONG], ['1 missing source · 3 of 4 cited']),
    ),
    import: picture(
      'Explorer',
      'var(--vscode-sideBar-background, var(--vscode-editor-background))',
      line(28, 84, ['≡ ', DIM], ['report.docx'], ['   Import as Brief…', LINK]),
      `<path d="M120 104v34m-7 -8l7 8l7 -8" fill="none" stroke="${DIM}" stroke-width="2"/>`,
      line(28, 172, ['¶ ', DIM], ['report.brief'], ['   new', DIM]),
      line(28, 200, ['≡ ', DIM], ['report.sources.yaml'], ['   new', DIM]),
      card(28, 226, 584, 116),
      line(48, 260, ['The harbor closed in March.'], ['[^1]', LINK]),
      line(48, 300, ['[^1]: ', LINK], ['The Port Paper, “Closed,” March 4, 2022.']),
    ),
    registries: picture(
      'Set up registries',
      EDITOR,
      card(40, 58, 560, 214),
      ...[
        ['Reuters', 'May 3, 2022'],
        ['IRNA', 'May 6, 2022'],
        ['International Maritime Organization', 'org · IMO'],
        ['Jane Okafor', 'person'],
        ['Port of Kerch', 'place'],
      ].map(([name = '', detail = ''], index) =>
        line(60, 90 + index * 34, ['☑ ', GOOD], [name.padEnd(36)], [detail, DIM]),
      ),
      line(28, 312, ['✓ ', GOOD], ['sources.yaml'], ['  2 sources', DIM]),
      line(28, 340, ['✓ ', GOOD], ['entities.yaml'], ['  3 entities', DIM]),
      line(28, 372, ['  One undo takes all of it back.', DIM]),
    ),
  };
  return Object.fromEntries(
    Object.entries({ ...pictures, ...own }).map(([name, svg]) => [`media/walkthrough/${name}.svg`, svg]),
  );
}
