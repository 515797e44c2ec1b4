/** The picture of the graph: moved with the mouse, zoomed, told what is chosen. */
import type { Graph } from '../../../../server/src/features/views/pictureTypes';
import { layOut, MOST_PULLED } from './layout';
import { type Colours, paint, radiusOn, readColours, type Scene, type View } from './paint';
import { KINDS } from './shapes';
import { type DrawnEdge, type DrawnNode, toSvg } from './svg';

const SMALLEST = 8;
const LARGEST = 24;
const LONGEST_LABEL = 40;
/** Of a picture to keep. */
const WIDEST = 6_000;
const MARGIN = 60;
/** On the screen, for names that are wider than what they name. */
const EDGE = 40;
const FARTHEST = 0.02;
const NEAREST = 6;
/** A click that moves less is one. */
const STILL = 4;
/** A shape is hit a little beside it, too. */
const NEAR = 4;

export interface Drawing {
  /** Shows another graph. */
  readonly draw: (graph: Graph) => void;
  /** Marks one entity and those around it; -1 for none. `move`: brings it to the middle. */
  readonly choose: (index: number, move: boolean) => void;
  /** Fades all but these; undefined shows all. */
  readonly only: (found: ReadonlySet<number> | undefined) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  /** In base64. */
  readonly png: () => string;
  readonly svg: () => string;
  /** The theme has changed. */
  readonly restyle: () => void;
}

type Moving = DrawnNode & { x: number; y: number };

