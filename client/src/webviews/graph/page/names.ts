/**
 * The names under the shapes. Those of cytoscape grow and shrink with the picture and lie over each other; here are those that
 * fit, always of the same size, on a canvas above its own.
 */
import type { Colours } from './look';
import type { DrawnNode } from './svg';

export interface View {
  readonly width: number;
  readonly height: number;
  /** What is added to a place after it was scaled. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const FONT = 12;

/** Writes names in this order, at most so many, one never over another. */
export function writeNames(
  context: CanvasRenderingContext2D,
  nodes: readonly DrawnNode[],
  view: View,
  { ink, paper }: Colours,
  most: number,
): void {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  context.font = `${FONT}px ${getComputedStyle(document.body).fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = paper;
  context.fillStyle = ink;
  for (const { x, y, radius, label } of nodes) {
    if (taken.length >= most) return;
    const middle = x * view.scale + view.x;
    const center = y * view.scale + view.y;
    if (middle < 0 || center < 0 || middle > view.width || center > view.height) continue;
    const half = context.measureText(label).width / 2 + 2;
    const top = center + radius * view.scale + 3;
    const box = { left: middle - half, right: middle + half, top, bottom: top + FONT + 2 };
    const isFree = taken.every(
      (other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
    );
    if (!isFree) continue;
    taken.push(box);
    context.strokeText(label, middle, top);
    context.fillText(label, middle, top);
  }
}
