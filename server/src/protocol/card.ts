export type CardLine =
  | { readonly kind: 'title'; readonly text: string; readonly note?: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  /** A page of ours: its address is no word of any file. */
  | { readonly kind: 'page'; readonly label: string; readonly url: string };
