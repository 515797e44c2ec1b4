/** The picture of the graph. */
import cytoscape, { type Core, type StylesheetJson } from 'cytoscape';
import type { Graph } from '../../../../server/src/features/views/pictureTypes';
import { isCalm, themeColour } from '../../picture/page/dom';
import { KINDS, kindOf } from './shapes';
import { toSvg } from './svg';

/** More than this are laid out at once, the most mentioned in the middle, and show their lines when they are chosen. */
const MANY = 250;
/** So many of the most mentioned bear their names always. */
const NAMED = 60;
const SMALLEST = 14;
const LARGEST = 44;
const LONGEST_LABEL = 40;
const WIDEST_PNG = 6_000;

export interface Drawing {
  /** Shows another graph. */
  readonly draw: (graph: Graph) => void;
  /** Marks one entity and those around it; -1 for none. */
  readonly choose: (index: number, move: boolean) => void;
  /** Fades all but these; undefined shows all. */
  readonly only: (found: ReadonlySet<number> | undefined) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly png: () => string;
  readonly svg: () => string;
  /** The theme has changed. */
  readonly restyle: () => void;
}

/** Draws in `container`; `onTap` is told of the entity that is clicked, or of -1. */
export function createDrawing(container: HTMLElement, onTap: (index: number) => void): Drawing {
  let graph: Graph = { nodes: [], edges: [], entities: 0, pairs: 0, briefs: 0, isIndexed: true };
  let cy: Core | undefined;
  const nodeAt = (index: number) => cy!.getElementById(`n${index}`);

  return {
    draw(next) {
      graph = next;
      cy?.destroy();
      const many = graph.nodes.length > MANY;
      cy = cytoscape({
        container,
        elements: elementsOf(graph),
        style: stylesheet(many),
        layout: many || graph.nodes.length < 2 ? { name: 'preset' } : coseLayout(graph),
        minZoom: 0.02,
        maxZoom: 6,
        hideEdgesOnViewport: many,
        textureOnViewport: many,
        boxSelectionEnabled: false,
        autoungrabify: many,
        ...(many && { pixelRatio: 1 }),
      });
      cy.on('tap', (event) => onTap(event.target === cy ? -1 : indexOf(event.target)));
      cy.fit(undefined, 40);
      if (cy.zoom() > 1.5) cy.zoom(1.5).center();
    },
    choose(index, move) {
      if (!cy) return;
      cy.batch(() => {
        cy!.elements('.chosen, .near').removeClass('chosen near');
        if (index < 0) return;
        const node = nodeAt(index).addClass('chosen');
        node.neighborhood().addClass('near');
      });
      if (index < 0 || !move) return;
      const node = nodeAt(index);
      if (isCalm() || graph.nodes.length > MANY) cy.center(node);
      else cy.stop().animate({ center: { eles: node } }, { duration: 150 });
    },
    only(found) {
      cy?.batch(() => {
        cy!.elements().removeClass('faded found');
        if (!found) return;
        cy!.nodes().forEach((node) => void node.addClass(found.has(indexOf(node)) ? 'found' : 'faded'));
        cy!.edges().addClass('faded');
      });
    },
    zoom(factor) {
      if (!cy) return;
      const middle = { x: container.clientWidth / 2, y: container.clientHeight / 2 };
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: middle });
    },
    fit: () => void cy?.fit(undefined, 40),
    png: () =>
      cy?.png({
        output: 'base64',
        full: true,
        scale: graph.nodes.length > MANY ? 1 : 2,
        maxWidth: WIDEST_PNG,
        maxHeight: WIDEST_PNG,
        bg: themeColour('editor-background', '#ffffff'),
      }) ?? '',
    svg: () =>
      toSvg({
        nodes: graph.nodes.map(({ builtIn, name }, index) => ({
          ...nodeAt(index).position(),
          radius: nodeAt(index).width() / 2,
          builtIn,
          label: labelOf(name),
        })),
        edges: graph.edges.map(({ a, b, kind, count }) => ({
          a,
          b,
          isPart: kind === 'part-of',
          width: widthOf(count),
        })),
        colourOf: (builtIn) => themeColour(...kindOf(builtIn).colour),
        background: themeColour('editor-background', '#ffffff'),
        foreground: themeColour('foreground', '#333333'),
        line: themeColour('descriptionForeground', '#717171'),
      }),
    restyle: () => void cy?.style(stylesheet(graph.nodes.length > MANY)),
  };
}

