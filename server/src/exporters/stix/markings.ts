/**
 * The marking definitions of TLP 2.0, with the ids that OASIS gave them.
 * https://github.com/oasis-open/cti-stix-common-objects/tree/main/extension-definition-specifications/tlp-2.0
 */

import { TLP_LABELS, type Tlp } from '../../syntax/ast.ts';
import type { StixObject } from './object.ts';

const EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
const IDS: Readonly<Record<Tlp, string>> = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

/** The reference to a label; nothing without one. */
export function markedAs(tlp: Tlp | undefined): { readonly object_marking_refs?: readonly string[] } {
  return tlp ? { object_marking_refs: [IDS[tlp]] } : {};
}

/** The definitions of the labels that the objects refer to. */
export function markingDefinitions(objects: readonly StixObject[]): StixObject[] {
  const used = new Set(objects.flatMap(({ object_marking_refs: refs }) => (Array.isArray(refs) ? refs : [])));
  return TLP_LABELS.filter((label) => used.has(IDS[label])).map((label) => ({
    type: 'marking-definition',
    spec_version: '2.1',
    id: IDS[label],
    created: '2022-10-01T00:00:00.000Z',
    name: `TLP:${label}`,
    extensions: { [EXTENSION]: { extension_type: 'property-extension', tlp_2_0: label.toLowerCase() } },
  }));
}
