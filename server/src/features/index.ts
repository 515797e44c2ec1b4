/** All features. A new one is one line here; capabilities and request handlers follow from the list. */
import { codeActionsFeature } from './codeActions.ts';
import { codeLensFeature, codeLensResolveFeature } from './codeLens.ts';
import { completionFeature, completionResolveFeature } from './completion/feature.ts';
import { definitionFeature } from './definition.ts';
import { diagnosticsFeature } from './diagnostics.ts';
import { executeCommandFeature } from './executeCommand.ts';
import type { Feature } from './feature.ts';
import { foldingFeature } from './folding.ts';
import { formattingFeature, rangeFormattingFeature } from './formatting.ts';
import { highlightFeature } from './highlight.ts';
import { hoverFeature } from './hover.ts';
import { inlayHintsFeature } from './inlayHints.ts';
import { linksFeature } from './links.ts';
import { outlineFeature } from './outline.ts';
import { exportFeature, previewCardFeature, previewFeature, withoutTagsFeature } from './preview.ts';
import { referencesFeature } from './references.ts';
import { prepareRenameFeature, renameFeature } from './rename.ts';
import { selectionFeature } from './selection.ts';
import { symbolsFeature } from './symbols.ts';
import { fullTokensFeature, rangeTokensFeature, tokenDeltaFeature } from './tokenRequests.ts';
import { VIEW_FEATURES } from './views/index.ts';

export const FEATURES: readonly Feature[] = [
  diagnosticsFeature,
  hoverFeature,
  outlineFeature,
  fullTokensFeature,
  tokenDeltaFeature,
  rangeTokensFeature,
  codeActionsFeature,
  formattingFeature,
  rangeFormattingFeature,
  executeCommandFeature,
  codeLensFeature,
  codeLensResolveFeature,
  completionFeature,
  completionResolveFeature,
  inlayHintsFeature,
  foldingFeature,
  selectionFeature,
  definitionFeature,
  referencesFeature,
  highlightFeature,
  symbolsFeature,
  linksFeature,
  prepareRenameFeature,
  renameFeature,
  previewFeature,
  previewCardFeature,
  exportFeature,
  withoutTagsFeature,
  ...VIEW_FEATURES,
];
