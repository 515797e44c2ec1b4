/** What the shapes, colours and lines mean. */
import * as l10n from '@vscode/l10n';
import type { Graph } from '../../../../../server/src/protocol/pictures';
import { element, figure } from '../../shared/page/dom';
import { KINDS, kindOf, pointsAround } from './shapes';

const SVG = 'http://www.w3.org/2000/svg';

function svgElement(name: string, attributes: Readonly<Record<string, string>>, ...content: Node[]): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

function icon(...content: Node[]): SVGElement {
  return svgElement('svg', { viewBox: '-8 -8 16 16', 'aria-hidden': 'true' }, ...content);
}

/** The shape of a type in its colour, which follows the theme. */
export function shapeIcon(builtIn: string): SVGElement {
  const { colour, points } = kindOf(builtIn);
  const shape = points
    ? svgElement('polygon', { points: pointsAround(points, 0, 0, 7) })
    : svgElement('circle', { r: '6' });
  shape.setAttribute('stroke', 'currentColor');
  shape.style.fill = `var(--vscode-${colour[0]}, ${colour[1]})`;
  return icon(shape);
}

/** The types and lines that the graph has. */
export function fillLegend(list: HTMLElement, { nodes, edges }: Graph): void {
  const counts = new Map<string, number>();
  for (const { builtIn } of nodes) {
    const kind = builtIn in KINDS ? builtIn : '';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const types = Object.entries(KINDS).flatMap(([kind, { words }]) => {
    const number = counts.get(kind);
    return number ? [element('li', {}, shapeIcon(kind), `${words} (${figure(number)})`)] : [];
  });
  const line = (dashes: string, words: string) => {
    const ends = { x1: '-8', x2: '8', stroke: 'currentColor', 'stroke-width': '2', 'stroke-dasharray': dashes };
    return element('li', {}, icon(svgElement('line', ends)), words);
  };
  const lines = [
    ...(edges.some(({ kind }) => kind === 'together') ? [line('', l10n.t('together'))] : []),
    ...(edges.some(({ kind }) => kind === 'part-of') ? [line('4 2', l10n.t('part of'))] : []),
  ];
  list.replaceChildren(...types, ...lines);
}
