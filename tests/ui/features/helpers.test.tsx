import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OpenCase } from '../../../src/application/application.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { createTestApplication } from '../../support/createTestApplication.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

/** The example family, on the device of one of them. */
async function showHelpersTo(name: string) {
  const test = await createTestApplication({ exampleFamily: true });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const open: OpenCase = valueOf(await test.application.openCase(caseId));
  const { people, me } = open.view.get();
  const helpers = [
    { kind: 'confidant', name: 'Jos Bakker', phone: '010 - 123 45 67', mail: 'jos@hulp.example', checkedOn: '2026-09-01' as CivilDate },
  ] as const;
  valueOf(
    await open.change(
      { type: 'setHelpers', helpers },
      { type: 'set', entity: people.find((person) => person.name === name)!.id, field: 'member', value: me!.member },
      { type: 'set', entity: me!.id, field: 'member', value: '' },
    ),
  );
  const app = await renderApp({ test, path: `/cases/${caseId}` });
  await app.user.click(await screen.findByRole('link', { name: /^(Wie helpt mij\?|Nog meer mensen die helpen)$/ }));
  await screen.findByRole('heading', { level: 1, name: 'Wie helpt mij?' });
  return app;
}

const titles = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
const card = (name: string) => within(screen.getByRole('region', { name }));

describe('who helps a family', () => {
  it('is one tap away for a parent, each with what they do and how to reach them', async () => {
    await showHelpersTo('Ewa');
    expect(titles()).toEqual([
      'Ouder- en jeugdsteunpunt',
      'Cliëntondersteuner',
      'Onderwijsconsulent',
      'Vertrouwenspersoon',
      'Een klacht',
      'De Kindertelefoon',
    ]);
    const confidant = card('Vertrouwenspersoon');
    expect(confidant.getByText('Jos Bakker')).toBeVisible();
    expect(confidant.getByRole('link', { name: 'Bel 010 - 123 45 67' })).toHaveAttribute('href', 'tel:0101234567');
    expect(confidant.getByRole('link', { name: 'Mail jos@hulp.example' })).toHaveAttribute('href', 'mailto:jos@hulp.example');
    expect(confidant.getByText('Nagekeken op 1 september 2026.')).toBeVisible();
    expect(card('De Kindertelefoon').getByText(/^Dit nummer geldt in heel Nederland\. Bron: .+, nagekeken op /)).toBeVisible();
    expect(card('Een klacht').getByText('Dit nummer staat hier nog niet. Vraag het aan Anouk Visser.')).toBeVisible();
    expect(card('Een klacht').queryByRole('link')).toBeNull();
    expect(screen.getByRole('link', { name: 'Bel 112' })).toHaveAttribute('href', 'tel:112');
    expect(await findAxeViolations()).toEqual([]);
  });

  it('begins with the Kindertelefoon for a pupil, and says "je"', async () => {
    const { user } = await showHelpersTo('Milan');
    expect(titles()[0]).toBe('De Kindertelefoon');
    expect(card('De Kindertelefoon').getByRole('link', { name: 'Bel 0800-0432' })).toHaveAttribute('href', 'tel:08000432');
    expect(card('Een klacht').getByText(/Hier kun je zeggen/)).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Terug' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Mijn plan' })).toBeVisible();
  });
});
