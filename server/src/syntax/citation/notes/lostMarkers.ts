import type { Marker } from '../../ast.ts';
import { numberOf } from './noteLabels.ts';

/** Fewer numbers without a list are no lost notes. */
const MIN_LOST_MARKERS = 3;

/** The markers of a brief without any note, if they are markers: at least three that count from 1, half of them behind stops. */
export function lostMarkers(markers: readonly Marker[], unbound: readonly Marker[]): Marker[] {
  const carets = markers.filter(({ candidate, lost }) => candidate.form === 'caret' && lost.length > 0);
  if (carets.length > 1) return carets;
  const numbers = unbound.filter(
    ({ candidate: { form, isAttached } }) => (form === 'bracket' || form === 'superscript') && isAttached,
  );
  let last = 0;
  const counting = numbers.filter(({ candidate }) => {
    const number = numberOf(candidate.labels[0]!, 'arabic');
    if (number === undefined || number < last || (last === 0 && number !== 1)) return false;
    last = number;
    return true;
  });
  const behindStops = counting.filter(({ candidate }) => candidate.isBehindStop);
  return counting.length >= MIN_LOST_MARKERS && behindStops.length * 2 >= counting.length ? counting : [];
}
