import { SaxesParser } from 'saxes';
import type { SchoolExport, SchoolExportError } from '../../core/plan/schoolExport.ts';
import { err, type Result } from '../../core/shared/result.ts';
import { buildSchoolExport } from './buildSchoolExport.ts';
import { createEdexmlCollector } from './edexmlCollector.ts';
import { decodeInPieces } from './edexmlText.ts';

/*
 * EDEXML 2.x, the national pupil export that ParnasSys and ESIS write. Read on this device only, and all or nothing.
 * Piece by piece, resting in between, so that the screen stays alive with two thousand pupils.
 */

const MAX_MEGABYTES = 20;

/** Deeper than any EDEXML; a file that nests further is made to break readers. */
const MAX_DEPTH = 40;

/** Reads a school's export. `rest` is awaited between pieces. */
export async function readEdexml(file: Blob, rest: () => Promise<void>): Promise<Result<SchoolExport, SchoolExportError>> {
  if (file.size > MAX_MEGABYTES * 1_000_000) return err({ type: 'FileTooLarge', maxMegabytes: MAX_MEGABYTES });
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return err({ type: 'FileUnreadable' });
  const reading = startReading();
  for (const piece of decodeInPieces(new Uint8Array(bytes))) {
    if (!piece.ok) return piece;
    const failure = reading.write(piece.value);
    if (failure) return err(failure);
    await rest();
  }
  return reading.finish();
}

/** One parser at work. The first thing that is wrong counts: what comes after it may be anything. */
function startReading() {
  const parser = new SaxesParser();
  const collector = createEdexmlCollector();
  const path: string[] = [];
  let failure: SchoolExportError | undefined;
  const fail = (error: SchoolExportError) => {
    failure ??= error;
  };

  parser.on('error', () => fail({ type: 'BrokenXml', line: parser.line }));
  parser.on('doctype', () => fail({ type: 'DoctypeNotAllowed' }));
  parser.on('opentag', ({ name, attributes }) => {
    path.push(localName(name));
    if (path[0] !== 'EDEX') fail({ type: 'WrongRoot' });
    if (path.length > MAX_DEPTH) fail({ type: 'BrokenXml', line: parser.line });
    if (!failure) collector.open(path, attributes['key'] ?? '', parser.line);
  });
  parser.on('text', (text) => collector.text(text));
  parser.on('cdata', (text) => collector.text(text));
  parser.on('closetag', () => {
    collector.close(path.length);
    path.pop();
  });

  return {
    write(text: string): SchoolExportError | undefined {
      parser.write(text);
      return failure;
    },
    finish(): Result<SchoolExport, SchoolExportError> {
      parser.close();
      return failure ? err(failure) : buildSchoolExport(collector.pieces);
    },
  };
}

/** Without the namespace's prefix: some programs write one, most do not. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
