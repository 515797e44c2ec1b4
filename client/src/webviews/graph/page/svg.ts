/** Exports the graph as SVG. Pure: positions and colors in, text out. */
import { labelLines } from './label';
import { appearanceOf, roundToTenth, svgPoints } from './shapes';

export interface DrawnNode {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly builtIn: string;
  readonly label: string;
}

export interface DrawnEdge {
  readonly a: number;
  readonly b: number;
  readonly width: number;
  /** Whether `a` is part of `b`; drawn as an arrow to `b`. */
  readonly isPart: boolean;
}

export interface SvgDrawing {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly colorOf: (builtIn: string) => string;
  readonly background: string;
  readonly foreground: string;
  readonly line: string;
}

const MARGIN = 60;
const FONT_SIZE = 11;
const LINE_HEIGHT = FONT_SIZE + 2;
/** Of the widest letters, in parts of the font size: a font is not measured here. */
const LETTER_WIDTH = 0.75;
/** Characters that are invalid in XML even when escaped. */
const invalidXmlChars = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The graph as the text of an SVG file. */
export function toSvg({ nodes, edges, colorOf, background, foreground, line }: SvgDrawing): string {
  const box = boundingBox(nodes);
  const ink = escapeXml(foreground);
  const lines = edges.map((edge) => edgeToSvg(edge, nodes, escapeXml(line)));
  const shapes = nodes.map(({ x, y, radius, builtIn }) => {
    const attributes = `fill="${escapeXml(colorOf(builtIn))}" stroke="${ink}"`;
    const { points } = appearanceOf(builtIn);
    return points
      ? `<polygon points="${svgPoints(points, x, y, radius)}" ${attributes}/>`
      : `<circle cx="${roundToTenth(x)}" cy="${roundToTenth(y)}" r="${roundToTenth(radius)}" ${attributes}/>`;
  });
  const labels = nodes.flatMap(({ x, y, radius, label }) =>
    labelLines(label).map((line, index) => {
      const top = y + radius + (index + 1) * LINE_HEIGHT;
      return `<text x="${roundToTenth(x)}" y="${roundToTenth(top)}">${escapeXml(line)}</text>`;
    }),
  );
  const size = box.map(roundToTenth);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${size.join(' ')}" width="${size[2]}" height="${size[3]}">
<rect x="${size[0]}" y="${size[1]}" width="${size[2]}" height="${size[3]}" fill="${escapeXml(background)}"/>
<defs><marker id="whole" viewBox="0 0 10 10" refX="9" refY="5" markerUnits="userSpaceOnUse" markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0L10,5L0,10z" fill="${ink}"/></marker></defs>
<g>${lines.join('')}</g>
<g>${shapes.join('')}</g>
<g font-family="sans-serif" font-size="${FONT_SIZE}" text-anchor="middle" fill="${ink}">${labels.join('')}</g>
</svg>
`;
}

function edgeToSvg({ a, b, width, isPart }: DrawnEdge, nodes: readonly DrawnNode[], line: string): string {
  const [from, to] = [nodes[a]!, nodes[b]!];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  // Arrows end at the edge of the target's shape.
  const fraction = isPart ? Math.max(0, 1 - to.radius / length) : 1;
  const [x, y] = [from.x + (to.x - from.x) * fraction, from.y + (to.y - from.y) * fraction];
  const attributes = isPart ? ' stroke-dasharray="5 3" marker-end="url(#whole)"' : ' opacity="0.9"';
  const endPoints = `x1="${roundToTenth(from.x)}" y1="${roundToTenth(from.y)}" x2="${roundToTenth(x)}" y2="${roundToTenth(y)}"`;
  return `<line ${endPoints} stroke="${line}" stroke-width="${roundToTenth(width)}"${attributes}/>`;
}

function boundingBox(nodes: readonly DrawnNode[]): [x: number, y: number, width: number, height: number] {
  let [left, top, right, bottom] = [0, 0, 0, 0];
  for (const [index, { x, y, radius, label }] of nodes.entries()) {
    const lines = labelLines(label);
    const letters = Math.max(...lines.map((line) => line.length));
    // The margin holds labels that are not much wider or higher than their node.
    const side = Math.max(radius, (letters * FONT_SIZE * LETTER_WIDTH) / 2 - MARGIN);
    const below = Math.max(radius, radius + (lines.length + 1) * LINE_HEIGHT - MARGIN);
    left = index === 0 ? x - side : Math.min(left, x - side);
    right = index === 0 ? x + side : Math.max(right, x + side);
    top = index === 0 ? y - radius : Math.min(top, y - radius);
    bottom = index === 0 ? y + below : Math.max(bottom, y + below);
  }
  return [left - MARGIN, top - MARGIN, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN];
}

function escapeXml(text: string): string {
  return text.replace(invalidXmlChars, '').replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
