/** Titles of sections, and labels at the start of a paragraph. */

import { phrases, words } from '../../../../base/text/phrases.ts';

/** Before a title. */
export const titleArticles = words`the`;

/** Sections that sum up, judge or look ahead; their sources are cited elsewhere. `{rest}` is the rest of the title. */
export const summarySections = phrases`
  about{rest}
  abstract
  analysis
  (analyst|analyst's) (comment|comments)
  assessment
  assessments
  background
  bluf
  bottom line (up front)?
  comment
  comments
  conclusion
  conclusions
  considerations (for congress)?
  endnotes
  executive summary
  footnotes
  forecast
  glossary
  implications
  indicators
  introduction
  issues for congress
  key (assessments|findings|judgements|judgments|points|takeaways)
  methodology
  notes
  outlook
  overview
  recommendations
  references
  scenarios
  scope note
  source
  sources
  summary
  takeaways
  what to watch`;

/** The same as labels: "Outlook: …", "**Summary.** …". */
export const summaryLabels = phrases`
  (analyst|analyst's) comment
  assessment
  background
  bluf
  bottom line
  comment
  conclusion
  key (finding|findings|judgement|judgements|judgment|judgments|point|points|takeaway|takeaways)
  outlook
  overview
  summary`;

/** Parts of the titles of summaries whose acronyms the text below spells out again. */
export const acronymSummaries = phrases`
  abstract
  bluf
  bottom line
  key (findings|judgements|judgments|points|takeaways)
  overview
  summary`;

/** Labels of captions and notes. */
export const captionLabels = words`chart figure image map note notes photo source sources table`;

/** Labels of lines of notes and credits, in which acronyms are not looked for. */
export const asideLabels = words`credit credits note notes photo source sources`;

/** Labels of sources within a paragraph. */
export const sourceLabels = words`source sources`;
