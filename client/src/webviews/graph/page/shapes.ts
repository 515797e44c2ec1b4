/** The shape and color of each type. Either alone identifies it. */
import * as l10n from '@vscode/l10n';

/** How a type is drawn. Points are between -1 and 1; without points it is a circle. */
export interface TypeAppearance {
  readonly label: string;
  /** The theme color, and a fallback for themes without it. */
  readonly color: readonly [name: string, fallback: string];
  readonly points?: readonly number[];
}

/** A regular polygon, or a star if `innerRadius` is given. */
function polygon(corners: number, rotation = -90, innerRadius?: number): number[] {
  const count = innerRadius === undefined ? corners : 2 * corners;
  return Array.from({ length: count }, (_, index) => {
    const angle = ((rotation + (360 * index) / count) * Math.PI) / 180;
    const radius = innerRadius !== undefined && index % 2 === 1 ? innerRadius : 1;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  }).flat();
}

/** By built-in type; `''` is for all others. */
export const TYPE_APPEARANCES: Readonly<Record<string, TypeAppearance>> = {
  person: { label: l10n.t('Person'), color: ['charts-blue', '#1a85ff'] },
  org: {
    label: l10n.t('Organization'),
    color: ['charts-orange', '#d18616'],
    points: [-0.85, -0.85, 0.85, -0.85, 0.85, 0.85, -0.85, 0.85],
  },
  group: { label: l10n.t('Group'), color: ['charts-red', '#e51400'], points: polygon(6, 0) },
  place: { label: l10n.t('Place'), color: ['charts-green', '#388a34'], points: polygon(4) },
  weapon: { label: l10n.t('Weapon'), color: ['charts-purple', '#652d90'], points: polygon(3) },
  media: {
    label: l10n.t('Outlet'),
    color: ['charts-yellow', '#bf8803'],
    points: [-1, -0.6, 0.5, -0.6, 1, 0, 0.5, 0.6, -1, 0.6],
  },
  doc: {
    label: l10n.t('Document'),
    color: ['terminal-ansiCyan', '#0598bc'],
    points: [-0.65, -1, 0.3, -1, 0.65, -0.6, 0.65, 1, -0.65, 1],
  },
  event: { label: l10n.t('Event'), color: ['terminal-ansiMagenta', '#bc05bc'], points: polygon(5, -90, 0.5) },
  '': {
    label: l10n.t('Other'),
    color: ['descriptionForeground', '#717171'],
    points: [
      -0.35, -1, 0.35, -1, 0.35, -0.35, 1, -0.35, 1, 0.35, 0.35, 0.35, 0.35, 1, -0.35, 1, -0.35, 0.35, -1, 0.35, -1,
      -0.35, -0.35, -0.35,
    ],
  },
};

export function appearanceOf(builtIn: string): TypeAppearance {
  return TYPE_APPEARANCES[builtIn] ?? TYPE_APPEARANCES['']!;
}

/** The points of a shape around a center, in SVG syntax. */
export function svgPoints(points: readonly number[], x: number, y: number, radius: number): string {
  const corners: string[] = [];
  for (let at = 0; at < points.length; at += 2)
    corners.push(`${roundToTenth(x + points[at]! * radius)},${roundToTenth(y + points[at + 1]! * radius)}`);
  return corners.join(' ');
}

export function roundToTenth(number: number): number {
  return Math.round(number * 10) / 10;
}
