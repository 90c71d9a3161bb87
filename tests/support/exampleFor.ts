import type { OpenCase } from '../../src/application/application.ts';
import { createTestApplication, type TestApplication } from './createTestApplication.ts';
import { valueOf } from './cryptoFixtures.ts';
import { until } from './until.ts';

/** The example family, on the device of one of them; of a child with another birth date, or with none ('') when asked. */
export async function exampleFor(name: string, birthDate?: string) {
  const test = await createTestApplication({ exampleFamily: true });
  return { test, ...(await becomeOf(test, name, birthDate)) };
}

/** The same for a device that a test made otherwise, with the example family on it. */
export async function becomeOf(test: TestApplication, name: string, birthDate?: string) {
  const { caseId } = test.application.caseload.get().cases[0]!;
  const open: OpenCase = valueOf(await test.application.openCase(caseId));
  const { people, me } = open.view.get();
  const reader = people.find((person) => person.name === name)!;
  const born = { type: 'set', entity: reader.id, field: 'birthDate', value: birthDate || null } as const;
  valueOf(
    await open.change(
      { type: 'set', entity: reader.id, field: 'member', value: me!.member },
      { type: 'set', entity: me!.id, field: 'member', value: '' },
      ...(birthDate === undefined ? [] : [born]),
    ),
  );
  // The list, which says whose app it is, follows just behind what was saved.
  await until(() => test.application.caseload.get().cases[0]!.amFamily === (reader.part !== 'professional'));
  return { caseId, open, reader };
}
