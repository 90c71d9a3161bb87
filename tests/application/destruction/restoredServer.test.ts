import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp } from '../../../src/server/backup/backUp.ts';
import { restore } from '../../../src/server/backup/restore.ts';
import { must, planOf, type Teller } from '../../support/exchangeStory.ts';
import { createNeighbourhood, isGreen, letIntoCase, makeCase, type Neighbourhood } from '../../support/neighbours.ts';
import { until } from '../../support/until.ts';
import { bytesOfServer, canariesOf, countIn } from './bytes.ts';

let street: Neighbourhood;
let backups: string;
beforeEach(async () => {
  street = await createNeighbourhood();
  backups = mkdtempSync(join(tmpdir(), 'knooppunt-backups-'));
});
afterEach(async () => {
  await street.end();
  rmSync(backups, { recursive: true, force: true });
});

const isRid = ({ context, device }: Teller): boolean =>
  [...context.session!.documents.values()].every(({ kind }) => kind === 'organisation') && device.caseload.get().cases.length === 0;

it('a backup from before the destruction brings nothing back: devices end it again, also towards one that was away (SPEC 10k)', async () => {
  const { server } = street;
  const [anouk, bram, kasia] = [await street.founder('Anouk Visser'), await street.start('Bram de Groot'), await street.start('Kasia')];
  const caseId = await makeCase(anouk);
  const team = must(await anouk.device.circle.addDocument(caseId, 'team', { reason: 'Wij overleggen over wie betaalt.' }));
  await letIntoCase(anouk, bram, caseId, 'professional', [team]);
  await letIntoCase(anouk, kasia, caseId, 'caregiver');
  await until(() => [anouk, bram, kasia].every(isGreen));
  const plan = planOf(anouk, caseId);
  const canaries = await canariesOf(anouk, [plan, team]);
  const { file } = must(backUp(server.folder, backups, new Date()));
  kasia.network.connected = false;
  kasia.close();
  const reason = { code: 'retention', words: '' } as const;
  must(await anouk.device.destruction.destroy(caseId, { reference: 'RB-1', subject: '', reason, ground: 'school', groundWords: '' }));
  await until(() => isRid(anouk) && isRid(bram) && isGreen(bram));
  await bram.device.forgetLeft();

  await server.restart(() => void must(restore(file, server.folder, new Date())));
  expect(countIn(bytesOfServer(server.folder), canaries)).toBeGreaterThan(5);
  // Only Bram comes by, who leads nothing of it: what a lead signed is enough.
  anouk.close();
  bram.close();
  const again = await street.start('Bram de Groot', { stored: bram.stored });
  await until(() => isGreen(again));
  // What a rearranged page still holds in a gap goes at the next start.
  await server.restart();
  expect(countIn(bytesOfServer(server.folder), canaries)).toBe(0);
  expect(isRid(again)).toBe(true);
  expect(again.device.exchange.get().left).toEqual([]);

  const back = await street.start('Kasia', { stored: kasia.stored });
  await until(() => isRid(back) && back.device.exchange.get().left.length > 0);
  expect(back.device.exchange.get().left).toMatchObject([{ ended: { title: 'Familie de Wit' } }]);
  // Nor does it come back at a later start, or is it told again.
  await until(() => isGreen(back));
  await back.device.forgetLeft();
  back.close();
  const tomorrow = await street.start('Kasia', { stored: back.stored });
  await until(() => isGreen(tomorrow));
  expect(isRid(tomorrow)).toBe(true);
  expect(tomorrow.device.exchange.get().left).toEqual([]);
});
