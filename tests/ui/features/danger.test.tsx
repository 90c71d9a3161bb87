import { act, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { readSentences } from '../../../.ci/checkCatalogues.ts';
import { chooseLanguage } from '../../../src/ui/i18n/catalogue.ts';
import { createTestApplication } from '../../support/createTestApplication.ts';
import { exampleFor } from '../../support/exampleFor.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

const path = '/danger';
const numbers = ['112', '0800-2000', '0800-0432'];
const calls = () => screen.getAllByRole('link', { name: /\d{3}/ }).map((link) => link.getAttribute('href'));
const meldcode = () => screen.queryByText('De meldcode in vijf stappen');

afterEach(async () => act(() => chooseLanguage('nl')));

describe('what to do in danger', () => {
  it.each(['Ewa', 'Milan'])('tells %s of the family whom to call, and nothing of the reporting code', async (name) => {
    const { test } = await exampleFor(name);
    await renderApp({ test, path });
    await screen.findByRole('heading', { level: 1, name: 'Direct gevaar' });
    expect(calls()).toEqual(numbers.map((number) => `tel:${number.replace('-', '')}`));
    expect(screen.queryByText(/Praat met het gezin|Schrijf dit niet in het plan/)).toBeNull();
    expect(meldcode()).toBeNull();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('tells a professional the reporting code too', async () => {
    await renderApp({ test: await createTestApplication({ exampleFamily: true }), path });
    expect(await screen.findByRole('heading', { level: 2, name: 'De meldcode in vijf stappen' })).toBeVisible();
  });

  it('folds the reporting code away while nobody knows who looks, and leaves it out in a language of families', async () => {
    await renderApp({ path });
    expect(await screen.findByText('Voor wie met gezinnen werkt')).toBeVisible();
    expect(meldcode()).not.toBeVisible();
    await act(() => chooseLanguage('tr'));
    await screen.findByRole('heading', { level: 1, name: readSentences('tr', 'danger')['danger.title']! });
    expect(meldcode()).toBeNull();
    expect(calls()).toHaveLength(3);
  });
});
