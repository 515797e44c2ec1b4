import { checkCompletion } from './support.ts';

const inConfig = { file: '.briefmark.yaml' };
const levels = ['error', 'warning', 'information', 'hint', 'off'];

checkCompletion('settings', '|', {
  ...inConfig,
  labels: ['profile', 'rules', 'exclude', 'tradecraft', 'style'],
  becomes: 'profile: ',
});
checkCompletion(
  'settings that are not there',
  'profile: release\n|\nrules:\n  missing-source: off\nstyle: { dates: any }\n',
  {
    ...inConfig,
    labels: ['exclude', 'tradecraft'],
  },
);
checkCompletion('a setting that is begun', 'pro|', { ...inConfig, labels: ['profile'] });
checkCompletion('groups go on below', 'ru|', { ...inConfig, becomes: 'rules:' });
checkCompletion('profiles', 'profile: |', { ...inConfig, labels: ['draft', 'release'], becomes: 'profile: draft' });
checkCompletion('settings of a group', 'style:\n  |', {
  ...inConfig,
  labels: ['dates', 'citationOrder'],
  becomes: '  dates: ',
});
checkCompletion('in braces', 'tradecraft: { scale: PHIA, | }', {
  ...inConfig,
  labels: ['publications'],
  becomes: 'tradecraft: { scale: PHIA, publications:  }',
});
checkCompletion('rules', 'rules:\n  unknown-source: off\n\n  missing-s|\n', {
  ...inConfig,
  labels: ['missing-source'],
  becomes: '  missing-source: ',
});
checkCompletion('rules that are not there', 'rules:\n  missing-source: off\n  missing-s|\n  unknown-source: off\n', {
  ...inConfig,
  labels: [],
});
checkCompletion('severities', 'rules:\n  missing-source: |\n', {
  ...inConfig,
  labels: levels,
  becomes: '  missing-source: error',
});
checkCompletion('severities of a profile', 'rules: { missing-source: { draft: hint, release: |} }', {
  ...inConfig,
  labels: levels,
  becomes: 'rules: { missing-source: { draft: hint, release: error} }',
});
checkCompletion('the profiles of a rule', 'rules:\n  missing-source:\n    draft: hint\n    |\n', {
  ...inConfig,
  labels: ['release'],
});
checkCompletion('dates', 'style:\n  dates: 5 S|\n', { ...inConfig, becomes: '  dates: 5 September' });
checkCompletion('scales, inside quotation marks', 'tradecraft: { scale: "P|" }', {
  ...inConfig,
  labels: ['PHIA'],
  becomes: 'tradecraft: { scale: "PHIA" }',
});
checkCompletion('nothing in lists', 'exclude:\n  - |\n', { ...inConfig, labels: [] });
checkCompletion('nothing in comments', '# pro|', { ...inConfig, labels: [] });
checkCompletion('nothing where nothing is known', 'colour: |', { ...inConfig, labels: [] });
