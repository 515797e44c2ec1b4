/** The picture of the graph, which cytoscape draws: moved with the mouse, zoomed, told what is chosen. */
import cytoscape, { type ElementDefinition, type Position } from 'cytoscape';
import type { Graph } from '../../../../../server/src/protocol/pictures';
import { layOut, MOST_PULLED } from './layout';
import { type Colours, classOf, readColours, styleOf } from './look';
import { writeNames } from './names';
import { KINDS } from './shapes';
import { type DrawnEdge, type DrawnNode, toSvg } from './svg';

/** Radii of the least and the most mentioned; where there are many, they are seen from farther away and stand closer. */
const SIZES = { few: [8, 24], many: [16, 26] } as const;
const LONGEST_LABEL = 40;
/** Of a picture to keep. */
const WIDEST = 6_000;
const MARGIN = 60;
/** As far as a few shapes are brought near to fill the picture. */
const NEAR_ENOUGH = 1.6;
/** It adds no style sheet, which the page would not take, where something with this id is: ours holds what it would say. */
const STYLED = '__________cytoscape_stylesheet';
/** On the screen, for names that are wider than what they name. */
const EDGE = 40;
const FARTHEST = 0.02;
const NEAREST = 6;
const MOST_LABELS = 300;
/** From far away so few names are read better than many. */
const FEW_LABELS = 40;
const FAR = 0.5;

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
  readonly png: () => Promise<string>;
  readonly svg: () => string;
  /** The theme has changed. */
  readonly restyle: () => void;
}

