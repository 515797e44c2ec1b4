import { actionsAt } from '../../../server/src/features/codeActions/codeActions.ts';
import { applyChangesTo, createScene } from './actions.ts';
import { type FixtureOptions, findingsByFile, parseFixture } from './fixture.ts';

/** The first fix of the first finding of a rule: its title (`*` before a preferred one) and the file after it. */
export async function firstFix(fixture: string, code: string, options: FixtureOptions = {}): Promise<string[]> {
  const { files } = parseFixture(fixture, options);
  const found = findingsByFile(files, options);
  const index = found.findIndex((findings) => findings.some((finding) => finding.code === code));
  const finding = found[index]?.find((one) => one.code === code);
  if (!finding) return ['no finding'];
  const scene = await createScene(fixture, options);
  const { uri } = files[index]!;
  const [fix] = actionsAt(scene.open(uri), finding.span, ['quickfix'], scene.targets, scene.context);
  if (!fix?.changes || fix.title.startsWith('Ignore')) return ['no fix'];
  return [`${fix.isPreferred ? '* ' : ''}${fix.title}`, applyChangesTo(scene, fix.changes).get(uri)!];
}
