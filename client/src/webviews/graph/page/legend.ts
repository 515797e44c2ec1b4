/** The legend: what shapes, colors and lines mean. */
import * as l10n from '@vscode/l10n';
import type { Graph } from '../../../../../server/src/protocol/pictures';
import { createElement, formatNumber } from '../../shared/page/dom';
import { appearanceOf, svgPoints, TYPE_APPEARANCES } from './shapes';

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

function createSvgElement(name: string, attributes: Readonly<Record<string, string>>, ...content: Node[]): SVGElement {
  const element = document.createElementNS(SVG_NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

function createIcon(...children: Node[]): SVGElement {
  return createSvgElement('svg', { viewBox: '-8 -8 16 16', 'aria-hidden': 'true' }, ...children);
}

/** An icon with the shape and color of a type. The color follows the theme. */
export function createShapeIcon(builtIn: string): SVGElement {
  const { color, points } = appearanceOf(builtIn);
  const shape = points
    ? createSvgElement('polygon', { points: svgPoints(points, 0, 0, 7) })
    : createSvgElement('circle', { r: '6' });
  shape.setAttribute('stroke', 'currentColor');
  shape.style.fill = `var(--vscode-${color[0]}, ${color[1]})`;
  return createIcon(shape);
}

/** Lists the types and edges that occur in the graph. */
export function fillLegend(list: HTMLElement, { nodes, edges }: Graph): void {
  const counts = new Map<string, number>();
  for (const { builtIn } of nodes) {
    const kind = builtIn in TYPE_APPEARANCES ? builtIn : '';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const types = Object.entries(TYPE_APPEARANCES).flatMap(([kind, { label }]) => {
    const number = counts.get(kind);
    return number ? [createElement('li', {}, createShapeIcon(kind), `${label} (${formatNumber(number)})`)] : [];
  });
  const lineItem = (dashes: string, label: string) => {
    const ends = { x1: '-8', x2: '8', stroke: 'currentColor', 'stroke-width': '2', 'stroke-dasharray': dashes };
    return createElement('li', {}, createIcon(createSvgElement('line', ends)), label);
  };
  const lines = [
    ...(edges.some(({ kind }) => kind === 'together') ? [lineItem('', l10n.t('together'))] : []),
    ...(edges.some(({ kind }) => kind === 'part-of') ? [lineItem('4 2', l10n.t('part of'))] : []),
  ];
  list.replaceChildren(...types, ...lines);
}