/** Draws in `container`; `onTap` is told of the entity that is clicked, or of -1. */
export function createDrawing(container: HTMLElement, onTap: (index: number) => void): Drawing {
  const place = document.createElement('div');
  place.id = STYLED;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  container.append(place, canvas);
  let nodes: readonly DrawnNode[] = [];
  let edges: readonly DrawnEdge[] = [];
  let colours: Colours = readColours();
  let chosen = -1;
  let near: readonly number[] = [];
  let found: ReadonlySet<number> | undefined;
  /** What showed all, until it is moved. */
  let fitted: { zoom: number; pan: Position } | undefined;

  // Made while there is nothing to draw yet: a first picture of all at once would be drawn twice.
  const cy = cytoscape({
    container: place,
    style: styleOf(colours, false),
    minZoom: FARTHEST,
    maxZoom: NEAREST,
    boxSelectionEnabled: false,
    autounselectify: true,
  });

  const isDense = () => nodes.length > MOST_PULLED;
  const elementAt = (index: number) => cy.getElementById(`n${index}`);
  const placed = (index: number): DrawnNode => ({ ...nodes[index]!, ...elementAt(index).position() });

  function names(): void {
    const { clientWidth: width, clientHeight: height } = container;
    // That empties it, too.
    canvas.width = width * devicePixelRatio;
    canvas.height = height * devicePixelRatio;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    const scale = cy.zoom();
    const order = new Set([...(chosen < 0 ? [] : [chosen]), ...near, ...(found ?? nodes.keys())]);
    const most = isDense() && scale < FAR ? FEW_LABELS : MOST_LABELS;
    writeNames(context, [...order].map(placed), { width, height, ...cy.pan(), scale }, colours, most);
  }

  function showAll(): void {
    // What cytoscape has for this measures every line first.
    const box = boxOf(nodes.map((_, index) => placed(index)));
    const { clientWidth: width, clientHeight: height } = container;
    if (width === 0 || height === 0) return;
    const zoom = Math.max(FARTHEST, Math.min(NEAR_ENOUGH, (width - 2 * EDGE) / box.width, height / box.height));
    const pan = { x: width / 2 - (box.left + box.width / 2) * zoom, y: height / 2 - (box.top + box.height / 2) * zoom };
    fitted = { zoom, pan };
    cy.viewport(fitted);
  }

  function isFitted(): boolean {
    return cy.zoom() === fitted?.zoom && cy.pan().x === fitted?.pan.x && cy.pan().y === fitted?.pan.y;
  }

  function mark(index: number): void {
    cy.batch(() => {
      cy.elements('.near, .chosen').removeClass('near chosen');
      near = elementAt(index).addClass('chosen').neighborhood().addClass('near').nodes().map(indexOf);
    });
  }

  function fade(others: ReadonlySet<number> | undefined): void {
    cy.batch(() => {
      cy.nodes().forEach((node) => {
        const isFound = others?.has(indexOf(node)) ?? false;
        node.toggleClass('found', isFound).toggleClass('faded', others !== undefined && !isFound);
      });
      // Where there are many, lines are faint as they are.
      if (!isDense()) cy.edges().toggleClass('faded', others !== undefined);
    });
  }

  function point(index: number): void {
    container.title = nodes[index]?.label ?? '';
    container.classList.toggle('over', index >= 0);
  }

  cy.on('render', names);
  cy.on('resize', () => isFitted() && showAll());
  cy.on('tap', ({ target }) => onTap(target === cy ? -1 : indexOf(target)));
  cy.on('mouseover', 'node', ({ target }) => point(indexOf(target)));
  cy.on('mouseout', 'node', () => point(-1));

  return {
    draw(graph) {
      cy.elements().remove();
      [chosen, near, found] = [-1, [], undefined];
      nodes = nodesOf(graph);
      edges = graph.edges.map(({ a, b, kind, count }) => ({ a, b, isPart: kind === 'part-of', width: widthOf(count) }));
      cy.style(styleOf(colours, isDense()));
      // A node that gets its style after its lines has them looked at again for each property: that takes twice as long.
      for (const node of cy.add(nodes.map(nodeElement))) node.width();
      for (const edge of cy.add(edges.map(edgeElement))) edge.width();
      showAll();
    },
    choose(index, move) {
      chosen = index;
      mark(index);
      if (index < 0 || !move) return;
      const { x, y } = elementAt(index).renderedPosition();
      const { clientWidth: width, clientHeight: height } = container;
      const isSeen = x > MARGIN && y > MARGIN && x < width - MARGIN && y < height - MARGIN;
      // A picture that jumps at every step of the arrow keys is hard to follow.
      if (!isSeen) cy.center(elementAt(index));
    },
    only(next) {
      found = next;
      fade(next);
    },
    zoom(factor) {
      const middle = { x: container.clientWidth / 2, y: container.clientHeight / 2 };
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: middle });
    },
    fit: showAll,
    async png() {
      const { x1, y1, w, h } = cy.elements().boundingBox();
      const [width, height] = [w + 2 * MARGIN, h + 2 * MARGIN];
      const scale = Math.min(isDense() ? 1 : 2, WIDEST / Math.max(width, height));
      mark(-1);
      fade(undefined);
      const shapes = cy.png({ output: 'blob', full: true, scale: scale / devicePixelRatio });
      mark(chosen);
      fade(found);
      const kept = document.createElement('canvas');
      kept.width = Math.ceil(width * scale);
      kept.height = Math.ceil(height * scale);
      const paper = kept.getContext('2d')!;
      paper.fillStyle = colours.paper;
      paper.fillRect(0, 0, kept.width, kept.height);
      paper.scale(scale, scale);
      paper.drawImage(await createImageBitmap(shapes), MARGIN, MARGIN, w, h);
      const view = { width, height, x: MARGIN - x1, y: MARGIN - y1, scale: 1 };
      writeNames(
        paper,
        nodes.map((_, index) => placed(index)),
        view,
        colours,
        MOST_LABELS,
      );
      return kept.toDataURL('image/png').replace('data:image/png;base64,', '');
    },
    svg: () =>
      toSvg({
        nodes: nodes.map((_, index) => placed(index)),
        edges,
        colourOf: (builtIn) => colours.kinds.get(builtIn) ?? colours.line,
        background: colours.paper,
        foreground: colours.ink,
        line: colours.line,
      }),
    restyle() {
      colours = readColours();
      cy.style(styleOf(colours, isDense()));
    },
  };
}

function indexOf(element: { id(): string }): number {
  return Number(element.id().slice(1));
}

function nodeElement({ x, y, radius, builtIn }: DrawnNode, index: number): ElementDefinition {
  return { data: { id: `n${index}`, size: 2 * radius }, classes: classOf(builtIn), position: { x, y } };
}

function edgeElement({ a, b, width, isPart }: DrawnEdge, index: number): ElementDefinition {
  const data = { id: `e${index}`, source: `n${a}`, target: `n${b}`, width };
  return { data, classes: `${isPart ? 'part' : ''} ${width > 1 ? 'wide' : ''}` };
}

function nodesOf({ nodes, edges }: Graph): DrawnNode[] {
  const most = nodes[0]?.mentions ?? 1;
  const [smallest, largest] = nodes.length > MOST_PULLED ? SIZES.many : SIZES.few;
  const radii = nodes.map(({ mentions }) => smallest + (largest - smallest) * Math.sqrt(mentions / most));
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

function boxOf(points: readonly { readonly x: number; readonly y: number }[]) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, top] = [Math.min(0, ...xs) - MARGIN, Math.min(0, ...ys) - MARGIN];
  return { left, top, width: Math.max(0, ...xs) + MARGIN - left, height: Math.max(0, ...ys) + MARGIN - top };
}
