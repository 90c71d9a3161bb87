import type { OpenCase } from '../../src/application/application.ts';
import { createTestApplication } from './createTestApplication.ts';
import { valueOf } from './cryptoFixtures.ts';

/** The example family, on the device of one of them. */
export async function exampleFor(name: string) {
  const test = await createTestApplication({ exampleFamily: true });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const open: OpenCase = valueOf(await test.application.openCase(caseId));
  const { people, me } = open.view.get();
  const reader = people.find((person) => person.name === name)!;
  valueOf(
    await open.change(
      { type: 'set', entity: reader.id, field: 'member', value: me!.member },
      { type: 'set', entity: me!.id, field: 'member', value: '' },
    ),
  );
  return { test, caseId, open, reader };
}
