/** Shape and colour of every type: either alone tells them apart. */
import * as l10n from '@vscode/l10n';

/** How a type is drawn; without points it is a circle. The points of a shape lie between -1 and 1. */
export interface TypeAppearance {
  readonly label: string;
  /** The colour of the theme, and another where the theme has none. */
  readonly colour: readonly [name: string, other: string];
  readonly points?: readonly number[];
}

/** A polygon of equal sides, or a star when `inner` is less than 1. */
function polygon(corners: number, rotation = -90, innerRadius?: number): number[] {
  const count = innerRadius === undefined ? corners : 2 * corners;
  return Array.from({ length: count }, (_, index) => {
    const angle = ((rotation + (360 * index) / count) * Math.PI) / 180;
    const radius = innerRadius !== undefined && index % 2 === 1 ? innerRadius : 1;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  }).flat();
}

/** By built-in type; `''` for all others. */
export const TYPE_APPEARANCES: Readonly<Record<string, TypeAppearance>> = {
  person: { label: l10n.t('Person'), colour: ['charts-blue', '#1a85ff'] },
  org: {
    label: l10n.t('Organization'),
    colour: ['charts-orange', '#d18616'],
    points: [-0.85, -0.85, 0.85, -0.85, 0.85, 0.85, -0.85, 0.85],
  },
  group: { label: l10n.t('Group'), colour: ['charts-red', '#e51400'], points: polygon(6, 0) },
  place: { label: l10n.t('Place'), colour: ['charts-green', '#388a34'], points: polygon(4) },
  weapon: { label: l10n.t('Weapon'), colour: ['charts-purple', '#652d90'], points: polygon(3) },
  media: {
    label: l10n.t('Outlet'),
    colour: ['charts-yellow', '#bf8803'],
    points: [-1, -0.6, 0.5, -0.6, 1, 0, 0.5, 0.6, -1, 0.6],
  },
  doc: {
    label: l10n.t('Document'),
    colour: ['terminal-ansiCyan', '#0598bc'],
    points: [-0.65, -1, 0.3, -1, 0.65, -0.6, 0.65, 1, -0.65, 1],
  },
  event: { label: l10n.t('Event'), colour: ['terminal-ansiMagenta', '#bc05bc'], points: polygon(5, -90, 0.5) },
  '': {
    label: l10n.t('Other'),
    colour: ['descriptionForeground', '#717171'],
    points: [
      -0.35, -1, 0.35, -1, 0.35, -0.35, 1, -0.35, 1, 0.35, 0.35, 0.35, 0.35, 1, -0.35, 1, -0.35, 0.35, -1, 0.35, -1,
      -0.35, -0.35, -0.35,
    ],
  },
};

/** How that type is drawn. */
export function appearanceOf(builtIn: string): TypeAppearance {
  return TYPE_APPEARANCES[builtIn] ?? TYPE_APPEARANCES['']!;
}

/** The points of a shape around a place, as SVG has them. */
export function svgPoints(points: readonly number[], x: number, y: number, radius: number): string {
  const corners: string[] = [];
  for (let at = 0; at < points.length; at += 2)
    corners.push(`${roundToTenth(x + points[at]! * radius)},${roundToTenth(y + points[at + 1]! * radius)}`);
  return corners.join(' ');
}

/** With one decimal. */
export function roundToTenth(number: number): number {
  return Math.round(number * 10) / 10;
}