/** Draws in `container`; `onTap` is told of the entity that is clicked, or of -1. */
export function createDrawing(container: HTMLElement, onTap: (index: number) => void): Drawing {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  container.append(canvas);
  let nodes: Moving[] = [];
  let edges: DrawnEdge[] = [];
  let [chosen, near, found]: [number, ReadonlySet<number>, ReadonlySet<number> | undefined] = [
    -1,
    new Set(),
    undefined,
  ];
  let view: View = { width: 0, height: 0, x: 0, y: 0, scale: 1 };
  let colours: Colours = readColours();
  let isDue = false;
  let isFitted = true;

  const scene = (): Scene => ({ nodes, edges, chosen, near, found, isDense: nodes.length > MOST_PULLED });
  const redraw = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      const ratio = devicePixelRatio;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      paint(context, scene(), view, colours);
    });
  };
  const look = (next: Partial<View>, fitted = false) => {
    view = { ...view, ...next };
    isFitted = fitted;
    redraw();
  };
  const zoomAt = (factor: number, x: number, y: number) => {
    const scale = Math.min(NEAREST, Math.max(FARTHEST, view.scale * factor));
    const part = scale / view.scale;
    look({ scale, x: x - (x - view.x) * part, y: y - (y - view.y) * part });
  };
  const showAll = () => look(fitted(nodes, view.width, view.height, 1.6), true);
  const indexAt = (x: number, y: number) =>
    nodes.findLastIndex((node) => {
      const away = Math.hypot(node.x * view.scale + view.x - x, node.y * view.scale + view.y - y);
      return away <= radiusOn(node, view.scale) + NEAR;
    });

  new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = container;
    canvas.width = width * devicePixelRatio;
    canvas.height = height * devicePixelRatio;
    view = { ...view, width, height };
    if (isFitted) showAll();
    else redraw();
  }).observe(container);

  let held: { index: number; x: number; y: number; isStill: boolean } | undefined;
  canvas.addEventListener('pointerdown', ({ offsetX: x, offsetY: y, button, pointerId }) => {
    if (button !== 0) return;
    held = { index: indexAt(x, y), x, y, isStill: true };
    canvas.setPointerCapture(pointerId);
  });
  canvas.addEventListener('pointermove', ({ offsetX: x, offsetY: y }) => {
    if (!held) {
      const index = indexAt(x, y);
      canvas.title = nodes[index]?.label ?? '';
      canvas.classList.toggle('over', index >= 0);
      return;
    }
    const [dx, dy] = [x - held.x, y - held.y];
    if (held.isStill && Math.hypot(dx, dy) < STILL) return;
    const node = nodes[held.index];
    held = { ...held, x, y, isStill: false };
    if (!node) return look({ x: view.x + dx, y: view.y + dy });
    node.x += dx / view.scale;
    node.y += dy / view.scale;
    redraw();
  });
  canvas.addEventListener('pointerup', () => {
    if (held?.isStill) onTap(held.index);
    held = undefined;
  });
  canvas.addEventListener('pointercancel', () => {
    held = undefined;
  });
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      zoomAt(Math.exp(-Math.max(-100, Math.min(100, event.deltaY)) / 300), event.offsetX, event.offsetY);
    },
    { passive: false },
  );

  return {
    draw(graph) {
      nodes = nodesOf(graph);
      edges = graph.edges.map(({ a, b, kind, count }) => ({ a, b, isPart: kind === 'part-of', width: widthOf(count) }));
      [chosen, near, found] = [-1, new Set(), undefined];
      showAll();
    },
    choose(index, move) {
      chosen = index;
      near = new Set(edges.flatMap(({ a, b }) => (a === index ? [b] : b === index ? [a] : [])));
      const node = nodes[index];
      if (!node || !move) return redraw();
      const [x, y] = [node.x * view.scale + view.x, node.y * view.scale + view.y];
      const isSeen = x > MARGIN && y > MARGIN && x < view.width - MARGIN && y < view.height - MARGIN;
      // A picture that jumps at every step of the arrow keys is hard to follow.
      if (isSeen) redraw();
      else look({ x: view.width / 2 - node.x * view.scale, y: view.height / 2 - node.y * view.scale });
    },
    only(next) {
      found = next;
      redraw();
    },
    zoom: (factor) => zoomAt(factor, view.width / 2, view.height / 2),
    fit: showAll,
    png() {
      const size = sizeOf(nodes);
      const scale = Math.min(nodes.length > MOST_PULLED ? 1 : 2, WIDEST / Math.max(size.width, size.height));
      const kept = document.createElement('canvas');
      kept.width = Math.ceil(size.width * scale);
      kept.height = Math.ceil(size.height * scale);
      const whole = { width: kept.width, height: kept.height, x: -size.left * scale, y: -size.top * scale, scale };
      paint(kept.getContext('2d')!, { ...scene(), chosen: -1, near: new Set(), found: undefined }, whole, colours);
      return kept.toDataURL('image/png').replace('data:image/png;base64,', '');
    },
    svg: () =>
      toSvg({
        nodes,
        edges,
        colourOf: (builtIn) => colours.kinds.get(builtIn) ?? colours.line,
        background: colours.paper,
        foreground: colours.ink,
        line: colours.line,
      }),
    restyle() {
      colours = readColours();
      redraw();
    },
  };
}

function nodesOf({ nodes, edges }: Graph): Moving[] {
  const most = nodes[0]?.mentions ?? 1;
  const radii = nodes.map(({ mentions }) => SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(mentions / most));
  const points = layOut(radii, edges);
  return nodes.map(({ name, builtIn }, index) => ({
    ...points[index]!,
    radius: radii[index]!,
    builtIn: builtIn in KINDS ? builtIn : '',
    label: name.length > LONGEST_LABEL ? `${name.slice(0, LONGEST_LABEL)}…` : name,
  }));
}

function widthOf(count: number): number {
  return Math.min(8, 1 + Math.log2(count));
}

function sizeOf(nodes: readonly DrawnNode[]) {
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const [left, top] = [Math.min(0, ...xs) - MARGIN, Math.min(0, ...ys) - MARGIN];
  return { left, top, width: Math.max(0, ...xs) + MARGIN - left, height: Math.max(0, ...ys) + MARGIN - top };
}

/** Everything in the middle, as large as it can be. */
function fitted(nodes: readonly DrawnNode[], width: number, height: number, most: number): Partial<View> {
  const size = sizeOf(nodes);
  const scale = Math.max(FARTHEST, Math.min(most, (width - 2 * EDGE) / size.width, height / size.height));
  return {
    scale,
    x: width / 2 - (size.left + size.width / 2) * scale,
    y: height / 2 - (size.top + size.height / 2) * scale,
  };
}
