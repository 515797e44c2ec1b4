/**
 * Draws the labels under the nodes. cytoscape's labels scale with the zoom and overlap; these keep their size and are
 * skipped if they do not fit. They are on a canvas above cytoscape's.
 */
import { labelLines, leftOfLabel, topOfLabel } from './label';
import type { GraphColors } from './look';
import type { DrawnNode } from './svg';

export interface Viewport {
  readonly width: number;
  readonly height: number;
  /** Offset that is added after scaling. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const FONT_SIZE = 12;
const LINE_HEIGHT = FONT_SIZE + 2;

/** Draws up to `maxNames` labels in the given order, whole and inside the view; those that would overlap an earlier one are skipped. */
export function drawNames(
  context: CanvasRenderingContext2D,
  nodes: readonly DrawnNode[],
  view: Viewport,
  { foreground, background }: GraphColors,
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
    const lines = labelLines(label);
    const width = Math.max(...lines.map((line) => context.measureText(line).width)) + 4;
    const left = leftOfLabel(middle, width, view.width);
    const top = topOfLabel(center, radius * view.scale, lines.length * LINE_HEIGHT, view.height);
    const box = { left, right: left + width, top, bottom: top + lines.length * LINE_HEIGHT };
    const isFree = occupied.every(
      (other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
    );
    if (!isFree) continue;
    occupied.push(box);
    for (const [index, line] of lines.entries()) {
      const at = [left + width / 2, top + index * LINE_HEIGHT] as const;
      context.strokeText(line, ...at);
      context.fillText(line, ...at);
    }
  }
}
