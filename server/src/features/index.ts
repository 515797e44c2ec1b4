/**
 * All features. A new one is one line here; capabilities and request handlers are derived from the list. Requests whose
 * answers depend on previous answers to the client are in `lsp/publisher.ts`.
 */

import { codeLensFeature, codeLensResolveFeature } from './annotations/codeLens.ts';
import { inlayHintsFeature } from './annotations/inlayHints.ts';
import { assistantToolFeature } from './assistants/assistantTool.ts';
import { codeActionsFeature } from './codeActions/codeActions.ts';
import { formattingFeature, rangeFormattingFeature } from './codeActions/formatting.ts';
import { codeActionResolveFeature } from './codeActions/lateProof.ts';
import { executeCommandFeature } from './commands/executeCommand.ts';
import { sourceChangesFeature } from './comparison/sourceChanges.ts';
import { completionFeature, completionResolveFeature } from './completion/feature.ts';
import type { Feature } from './feature.ts';
import { hoverFeature } from './hover/hover.ts';
import { importFeature, pasteFeature } from './import/import.ts';
import { definitionFeature } from './navigation/definition.ts';
import { linksFeature } from './navigation/documentLinks.ts';
import { highlightFeature } from './navigation/highlight.ts';
import { referencesFeature } from './navigation/references.ts';
import { symbolsFeature } from './navigation/workspaceSymbols.ts';
import { outlineFeature } from './outline/outline.ts';
import {
  exportFeature,
  exportFormatsFeature,
  previewCardFeature,
  previewFeature,
  withoutTagsFeature,
} from './preview/preview.ts';
import { signoffSheetFeature } from './preview/signoffSheet.ts';
import { prepareRenameFeature, renameFeature } from './rename/rename.ts';
import { reviewFeature } from './review/review.ts';
import { rangeTokensFeature } from './semanticTokens/tokenEncoding.ts';
import { foldingFeature } from './structure/folding.ts';
import { selectionFeature } from './structure/selection.ts';
import { VIEW_FEATURES } from './views/index.ts';

export const FEATURES: readonly Feature[] = [
  hoverFeature,
  outlineFeature,
  rangeTokensFeature,
  codeActionsFeature,
  codeActionResolveFeature,
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
  signoffSheetFeature,
  reviewFeature,
  exportFormatsFeature,
  exportFeature,
  withoutTagsFeature,
  sourceChangesFeature,
  assistantToolFeature,
  importFeature,
  pasteFeature,
  ...VIEW_FEATURES,
];
