/** How the graph looks: the colours of the theme, and made of them the style sheet of cytoscape. */
import type { StylesheetJson } from 'cytoscape';
import { themeColour } from '../../shared/page/dom';
import { TYPE_APPEARANCES } from './shapes';

export interface GraphColours {
  readonly foreground: string;
  readonly background: string;
  readonly focus: string;
  readonly line: string;
  readonly kinds: ReadonlyMap<string, string>;
  /** How much stronger lines are drawn: more in high contrast. */
  readonly lineStrength: number;
}

/** The colours of the theme as it is now. */
export function readColours(): GraphColours {
  const foreground = themeColour('foreground', '#333333');
  return {
    foreground,
    background: themeColour('editor-background', '#ffffff'),
    focus: themeColour('focusBorder', foreground),
    line: themeColour('descriptionForeground', '#717171'),
    lineStrength: document.body.className.includes('high-contrast') ? 2 : 1,
    kinds: new Map(Object.entries(TYPE_APPEARANCES).map(([kind, { colour }]) => [kind, themeColour(...colour)])),
  };
}

/** The class of all entities that look like this type. */
export function cssClassOf(builtIn: string): string {
  return `kind-${builtIn}`;
}

/**
 * The style sheet. `isDense`: so many lines are drawn faintly, and seen from so far away that what is marked is drawn thicker.
 * Every property costs time for each of thousands of elements, and one that is read from the element the most: there are few.
 */
export function createStyleSheet(
  { foreground, focus, line, kinds, lineStrength }: GraphColours,
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
    // Haystack is the fastest kind of line, and one that is not asked for events is not searched at every move of the mouse.
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
        // Above the other lines, and still below the shapes.
        'z-index': 1,
        ...(isDense && { width: 4 }),
      },
    },
    { selector: 'edge.part.near', style: arrow },
    { selector: 'node.chosen', style: { 'border-width': 4 * borderWidth, 'border-color': focus, opacity: 1 } },
  ];
  return style as StylesheetJson;
}
