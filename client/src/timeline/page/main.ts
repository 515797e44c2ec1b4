/** What the web view shows. */
export {};
