/** Shape and colour of every type: either alone tells them apart. */
import * as l10n from '@vscode/l10n';

/** How a type is drawn; without points it is a circle. The points of a shape lie between -1 and 1. */
export interface Kind {
  readonly words: string;
  /** The colour of the theme, and another where the theme has none. */
  readonly colour: readonly [name: string, other: string];
  readonly points?: readonly number[];
}

/** A polygon of equal sides, or a star when `inner` is less than 1. */
function polygon(corners: number, turn = -90, inner?: number): number[] {
  const count = inner === undefined ? corners : 2 * corners;
  return Array.from({ length: count }, (_, index) => {
    const angle = ((turn + (360 * index) / count) * Math.PI) / 180;
    const far = inner !== undefined && index % 2 === 1 ? inner : 1;
    return [Math.cos(angle) * far, Math.sin(angle) * far];
  }).flat();
}

/** By built-in type; `''` for all others. */
export const KINDS: Readonly<Record<string, Kind>> = {
  person: { words: l10n.t('Person'), colour: ['charts-blue', '#1a85ff'] },
  org: {
    words: l10n.t('Organization'),
    colour: ['charts-orange', '#d18616'],
    points: [-0.85, -0.85, 0.85, -0.85, 0.85, 0.85, -0.85, 0.85],
  },
  group: { words: l10n.t('Group'), colour: ['charts-red', '#e51400'], points: polygon(6, 0) },
  place: { words: l10n.t('Place'), colour: ['charts-green', '#388a34'], points: polygon(4) },
  weapon: { words: l10n.t('Weapon'), colour: ['charts-purple', '#652d90'], points: polygon(3) },
  media: {
    words: l10n.t('Outlet'),
    colour: ['charts-yellow', '#bf8803'],
    points: [-1, -0.6, 0.5, -0.6, 1, 0, 0.5, 0.6, -1, 0.6],
  },
  doc: {
    words: l10n.t('Document'),
    colour: ['terminal-ansiCyan', '#0598bc'],
    points: [-0.65, -1, 0.3, -1, 0.65, -0.6, 0.65, 1, -0.65, 1],
  },
  event: { words: l10n.t('Event'), colour: ['terminal-ansiMagenta', '#bc05bc'], points: polygon(5, -90, 0.5) },
  '': {
    words: l10n.t('Other'),
    colour: ['descriptionForeground', '#717171'],
    points: [
      -0.35, -1, 0.35, -1, 0.35, -0.35, 1, -0.35, 1, 0.35, 0.35, 0.35, 0.35, 1, -0.35, 1, -0.35, 0.35, -1, 0.35, -1,
      -0.35, -0.35, -0.35,
    ],
  },
};

/** How that type is drawn. */
export function kindOf(builtIn: string): Kind {
  return KINDS[builtIn] ?? KINDS['']!;
}

/** The points of a shape around a place, as SVG has them. */
export function pointsAround(points: readonly number[], x: number, y: number, radius: number): string {
  const corners: string[] = [];
  for (let at = 0; at < points.length; at += 2)
    corners.push(`${round(x + points[at]! * radius)},${round(y + points[at + 1]! * radius)}`);
  return corners.join(' ');
}

/** With one decimal. */
export function round(number: number): number {
  return Math.round(number * 10) / 10;
}
