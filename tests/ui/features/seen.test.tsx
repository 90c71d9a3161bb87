import { act, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { readSentences } from '../../../.ci/checkCatalogues.ts';
import type { AccessLine, AccessView, OpenCase } from '../../../src/application/application.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { DeviceId, EnvelopeHash } from '../../../src/core/shared/ids.ts';
import { chooseLanguage } from '../../../src/ui/i18n/catalogue.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { DEVICES, DOCUMENTS, MEMBERS, withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

let count = 0;
const line = (time: string, change: Partial<AccessLine>): AccessLine => ({
  id: `regel-${count++}` as EnvelopeHash,
  at: Date.parse(`${time}:00+02:00`),
  member: MEMBERS.rachida,
  name: 'Rachida Amrani',
  organisation: 'Wijkteam Noord',
  role: 'professional',
  me: false,
  what: 'opened',
  doc: DOCUMENTS.plan,
  kind: 'plan',
  device: DEVICES.tablet,
  ...change,
});

/** The example family, on the device of its mother. */
async function showMother(change: Partial<AccessView>, prepare?: (open: OpenCase) => Promise<void>) {
  const test = await withFakeCircle({ exampleFamily: true });
  const { caseId } = test.fake.view.get();
  const open = valueOf(await test.application.openCase(caseId));
  const { people, me } = open.view.get();
  const mother = people.find(({ name }) => name === 'Ewa')!;
  valueOf(
    await open.change(
      { type: 'set', entity: mother.id, field: 'member', value: me!.member },
      { type: 'set', entity: me!.id, field: 'member', value: '' },
    ),
  );
  await prepare?.(open);
  test.fake.access.set({ ...test.fake.access.get(), ...change });
  return renderApp({ test, path: `/cases/${caseId}/access` });
}
const sentencesOf = (day: string) =>
  within(screen.getByRole('region', { name: day }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

afterEach(() => act(() => chooseLanguage('nl')));

describe('Wie heeft gekeken? for a family', () => {
  it('says per day and person what was done, once, with the newest day first', async () => {
    const { user } = await showMother({
      lines: [
        line('2026-09-23T16:00', { member: MEMBERS.me, name: 'Ewa', me: true }),
        line('2026-09-23T15:00', { what: 'exported' }),
        line('2026-09-23T14:00', {}),
        line('2026-09-23T09:00', {}),
        line('2026-09-22T09:00', { member: null, name: '', organisation: '', what: 'printed' }),
        ...[1, 2, 3, 4, 5, 6].map((day) => line(`2026-09-0${7 - day}T09:00`, {})),
      ],
    });
    await screen.findByRole('heading', { level: 1, name: 'Wie heeft gekeken?' });
    await screen.findByRole('region', { name: 'woensdag 23 september 2026' });
    expect(sentencesOf('woensdag 23 september 2026')).toEqual([
      'Rachida Amrani (Wijkteam Noord) heeft een kopie gemaakt.',
      'Rachida Amrani (Wijkteam Noord) heeft gekeken.',
      'U heeft zelf ook gekeken.',
    ]);
    expect(sentencesOf('dinsdag 22 september 2026')).toEqual(['Iemand heeft iets afgedrukt.']);
    expect(screen.getAllByRole('region')[0]).toHaveAccessibleName('woensdag 23 september 2026');
    expect(screen.queryByRole('region', { name: 'dinsdag 1 september 2026' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Toon eerdere dagen' }));
    expect(screen.getByRole('region', { name: 'dinsdag 1 september 2026' })).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('names whom the family brought by what they are in the language of who reads, not in that of who wrote it', async () => {
    await showMother({ lines: [line('2026-09-23T09:00', { name: 'Farida' })] }, async (open) => {
      const until = '2026-12-31' as CivilDate;
      const asked = { what: 'interpreter', name: 'Farida', why: '', meeting: null, phone: '', person: null, until } as const;
      const [companion] = valueOf(await open.change({ type: 'proposeCompanion', ...asked })).added;
      const confirmed = { companion: companion!, person: null, name: 'Farida', relation: 'tolk van Ewa', until };
      const [person] = valueOf(await open.change({ type: 'confirmCompanion', ...confirmed })).added;
      valueOf(await open.change({ type: 'set', entity: person!, field: 'member', value: MEMBERS.rachida }));
    });
    await screen.findByText('Farida (tolk) heeft gekeken.');
    await act(() => chooseLanguage('tr'));
    expect(
      await screen.findByText(new RegExp(`Farida.*${readSentences('tr', 'terms')['terms.companion.what.interpreter']}`)),
    ).toBeVisible();
  });

  it('says in plain words what is missing, and whom to ask', async () => {
    await showMother({
      lines: [line('2026-09-23T09:00', {})],
      alarms: [
        { type: 'LinesMissing', device: DEVICES.tablet, member: MEMBERS.rachida, count: 2 },
        { type: 'DeviceSilent', device: 'onbekend' as DeviceId, member: null },
      ],
    });
    expect(await screen.findByText('Er ontbreekt iets in deze lijst')).toBeVisible();
    expect(screen.getByText('U ziet niet alles wat Rachida Amrani deed. Vraag de regisseur hoe dat komt.')).toBeVisible();
    expect(screen.getByText('Het is een apparaat van Iemand. Vraag de regisseur hoe dat komt.')).toBeVisible();
  });

  it('is wholly in the language of the family', async () => {
    await act(() => chooseLanguage('tr'));
    await showMother({ lines: [line('2026-09-23T09:00', {})] });
    const title = readSentences('tr', 'rights')['rights.seen.title']!;
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeVisible();
    expect(document.documentElement.lang).toBe('tr');
    expect(screen.getByText('Rachida Amrani – Wijkteam Noord baktı.')).toBeVisible();
  });
});
