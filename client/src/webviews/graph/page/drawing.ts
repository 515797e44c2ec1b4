/** Draws the graph with cytoscape: panning, zooming, selection, export. */
import cytoscape, { type ElementDefinition, type Position } from 'cytoscape';
import type { Graph } from '../../../../../server/src/protocol/pictures';
import { computeLayout, MAX_FORCE_NODES } from './layout';
import { createStyleSheet, cssClassOf, type GraphColors, readColors } from './look';
import { drawNames } from './names';
import { TYPE_APPEARANCES } from './shapes';
import { type DrawnEdge, type DrawnNode, toSvg } from './svg';

/**
 * Radii of the least and the most mentioned entity. A dense graph is viewed from farther away, so its small nodes are
 * larger.
 */
const NODE_RADII = { few: [8, 24], many: [16, 26] } as const;
/** Of a longer name, as no registry has in earnest, only the beginning is drawn. */
const MAX_LABEL_LENGTH = 200;
/** Width and height limit of an exported PNG, in pixels. */
const MAX_PNG_SIZE = 6_000;
const MARGIN = 60;
/** Maximum zoom when a few nodes are fitted to the view. */
const MAX_FIT_ZOOM = 1.6;
/**
 * Cytoscape injects a style sheet, which our content security policy blocks, unless an element with this id exists. Our
 * own styles cover what it would add.
 */
const STYLE_SHEET_ID = '__________cytoscape_stylesheet';
/** In screen pixels, for labels that are wider than their nodes. */
const FIT_MARGIN = 40;
const MIN_ZOOM = 0.02;
const MAX_ZOOM = 6;
const MAX_LABELS = 300;
/** In a dense graph at low zoom, few names are more readable than many. */
const MAX_LABELS_WHEN_FAR = 40;
const FAR_ZOOM = 0.5;
const MAX_LINE_SCALE = 4;

export interface GraphDrawing {
  /** Replaces the graph. */
  readonly draw: (graph: Graph) => void;
  /** Highlights one entity and its neighbors; -1 for none. With `shouldCenter`, scrolls it into view. */
  readonly choose: (index: number, shouldCenter: boolean) => void;
  /** Fades all nodes but these; undefined shows all. */
  readonly showOnly: (indexes: ReadonlySet<number> | undefined) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  /** Base64, without a data URL prefix. */
  readonly exportPng: () => Promise<string>;
  readonly exportSvg: () => string;
  /** Call after a change of the theme. */
  readonly restyle: () => void;
}

