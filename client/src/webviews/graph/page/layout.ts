/** Computes the positions of the nodes. Pure and deterministic. */

export interface Point {
  x: number;
  y: number;
}

interface LayoutEdge {
  readonly a: number;
  readonly b: number;
  readonly count: number;
}

/**
 * Up to this many nodes get a force-directed layout; more are placed on a spiral by rank, because forces are quadratic.
 */
export const MAX_FORCE_NODES = 500;
const SPIRAL_GAP = 52;
const SPRING_LENGTH = 95;
const ITERATIONS = 260;
const NODE_SPACING = 26;
const MAX_SEPARATION_ROUNDS = 30;

/** The positions of the nodes with these radii. */
export function computeLayout(radii: readonly number[], lines: readonly LayoutEdge[]): Point[] {
  const points = radii.map((_, index) => sunflowerPoint(index));
  if (points.length > MAX_FORCE_NODES) return points;
  applyForces(points, lines);
  for (let round = 0; round < MAX_SEPARATION_ROUNDS; round++) if (!separateOverlaps(points, radii)) break;
  return points;
}

/** Points on a sunflower spiral: evenly spread from the center outwards. */
function sunflowerPoint(index: number): Point {
  const distance = SPIRAL_GAP * Math.sqrt(index);
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}

/** Force-directed layout: edges are springs, nodes repel each other, the center attracts. Steps shrink over time. */
function applyForces(points: Point[], lines: readonly LayoutEdge[]): void {
  const displacements = points.map(() => ({ x: 0, y: 0 }));
  for (let step = 0; step < ITERATIONS; step++) {
    for (const [index, displacement] of displacements.entries()) {
      displacement.x = -points[index]!.x * 0.35;
      displacement.y = -points[index]!.y * 0.35;
    }
    for (let a = 0; a < points.length; a++)
      for (let b = a + 1; b < points.length; b++) {
        const dx = points[a]!.x - points[b]!.x || 0.01;
        const dy = points[a]!.y - points[b]!.y;
        addForce(displacements, a, b, dx, dy, (SPRING_LENGTH * SPRING_LENGTH) / (dx * dx + dy * dy + 1));
      }
    for (const { a, b, count } of lines) {
      const dx = points[a]!.x - points[b]!.x;
      const dy = points[a]!.y - points[b]!.y;
      addForce(displacements, a, b, dx, dy, (-Math.hypot(dx, dy) / SPRING_LENGTH) * Math.min(0.2 + 0.1 * count, 0.6));
    }
    const maxStep = 40 * (1 - step / ITERATIONS) + 0.5;
    for (const [index, { x, y }] of displacements.entries()) {
      const length = Math.hypot(x, y) || 1;
      const fraction = Math.min(length, maxStep) / length;
      points[index]!.x += x * fraction;
      points[index]!.y += y * fraction;
    }
  }
}

function addForce(displacements: Point[], a: number, b: number, dx: number, dy: number, force: number): void {
  displacements[a]!.x += dx * force;
  displacements[a]!.y += dy * force;
  displacements[b]!.x -= dx * force;
  displacements[b]!.y -= dy * force;
}

/** Separates overlapping nodes; returns whether anything moved. */
function separateOverlaps(points: Point[], radii: readonly number[]): boolean {
  let hasMoved = false;
  for (let a = 0; a < points.length; a++)
    for (let b = a + 1; b < points.length; b++) {
      const dx = points[b]!.x - points[a]!.x || 0.01;
      const dy = points[b]!.y - points[a]!.y;
      const length = Math.hypot(dx, dy);
      const overlap = radii[a]! + radii[b]! + NODE_SPACING - length;
      if (overlap <= 0) continue;
      hasMoved = true;
      addForce(points, b, a, dx / length, dy / length, overlap / 2);
    }
  return hasMoved;
}
