/** What the rows of the outline are, told by their symbol kinds, whose names LSP and VS Code share. */
export const ROW_KINDS = {
  section: 'String',
  citation: 'Constant',
  missing: 'Event',
  notes: 'Array',
  entity: 'Interface',
  note: 'Null',
} as const;

export type RowKind = keyof typeof ROW_KINDS;

/** The rows that can be hidden together. */
export const ROW_GROUPS = {
  entities: ['entity'],
  citations: ['citation', 'missing', 'notes'],
} as const satisfies Record<string, readonly RowKind[]>;

export type RowGroup = keyof typeof ROW_GROUPS;