/** Draws in `container`. `onTap` receives the clicked entity, or -1 for the background. */
export function createGraphDrawing(container: HTMLElement, onTap: (index: number) => void): GraphDrawing {
  const surface = document.createElement('div');
  surface.id = STYLE_SHEET_ID;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  container.append(surface, canvas);
  let nodes: readonly DrawnNode[] = [];
  let edges: readonly DrawnEdge[] = [];
  let colors: GraphColors = readColors();
  let chosen = -1;
  let neighbors: readonly number[] = [];
  let matches: ReadonlySet<number> | undefined;
  /** The viewport of the last fit; used to refit after a resize if the user has not moved the graph. */
  let fittedView: { zoom: number; pan: Position } | undefined;
  /** How much wider lines are drawn, so that they do not fade where the whole graph is small. */
  let lineScale = 1;

  // Created empty: with initial elements, cytoscape would draw twice.
  const cy = cytoscape({
    container: surface,
    style: createStyleSheet(colors, false, lineScale),
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    boxSelectionEnabled: false,
    autounselectify: true,
  });

  const isDense = () => nodes.length > MAX_FORCE_NODES;
  const elementAt = (index: number) => cy.getElementById(`n${index}`);
  const positionedNode = (index: number): DrawnNode => ({ ...nodes[index]!, ...elementAt(index).position() });

  function drawVisibleNames(): void {
    const { clientWidth: width, clientHeight: height } = container;
    // Setting the size also clears the canvas.
    canvas.width = width * devicePixelRatio;
    canvas.height = height * devicePixelRatio;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    const scale = cy.zoom();
    const order = new Set([...(chosen < 0 ? [] : [chosen]), ...neighbors, ...(matches ?? nodes.keys())]);
    const maxNames = isDense() && scale < FAR_ZOOM ? MAX_LABELS_WHEN_FAR : MAX_LABELS;
    drawNames(context, [...order].map(positionedNode), { width, height, ...cy.pan(), scale }, colors, maxNames);
  }

  function fitAll(): void {
    // cytoscape's own fit measures every edge first, which is slow.
    const box = boundsOf(nodes.map((_, index) => positionedNode(index)));
    const { clientWidth: width, clientHeight: height } = container;
    if (width === 0 || height === 0) return;
    const zoom = Math.max(MIN_ZOOM, Math.min(MAX_FIT_ZOOM, (width - 2 * FIT_MARGIN) / box.width, height / box.height));
    const pan = { x: width / 2 - (box.left + box.width / 2) * zoom, y: height / 2 - (box.top + box.height / 2) * zoom };
    fittedView = { zoom, pan };
    cy.viewport(fittedView);
    scaleLines(zoom);
  }

  function scaleLines(zoom: number): void {
    const next = isDense() ? 1 : Math.min(MAX_LINE_SCALE, Math.max(1, Math.round(2 / zoom) / 2));
    if (next === lineScale) return;
    lineScale = next;
    cy.style(createStyleSheet(colors, isDense(), lineScale));
  }

  function isFitted(): boolean {
    return cy.zoom() === fittedView?.zoom && cy.pan().x === fittedView?.pan.x && cy.pan().y === fittedView?.pan.y;
  }

  function highlight(index: number): void {
    cy.batch(() => {
      cy.elements('.near, .chosen').removeClass('near chosen');
      neighbors = elementAt(index).addClass('chosen').neighborhood().addClass('near').nodes().map(indexOfElement);
    });
  }

  function fadeOthers(visible: ReadonlySet<number> | undefined): void {
    cy.batch(() => {
      cy.nodes().forEach((node) => {
        const isFound = visible?.has(indexOfElement(node)) ?? false;
        node.toggleClass('found', isFound).toggleClass('faded', visible !== undefined && !isFound);
      });
      // Edges of a dense graph are faint already.
      if (!isDense()) cy.edges().toggleClass('faded', visible !== undefined);
    });
  }

  function showHovered(index: number): void {
    container.title = nodes[index]?.label ?? '';
    container.classList.toggle('over', index >= 0);
  }

  cy.on('render', drawVisibleNames);
  cy.on('resize', () => isFitted() && fitAll());
  cy.on('tap', ({ target }) => onTap(target === cy ? -1 : indexOfElement(target)));
  cy.on('mouseover', 'node', ({ target }) => showHovered(indexOfElement(target)));
  cy.on('mouseout', 'node', () => showHovered(-1));

  return {
    draw(graph) {
      cy.elements().remove();
      [chosen, neighbors, matches] = [-1, [], undefined];
      nodes = toDrawnNodes(graph);
      edges = graph.edges.map(({ a, b, kind, count }) => ({
        a,
        b,
        isPart: kind === 'part-of',
        width: edgeWidth(count),
      }));
      cy.style(createStyleSheet(colors, isDense(), lineScale));
      // Forces the styles of nodes before edges. In the other order, cytoscape recomputes the edges for each property
      // of a node, which takes twice as long.
      for (const node of cy.add(nodes.map(nodeElement))) node.width();
      for (const edge of cy.add(edges.map(edgeElement))) edge.width();
      fitAll();
    },
    choose(index, shouldCenter) {
      chosen = index;
      highlight(index);
      if (index < 0 || !shouldCenter) return;
      const { x, y } = elementAt(index).renderedPosition();
      const { clientWidth: width, clientHeight: height } = container;
      const isInView = x > MARGIN && y > MARGIN && x < width - MARGIN && y < height - MARGIN;
      // Scrolling at every step of the arrow keys would be hard to follow.
      if (!isInView) cy.center(elementAt(index));
    },
    showOnly(next) {
      matches = next;
      fadeOthers(next);
    },
    zoom(factor) {
      const middle = { x: container.clientWidth / 2, y: container.clientHeight / 2 };
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: middle });
    },
    fit: fitAll,
    async exportPng() {
      const { x1, y1, w, h } = cy.elements().boundingBox();
      const [width, height] = [w + 2 * MARGIN, h + 2 * MARGIN];
      const scale = Math.min(isDense() ? 1 : 2, MAX_PNG_SIZE / Math.max(width, height));
      highlight(-1);
      fadeOthers(undefined);
      const shapes = cy.png({ output: 'blob', full: true, scale: scale / devicePixelRatio });
      highlight(chosen);
      fadeOthers(matches);
      const exportCanvas = document.createElement('canvas');
      exportCanvas.width = Math.ceil(width * scale);
      exportCanvas.height = Math.ceil(height * scale);
      const exportContext = exportCanvas.getContext('2d')!;
      exportContext.fillStyle = colors.background;
      exportContext.fillRect(0, 0, exportCanvas.width, exportCanvas.height);
      exportContext.scale(scale, scale);
      exportContext.drawImage(await createImageBitmap(shapes), MARGIN, MARGIN, w, h);
      const view = { width, height, x: MARGIN - x1, y: MARGIN - y1, scale: 1 };
      drawNames(
        exportContext,
        nodes.map((_, index) => positionedNode(index)),
        view,
        colors,
        MAX_LABELS,
      );
      return exportCanvas.toDataURL('image/png').replace('data:image/png;base64,', '');
    },
    exportSvg: () =>
      toSvg({
        nodes: nodes.map((_, index) => positionedNode(index)),
        edges,
        colorOf: (builtIn) => colors.kinds.get(builtIn) ?? colors.line,
        background: colors.background,
        foreground: colors.foreground,
        line: colors.line,
      }),
    restyle() {
      colors = readColors();
      cy.style(createStyleSheet(colors, isDense(), lineScale));
    },
  };
}

