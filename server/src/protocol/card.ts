export type CardLine =
  | { readonly kind: 'title'; readonly text: string; readonly note?: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  /** Our own rules page. The address does not come from a file, so it needs no check. */
  | { readonly kind: 'page'; readonly label: string; readonly url: string };