function indexOf(element: { id(): string }): number {
  return element.id().startsWith('n') ? Number(element.id().slice(1)) : -1;
}

function elementsOf({ nodes, edges }: Graph): cytoscape.ElementDefinition[] {
  const most = nodes[0]?.mentions ?? 1;
  const drawn = nodes.map(({ name, builtIn, mentions }, index): cytoscape.ElementDefinition => {
    const size = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(mentions / most);
    return {
      group: 'nodes',
      data: { id: `n${index}`, label: labelOf(name), kind: builtIn in KINDS ? builtIn : '', size },
      classes: index < NAMED ? 'named' : '',
      position: sunflower(index),
    };
  });
  const lines = edges.map(
    ({ a, b, kind, count }, index): cytoscape.ElementDefinition => ({
      group: 'edges',
      data: { id: `e${index}`, source: `n${a}`, target: `n${b}`, width: widthOf(count) },
      classes: kind,
    }),
  );
  return [...drawn, ...lines];
}

function labelOf(name: string): string {
  return name.length > LONGEST_LABEL ? `${name.slice(0, LONGEST_LABEL)}…` : name;
}

function widthOf(count: number): number {
  return Math.min(8, 1 + Math.log2(count));
}

/** From the middle outwards, evenly spread, and the same every time. */
function sunflower(index: number): { x: number; y: number } {
  const far = 48 * Math.sqrt(index);
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  return { x: far * Math.cos(angle), y: far * Math.sin(angle) };
}

function coseLayout({ nodes }: Graph): cytoscape.CoseLayoutOptions {
  // What grows with the square of the nodes is done less often for more of them.
  const numIter = Math.round(Math.min(800, 60_000 / nodes.length));
  return {
    name: 'cose',
    animate: false,
    randomize: false,
    fit: false,
    numIter,
    idealEdgeLength: () => 80,
    nodeRepulsion: () => 60_000,
    nodeOverlap: 24,
    gravity: 1.2,
    componentSpacing: 60,
  };
}

function stylesheet(many: boolean): StylesheetJson {
  const ink = themeColour('foreground', '#333333');
  const paper = themeColour('editor-background', '#ffffff');
  const focus = themeColour('focusBorder', ink);
  const line = themeColour('descriptionForeground', '#717171');
  const shapes = Object.entries(KINDS).map(([kind, { colour, points }]) => ({
    selector: `node[kind = "${kind}"]`,
    style: {
      'background-color': themeColour(...colour),
      ...(points ? { shape: 'polygon' as const, 'shape-polygon-points': points.join(' ') } : {}),
    },
  }));
  const label = { label: 'data(label)' };
  const style: readonly object[] = [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        'border-width': 1,
        'border-color': ink,
        color: ink,
        'font-size': 11,
        'min-zoomed-font-size': 7,
        'text-valign': 'bottom',
        'text-margin-y': 3,
        'text-background-color': paper,
        'text-background-opacity': 0.75,
      },
    },
    ...shapes,
    {
      selector: 'edge',
      style: { width: 'data(width)', 'line-color': line, opacity: many ? 0.06 : 0.45, 'curve-style': 'haystack' },
    },
    {
      selector: 'edge.part-of',
      style: {
        'curve-style': many ? 'haystack' : 'straight',
        'line-style': 'dashed',
        'target-arrow-shape': 'triangle',
        'target-arrow-color': ink,
        'line-color': ink,
        opacity: many ? 0.2 : 0.9,
      },
    },
    { selector: many ? '.none' : 'node', style: label },
    { selector: 'node.named, node.near, node.found', style: label },
    { selector: '.faded', style: { opacity: 0.12 } },
    { selector: 'edge.near', style: { opacity: 0.95, 'line-color': focus } },
    { selector: 'node.near, node.found', style: { opacity: 1, 'border-width': 2 } },
    {
      selector: 'node.chosen',
      style: {
        ...label,
        opacity: 1,
        'border-width': 5,
        'border-color': focus,
        'z-index': 10,
        'min-zoomed-font-size': 0,
      },
    },
  ];
  return style as StylesheetJson;
}
