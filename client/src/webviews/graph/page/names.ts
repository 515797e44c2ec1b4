/**
 * The names under the shapes. Those of cytoscape grow and shrink with the picture and lie over each other; here are those that
 * fit, always of the same size, on a canvas above its own.
 */
import type { GraphColours } from './look';
import type { DrawnNode } from './svg';

export interface Viewport {
  readonly width: number;
  readonly height: number;
  /** What is added to a place after it was scaled. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const FONT_SIZE = 12;

/** Writes names in this order, at most so many, one never over another. */
export function drawNames(
  context: CanvasRenderingContext2D,
  nodes: readonly DrawnNode[],
  view: Viewport,
  { foreground, background }: GraphColours,
  maxNames: number,
): void {
  const occupied: { left: number; right: number; top: number; bottom: number }[] = [];
  context.font = `${FONT_SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = background;
  context.fillStyle = foreground;
  for (const { x, y, radius, label } of nodes) {
    if (occupied.length >= maxNames) return;
    const middle = x * view.scale + view.x;
    const center = y * view.scale + view.y;
    if (middle < 0 || center < 0 || middle > view.width || center > view.height) continue;
    const halfWidth = context.measureText(label).width / 2 + 2;
    const top = center + radius * view.scale + 3;
    const box = { left: middle - halfWidth, right: middle + halfWidth, top, bottom: top + FONT_SIZE + 2 };
    const isFree = occupied.every(
      (other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
    );
    if (!isFree) continue;
    occupied.push(box);
    context.strokeText(label, middle, top);
    context.fillText(label, middle, top);
  }
}
