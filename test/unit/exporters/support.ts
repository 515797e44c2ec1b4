/** What tests of exporters share: one casebook with everything that an export meets, and one way to export it. */
import { runSync } from '../../../server/src/base/memo/steps.ts';
import type { ExportedBrief, ExportOptions } from '../../../server/src/exporters/engine/exporter.ts';
import { readReviewText } from '../../../server/src/exporters/engine/reviewText.ts';
import { loadExporter } from '../../../server/src/exporters/index.ts';
import { DEFAULT_CHECK_SETTINGS } from '../../../server/src/rules/engine/settings.ts';
import { lostSources } from '../../../server/src/rules/run/lostSources.ts';
import { checkBrief } from '../../../server/src/rules/run/runRules.ts';
import type { WorkspaceStore } from '../../../server/src/workspace/index/workspaceStore.ts';
import { parseFixture, workspaceOf } from '../support/fixture.ts';

/** A brief with each form of citation, sources and names that its readers may not know, and sources that are lost. */
export const HARBOR = `--- harbor.brief
---
title: Strike in the harbor
date: 2024-03-10
publication: Coast Weekly
author: Ida Holm
tlp: GREEN
---

## Summary

We judge with **moderate confidence** that the strike will *very likely* spread (Tide, March 4).

## The strike

The [Harbor Board](org:board) met on Monday (Tide, March 4; Quay Post, March 5). Its chair left early (, March 6). Nobody was
told why [see @tide-2024-03-04, p. 2]. A guard saw the list [@secret-1], and so did the paper (Closed Letter, March 7).

- The cranes stood still.[^a]
- *Grey Hand* claimed the fire ([a video](https://video.example/watch?v=1), March 8).

<!-- brief-ignore missing-source: seen by the author -->
The gate was open at noon (, March 9).

The ferry sailed (Unknown Gazette, March 9). Fares rose by 5 % [1 < 2].

[^a]: [Tide](src:tide-2024-03-05), with a second look at p. 4.
--- entities.yaml
entities:
  - { id: board, type: org, name: Harbor Board, aliases: [the board], description: Runs the quays. }
  - { id: hand, type: group, name: Grey Hand, stix: intrusion-set, tlp: AMBER }
  - { id: tide, type: media, name: Tide, reliability: B, domains: [tide.example] }
  - { id: quay, type: media, name: Quay Post }
--- sources.yaml
references:
  - id: tide-2024-03-04
    type: article-newspaper
    title: Cranes & “quays” stand still
    author: [{ family: Vega, given: Ana de la }, { literal: Harbor Desk }]
    container-title: Tide
    issued: 2024-03-04
    accessed: 2024-03-05
    URL: https://tide.example/2024/cranes?a=1&b=2
    language: en
    custom: { credibility: 2, archive: "https://archive.example/1", sha256: ${'ab'.repeat(32)} }
  - id: tide-2024-03-05
    type: article-newspaper
    title: "{Night} on the pier: 100 % dark"
    container-title: Tide
    issued: 2024-03-05
    note: our own copy is in the safe
  - { id: quay-2024-03-05, type: webpage, title: "=SUM(A1) costs", container-title: Quay Post, issued: 2024-03-05 }
  - { id: secret-1, type: report, title: The list, container-title: Closed Letter, issued: 2024-03-06, custom: { tlp: RED } }
  - { id: secret-2, type: report, title: The list again, container-title: Closed Letter, issued: 2024-03-07, custom: { tlp: RED } }
`;

/** The briefs of a fixture, as the command line hands them to exporters. */
export function briefsOf(fixture: string): ExportedBrief[] {
  const { files } = parseFixture(fixture);
  const workspace = workspaceOf({ files });
  const read = async (uri: string) => files.find((file) => file.uri === uri)?.text;
  return files.flatMap(({ name, uri }) => exportedBrief(workspace, uri, name, read) ?? []);
}

/** A brief with any text, without registries. */
export function briefOfText(text: string): ExportedBrief {
  const uri = 'file:///main.brief';
  return exportedBrief(workspaceOf({ files: [{ name: 'main.brief', uri, text, marks: [] }] }), uri, 'main.brief')!;
}

function exportedBrief(
  workspace: WorkspaceStore,
  uri: string,
  file: string,
  read: (uri: string) => Promise<string | undefined> = async () => undefined,
): ExportedBrief | undefined {
  const settings = DEFAULT_CHECK_SETTINGS;
  const brief = workspace.brief(uri);
  const scope = workspace.scopeOf(uri);
  return (
    brief && {
      uri,
      file,
      name: file.replace(/\.brief$/, ''),
      brief,
      scope,
      workspace,
      settings,
      lost: lostSources(workspace.factsOf(uri)!, scope, settings),
      findings: () => checkBrief(uri, brief, scope, settings),
      review: () => readReviewText(uri, read),
    }
  );
}

/** The files of an export by their suffix, as bytes; and what it leaves out. */
export async function exportBytes(
  format: string,
  fixture: string | readonly ExportedBrief[],
  options: ExportOptions = {},
) {
  const exporter = await loadExporter(format);
  const briefs = typeof fixture === 'string' ? briefsOf(fixture) : fixture;
  const { files, leftOut } = await exporter!.write({ briefs, run: async (steps) => runSync(steps), options });
  return { files: new Map(files.map(({ suffix, content }) => [suffix, content])), leftOut };
}

/** As `exportBytes`, for formats that are text. */
export async function exportText(
  format: string,
  fixture: string | readonly ExportedBrief[],
  options: ExportOptions = {},
) {
  const { files, leftOut } = await exportBytes(format, fixture, options);
  const text = (content: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  return { files: new Map([...files].map(([suffix, content]) => [suffix, text(content)])), leftOut };
}

/** The only file of an export that is text. */
export async function exportOne(format: string, fixture: string, options: ExportOptions = {}): Promise<string> {
  const [first, ...others] = (await exportText(format, fixture, options)).files.values();
  if (first === undefined || others.length > 0) throw new Error(`${others.length + 1} files, not one`);
  return first;
}