function indexOfElement(element: { id(): string }): number {
  return Number(element.id().slice(1));
}

function nodeElement({ x, y, radius, builtIn }: DrawnNode, index: number): ElementDefinition {
  return { data: { id: `n${index}`, size: 2 * radius }, classes: cssClassOf(builtIn), position: { x, y } };
}

function edgeElement({ a, b, width, isPart }: DrawnEdge, index: number): ElementDefinition {
  const data = { id: `e${index}`, source: `n${a}`, target: `n${b}`, width };
  return { data, classes: `${isPart ? 'part' : ''} ${width > 1 ? 'wide' : ''}` };
}

function toDrawnNodes({ nodes, edges }: Graph): DrawnNode[] {
  const maxMentions = nodes[0]?.mentions ?? 1;
  const [smallest, largest] = nodes.length > MAX_FORCE_NODES ? NODE_RADII.many : NODE_RADII.few;
  const radii = nodes.map(({ mentions }) => smallest + (largest - smallest) * Math.sqrt(mentions / maxMentions));
  const points = computeLayout(radii, edges);
  return nodes.map(({ name, builtIn }, index) => ({
    ...points[index]!,
    radius: radii[index]!,
    builtIn: builtIn in TYPE_APPEARANCES ? builtIn : '',
    label: name.length > MAX_LABEL_LENGTH ? `${name.slice(0, MAX_LABEL_LENGTH)}…` : name,
  }));
}

function edgeWidth(count: number): number {
  return Math.min(8, 1 + Math.log2(count));
}

function boundsOf(points: readonly { readonly x: number; readonly y: number }[]) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, top] = [Math.min(0, ...xs) - MARGIN, Math.min(0, ...ys) - MARGIN];
  return { left, top, width: Math.max(0, ...xs) + MARGIN - left, height: Math.max(0, ...ys) + MARGIN - top };
}
