/** The colors of the theme, and the cytoscape style sheet made from them. */
import type { StylesheetJson } from 'cytoscape';
import { themeColor } from '../../shared/page/dom';
import { TYPE_APPEARANCES } from './shapes';

export interface GraphColors {
  readonly foreground: string;
  readonly background: string;
  readonly focus: string;
  readonly line: string;
  readonly kinds: ReadonlyMap<string, string>;
  /** Opacity of edges, of a graph with few and with many. On a light ground the same gray is fainter. */
  readonly lineOpacity: { readonly few: number; readonly many: number };
}

const DARK_LINES = { few: 0.75, many: 0.1 };
const CONTRAST_LINES = { few: 1, many: 0.25 };
/** By the class that VS Code gives the body; a high-contrast light theme has two. */
const LINE_OPACITIES = [
  ['vscode-high-contrast', CONTRAST_LINES],
  ['vscode-high-contrast-light', CONTRAST_LINES],
  ['vscode-light', { few: 0.9, many: 0.16 }],
] as const;

/** The colors of the current theme. */
export function readColors(): GraphColors {
  const foreground = themeColor('foreground', '#333333');
  return {
    foreground,
    background: themeColor('editor-background', '#ffffff'),
    focus: themeColor('focusBorder', foreground),
    line: themeColor('descriptionForeground', '#717171'),
    lineOpacity: LINE_OPACITIES.find(([name]) => document.body.classList.contains(name))?.[1] ?? DARK_LINES,
    kinds: new Map(Object.entries(TYPE_APPEARANCES).map(([kind, { color }]) => [kind, themeColor(...color)])),
  };
}

/** The CSS class of the nodes of a type. */
export function cssClassOf(builtIn: string): string {
  return `kind-${builtIn}`;
}

/**
 * Creates the style sheet. In a dense graph edges are fainter, and highlights are thicker because the graph is viewed
 * from farther away. Lines are `lineScale` times as wide. Each property costs time for every one of thousands of elements, so there are few.
 */
export function createStyleSheet(
  { foreground, focus, line, kinds, lineOpacity }: GraphColors,
  isDense: boolean,
  lineScale: number,
): StylesheetJson {
  const borderWidth = isDense ? 3 : 1;
  const arrow = { 'curve-style': 'straight', 'target-arrow-shape': 'triangle' };
  const shapes = Object.entries(TYPE_APPEARANCES).map(([kind, { points }]) => ({
    selector: `node.${cssClassOf(kind)}`,
    style: {
      'background-color': kinds.get(kind),
      ...(points && { shape: 'polygon', 'shape-polygon-points': points.join(' ') }),
    },
  }));
  const style: readonly object[] = [
    { selector: 'core', style: { 'active-bg-opacity': 0 } },
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        'border-width': borderWidth,
        'border-color': foreground,
        'overlay-opacity': 0,
      },
    },
    ...shapes,
    // Haystack edges are the fastest to draw. Without events, edges are skipped in hit tests on mouse moves.
    {
      selector: 'edge',
      style: {
        width: lineScale,
        'line-color': line,
        'line-opacity': isDense ? lineOpacity.many : lineOpacity.few,
        'curve-style': 'haystack',
        events: 'no',
      },
    },
    { selector: 'edge.wide', style: { width: `mapData(width, 1, 8, ${lineScale}, ${8 * lineScale})` } },
    {
      selector: 'edge.part',
      style: {
        'line-style': 'dashed',
        'line-color': foreground,
        'line-opacity': isDense ? 3 * lineOpacity.many : 1,
        'target-arrow-color': foreground,
        ...(!isDense && arrow),
      },
    },
    { selector: '.faded', style: { opacity: 0.15 } },
    { selector: 'node.near, node.found', style: { 'border-width': 2 * borderWidth, opacity: 1 } },
    {
      selector: 'edge.near',
      style: {
        'line-color': focus,
        'line-opacity': 1,
        'target-arrow-color': focus,
        opacity: 1,
        // Above other edges, below nodes.
        'z-index': 1,
        ...(isDense && { width: 4 }),
      },
    },
    { selector: 'edge.part.near', style: arrow },
    { selector: 'node.chosen', style: { 'border-width': 4 * borderWidth, 'border-color': focus, opacity: 1 } },
  ];
  return style as StylesheetJson;
}
