import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { paths } from '../../../src/ui/components/paths.ts';
import { topicsOfScreen } from '../../../src/ui/features/help/helpTopics.ts';
import { renderApp } from '../../support/renderApp.tsx';

describe('help', () => {
  it('finds a topic by a word from its text, also half typed', async () => {
    const { user } = await renderApp({ unlocked: true, path: '/help' });
    await user.type(await screen.findByRole('searchbox', { name: 'Zoek in de hulp' }), 'parnas');
    const found = within(screen.getByRole('status', { name: 'Gevonden' }));
    await user.click(found.getByRole('link', { name: 'Leerlingen ophalen uit een bestand' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Leerlingen ophalen uit een bestand' })).toBeVisible();
  });

  it('says when nothing is found', async () => {
    const { user } = await renderApp({ unlocked: true, path: '/help' });
    await user.type(await screen.findByRole('searchbox', { name: 'Zoek in de hulp' }), 'zeppelinvaart');
    expect(screen.getByText('Niets gevonden. Probeer een ander woord.')).toBeVisible();
  });

  it('begins with the screen where someone was', async () => {
    const { user } = await renderApp({ unlocked: true, path: '/device' });
    await user.click(await screen.findByRole('link', { name: 'Hulp' }));
    const here = within(await screen.findByRole('region', { name: 'Bij het scherm waar je was' }));
    expect(here.getByRole('link', { name: 'Reservekopie' })).toBeVisible();
  });

  it('has something to say about every screen that is no help itself', () => {
    const { help, papers, danger, ...screens } = paths;
    expect([help, papers, danger].flatMap(topicsOfScreen)).toEqual([]);
    const silent = Object.values(screens).filter((path) => topicsOfScreen(path.replaceAll(/:(\w+)\??/g, '$1')).length === 0);
    expect(silent).toEqual([]);
  });

  it('has a sheet for parents to print', async () => {
    const { user } = await renderApp({ unlocked: true, path: '/help' });
    await user.click(await screen.findByRole('link', { name: 'Uitleg voor ouders' }));
    expect(await screen.findByRole('heading', { name: 'Een plan met u en uw kind' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Afdrukken' })).toBeVisible();
  });
});
