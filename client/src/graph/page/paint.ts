/** Paints the graph on a canvas: on the screen, and as a picture to keep. */
import { themeColour } from '../../picture/page/dom';
import { KINDS, kindOf } from './shapes';
import type { DrawnEdge, DrawnNode } from './svg';

export interface View {
  readonly width: number;
  readonly height: number;
  /** What is added to a place after it was scaled. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Scene {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  /** -1 for none. */
  readonly chosen: number;
  readonly near: ReadonlySet<number>;
  /** All but these are faded. */
  readonly found: ReadonlySet<number> | undefined;
  /** There are so many lines that they are drawn faintly. */
  readonly isDense: boolean;
}

export interface Colours {
  readonly ink: string;
  readonly paper: string;
  readonly focus: string;
  readonly line: string;
  readonly kinds: ReadonlyMap<string, string>;
  /** How much stronger lines are drawn: more in high contrast. */
  readonly strength: number;
}

const FONT = 12;
/** Smaller ones could not be told apart. */
const SMALLEST = 3.5;
const MOST_LABELS = 300;
/** From far away so few names are read better than many. */
const FEW_LABELS = 40;
const FAR = 0.5;

/** The colours of the theme as it is now. */
export function readColours(): Colours {
  const ink = themeColour('foreground', '#333333');
  return {
    ink,
    paper: themeColour('editor-background', '#ffffff'),
    focus: themeColour('focusBorder', ink),
    line: themeColour('descriptionForeground', '#717171'),
    strength: document.body.className.includes('high-contrast') ? 2 : 1,
    kinds: new Map(Object.entries(KINDS).map(([kind, { colour }]) => [kind, themeColour(...colour)])),
  };
}

/** How large a node is on the screen. */
export function radiusOn(node: DrawnNode, scale: number): number {
  return Math.max(SMALLEST, node.radius * scale);
}

export function paint(context: CanvasRenderingContext2D, scene: Scene, view: View, colours: Colours): void {
  context.globalAlpha = 1;
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, view.width, view.height);
  const places = scene.nodes.map(({ x, y }) => ({ x: x * view.scale + view.x, y: y * view.scale + view.y }));
  paintLines(context, scene, places, view, colours);
  for (const [index, node] of scene.nodes.entries()) {
    const isMarked = index === scene.chosen || scene.near.has(index);
    context.globalAlpha = !scene.found || scene.found.has(index) || isMarked ? 1 : 0.15;
    const { x, y } = places[index]!;
    outline(context, node.builtIn, x, y, radiusOn(node, view.scale));
    context.fillStyle = colours.kinds.get(node.builtIn) ?? colours.kinds.get('') ?? colours.line;
    context.fill();
    context.strokeStyle = index === scene.chosen ? colours.focus : colours.ink;
    context.lineWidth = index === scene.chosen ? 4 : isMarked || scene.found?.has(index) ? 2 : 1;
    context.stroke();
  }
  paintLabels(context, scene, places, view, colours);
}

type Places = readonly { readonly x: number; readonly y: number }[];

function paintLines(
  context: CanvasRenderingContext2D,
  { nodes, edges, chosen, found, isDense }: Scene,
  places: Places,
  { scale }: View,
  colours: Colours,
): void {
  const isNearOne = ({ a, b }: DrawnEdge) => a === chosen || b === chosen;
  // Those of the chosen one lie above the others.
  const ordered = chosen < 0 ? edges : [...edges.filter((edge) => !isNearOne(edge)), ...edges.filter(isNearOne)];
  for (const edge of ordered) {
    const { a, b, width, isPart } = edge;
    const isNear = isNearOne(edge);
    const [from, to] = [places[a]!, places[b]!];
    const faint = found ? 0.06 : isDense ? (isPart ? 0.2 : 0.07) : isPart ? 0.85 : 0.45;
    context.globalAlpha = isNear ? 1 : Math.min(1, faint * colours.strength);
    context.strokeStyle = isNear ? colours.focus : isPart ? colours.ink : colours.line;
    context.lineWidth = Math.max(0.6, width * Math.min(1, scale));
    context.setLineDash(isPart ? [5, 3] : []);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    if (isPart && (!isDense || isNear)) paintArrow(context, from, to, radiusOn(nodes[b]!, scale));
  }
  context.setLineDash([]);
}

function paintArrow(context: CanvasRenderingContext2D, from: Places[number], to: Places[number], radius: number): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const [x, y] = [to.x - Math.cos(angle) * (radius + 1), to.y - Math.sin(angle) * (radius + 1)];
  context.beginPath();
  context.moveTo(x, y);
  for (const turn of [0.4, -0.4]) context.lineTo(x - Math.cos(angle + turn) * 9, y - Math.sin(angle + turn) * 9);
  context.fillStyle = context.strokeStyle;
  context.fill();
}

function outline(context: CanvasRenderingContext2D, builtIn: string, x: number, y: number, radius: number): void {
  const { points } = kindOf(builtIn);
  context.beginPath();
  if (!points) context.arc(x, y, radius, 0, 2 * Math.PI);
  else
    for (let at = 0; at < points.length; at += 2)
      context.lineTo(x + points[at]! * radius, y + points[at + 1]! * radius);
  context.closePath();
}

/** The names that fit, one never over another: first of what is chosen and around it, then of the most mentioned. */
function paintLabels(
  context: CanvasRenderingContext2D,
  { nodes, chosen, near, found, isDense }: Scene,
  places: Places,
  { width, height, scale }: View,
  colours: Colours,
): void {
  const order = new Set([...(chosen < 0 ? [] : [chosen]), ...near, ...(found ?? nodes.keys())]);
  const most = isDense && scale < FAR ? FEW_LABELS : MOST_LABELS;
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  context.globalAlpha = 1;
  context.font = `${FONT}px ${getComputedStyle(document.body).fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = colours.paper;
  context.fillStyle = colours.ink;
  for (const index of order) {
    const { x, y } = places[index]!;
    if (x < 0 || y < 0 || x > width || y > height || taken.length >= most) continue;
    const half = context.measureText(nodes[index]!.label).width / 2 + 2;
    const top = y + radiusOn(nodes[index]!, scale) + 3;
    const box = { left: x - half, right: x + half, top, bottom: top + FONT + 2 };
    const isFree = taken.every(
      (other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
    );
    if (!isFree && index !== chosen) continue;
    taken.push(box);
    context.strokeText(nodes[index]!.label, x, top);
    context.fillText(nodes[index]!.label, x, top);
  }
}
