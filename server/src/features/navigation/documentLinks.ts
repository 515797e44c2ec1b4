import * as l10n from '@vscode/l10n';
import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import type { Located, Span } from '../../base/text/span.ts';
import { parseWebAddress, wikidataUrl } from '../../base/text/webAddress.ts';
import type { Registry } from '../../syntax/ast.ts';
import { frontMatterRegistryOf } from '../../syntax/brief/brief.ts';
import { type Feature, toRange } from '../feature.ts';

export interface Link {
  readonly span: Span;
  readonly url: string;
  /** Says what the link opens. */
  readonly label: string;
}

/** The web addresses of the entries: reports, archived copies, Wikidata items. Only `http` and `https`. */
export function findLinks({ entities, sources }: Registry): Link[] {
  const links: Link[] = [];
  const add = (field: Located<string> | undefined, label: string, toUrl = (text: string) => text) => {
    const url = field && parseWebAddress(toUrl(field.value));
    if (url) links.push({ span: field.span, url, label });
  };
  for (const { wikidata } of entities) add(wikidata, l10n.t('Open in Wikidata'), wikidataUrl);
  for (const { url, archive } of sources) {
    add(url, l10n.t('Open the report'));
    add(archive, l10n.t('Open the archived copy'));
  }
  return links;
}

/** Registries and front matter only; editors handle Markdown links in prose. */
export const linksFeature: Feature<DocumentLinkParams, DocumentLink[]> = {
  method: 'textDocument/documentLink',
  capability: () => ({ documentLinkProvider: {} }),
  answer({ textDocument }, { open, client }) {
    const file = open(textDocument.uri);
    const registry = file?.kind === 'brief' ? frontMatterRegistryOf(file.value) : file?.value;
    const supportsTooltip = client.textDocument?.documentLink?.tooltipSupport === true;
    return (
      file &&
      registry &&
      findLinks(registry).map(({ span, url, label }) => ({
        range: toRange(file.document, span),
        target: url,
        ...(supportsTooltip && { tooltip: label }),
      }))
    );
  },
};
