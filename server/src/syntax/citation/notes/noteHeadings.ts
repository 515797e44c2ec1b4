/** Headings that announce notes or references. docs/format.md, "Notes". */

const noteHeading =
  /^(?:\d{1,2}[.)]?\s)?(?:(?:end|foot)?notes|references|sources|citations|bibliography|works cited|substantive notes|notes and references|references and notes|list of references|sources and notes|notas|fuentes|referencias|bibliografía|quellen|literatur|anmerkungen|sources et notes|références|примечания|источники)\s*:?$/iu;
const decoration = /^[\s*_#]+|[\s*_#]+$/g;

/** Whether a heading or a line on its own announces notes or references. */
export function isNoteHeading(title: string): boolean {
  return title.length <= 40 && noteHeading.test(title.replace(decoration, ''));
}
