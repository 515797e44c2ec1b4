/** Public addresses of the standards that rules refer to; a standard that is sold or restricted has none. */
export const STANDARD_URLS = {
  CSL: 'https://docs.citationstyles.org/en/stable/specification.html',
  CSL_JSON: 'https://github.com/citation-style-language/schema',
  FIPS_180_4: 'https://doi.org/10.6028/NIST.FIPS.180-4',
  GPO_STYLE_MANUAL: 'https://www.govinfo.gov/content/pkg/GPO-STYLEMANUAL-2016/pdf/GPO-STYLEMANUAL-2016.pdf',
  ICD_203: 'https://www.dni.gov/files/documents/ICD/ICD-203.pdf',
  ICD_206: 'https://www.dni.gov/files/documents/ICD/ICD-206.pdf',
  ICS_206_01: 'https://www.dni.gov/files/documents/ICD/ICS-206-01.pdf',
  ISO_8601: 'https://www.iso.org/standard/70907.html',
  RFC_3986: 'https://www.rfc-editor.org/rfc/rfc3986',
  TLP: 'https://www.first.org/tlp/',
  UTS_39: 'https://www.unicode.org/reports/tr39/',
} as const;
