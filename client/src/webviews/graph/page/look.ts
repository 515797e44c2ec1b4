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
  /** Factor for the opacity of edges, higher in high-contrast themes. */
  readonly lineStrength: number;
}

/** The colors of the current theme. */
export function readColors(): GraphColors {
  const foreground = themeColor('foreground', '#333333');
  return {
    foreground,
    background: themeColor('editor-background', '#ffffff'),
    focus: themeColor('focusBorder', foreground),
    line: themeColor('descriptionForeground', '#717171'),
    lineStrength: document.body.className.includes('high-contrast') ? 2 : 1,
    kinds: new Map(Object.entries(TYPE_APPEARANCES).map(([kind, { color }]) => [kind, themeColor(...color)])),
  };
}

/** The CSS class of the nodes of a type. */
export function cssClassOf(builtIn: string): string {
  return `kind-${builtIn}`;
}

/**
 * Creates the style sheet. In a dense graph edges are fainter, and highlights are thicker because the graph is viewed
 * from farther away. Each property costs time for every one of thousands of elements, so there are few.
 */
export function createStyleSheet(
  { foreground, focus, line, kinds, lineStrength }: GraphColors,
  isDense: boolean,
): StylesheetJson {
  const borderWidth = isDense ? 3 : 1;
  const scaledOpacity = (opacity: number) => Math.min(1, opacity * lineStrength);
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
        width: 1,
        'line-color': line,
        'line-opacity': scaledOpacity(isDense ? 0.07 : 0.45),
        'curve-style': 'haystack',
        events: 'no',
      },
    },
    { selector: 'edge.wide', style: { width: 'data(width)' } },
    {
      selector: 'edge.part',
      style: {
        'line-style': 'dashed',
        'line-color': foreground,
        'line-opacity': scaledOpacity(isDense ? 0.2 : 0.85),
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
