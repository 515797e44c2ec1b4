/** Where the entities stand in the picture. Pure, and the same every time. */

export interface Point {
  x: number;
  y: number;
}

interface Line {
  readonly a: number;
  readonly b: number;
  readonly count: number;
}

/** Up to so many are pulled together by what they have in common; more stand by rank, the first in the middle. */
export const MOST_PULLED = 500;
const GAP = 52;
const LENGTH = 95;
const STEPS = 260;
const ROOM = 26;
const UNTANGLING = 30;

/** The places of so many entities, of which `radii` are the sizes. */
export function layOut(radii: readonly number[], lines: readonly Line[]): Point[] {
  const points = radii.map((_, index) => sunflower(index));
  if (points.length > MOST_PULLED) return points;
  pull(points, lines);
  for (let turn = 0; turn < UNTANGLING; turn++) if (!pushApart(points, radii)) break;
  return points;
}

/** From the middle outwards, evenly spread. */
function sunflower(index: number): Point {
  const far = GAP * Math.sqrt(index);
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  return { x: far * Math.cos(angle), y: far * Math.sin(angle) };
}

/** Lines are springs, all push each other away, and the middle attracts; in ever smaller steps. */
function pull(points: Point[], lines: readonly Line[]): void {
  const moves = points.map(() => ({ x: 0, y: 0 }));
  for (let step = 0; step < STEPS; step++) {
    for (const [index, move] of moves.entries()) {
      move.x = -points[index]!.x * 0.35;
      move.y = -points[index]!.y * 0.35;
    }
    for (let a = 0; a < points.length; a++)
      for (let b = a + 1; b < points.length; b++) {
        const dx = points[a]!.x - points[b]!.x || 0.01;
        const dy = points[a]!.y - points[b]!.y;
        push(moves, a, b, dx, dy, (LENGTH * LENGTH) / (dx * dx + dy * dy + 1));
      }
    for (const { a, b, count } of lines) {
      const dx = points[a]!.x - points[b]!.x;
      const dy = points[a]!.y - points[b]!.y;
      push(moves, a, b, dx, dy, (-Math.hypot(dx, dy) / LENGTH) * Math.min(0.2 + 0.1 * count, 0.6));
    }
    const farthest = 40 * (1 - step / STEPS) + 0.5;
    for (const [index, { x, y }] of moves.entries()) {
      const length = Math.hypot(x, y) || 1;
      const part = Math.min(length, farthest) / length;
      points[index]!.x += x * part;
      points[index]!.y += y * part;
    }
  }
}

function push(moves: Point[], a: number, b: number, dx: number, dy: number, force: number): void {
  moves[a]!.x += dx * force;
  moves[a]!.y += dy * force;
  moves[b]!.x -= dx * force;
  moves[b]!.y -= dy * force;
}

/** Moves apart what lies on top of each other; answers whether anything did. */
function pushApart(points: Point[], radii: readonly number[]): boolean {
  let any = false;
  for (let a = 0; a < points.length; a++)
    for (let b = a + 1; b < points.length; b++) {
      const dx = points[b]!.x - points[a]!.x || 0.01;
      const dy = points[b]!.y - points[a]!.y;
      const length = Math.hypot(dx, dy);
      const lacking = radii[a]! + radii[b]! + ROOM - length;
      if (lacking <= 0) continue;
      any = true;
      push(points, b, a, dx / length, dy / length, lacking / 2);
    }
  return any;
}
