import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetLink, rememberLink } from '../../../src/ui/components/openedLink.ts';
import { withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

function give(name: 'standalone' | 'maxTouchPoints' | 'mediaDevices', value: unknown): void {
  Object.defineProperty(navigator, name, { value, configurable: true });
}

afterEach(() => {
  forgetLink();
  for (const name of ['standalone', 'maxTouchPoints', 'mediaDevices']) Reflect.deleteProperty(navigator, name);
});

async function begin(link: string | null) {
  const test = await withFakeCircle({});
  if (link) rememberLink(link);
  return await renderApp({ test, path: '/join' });
}

describe('an iPhone', () => {
  it('has the app put on the home screen first, with the link to take along', async () => {
    give('standalone', false);
    give('maxTouchPoints', 5);
    const { user } = await begin('#uitnodiging=meenemen');
    expect(await screen.findByRole('heading', { level: 1, name: 'Zet eerst de app op het beginscherm' })).toBeVisible();
    expect(screen.getByText('Open Knooppunt op het beginscherm. Kies ‘Ik heb een uitnodiging’.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'De link' })).toHaveValue(`${location.origin}/#uitnodiging=meenemen`);
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Link kopiëren' }));
    expect(await screen.findByText('De link is gekopieerd.')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe(`${location.origin}/#uitnodiging=meenemen`);
    await user.click(screen.getByRole('button', { name: 'Toch hier verder' }));
    expect(await screen.findByRole('textbox', { name: 'Naam' })).toBeVisible();
  });

  it.each([
    ['an app on its home screen', true, 5],
    ['another computer', undefined, 0],
    ['a computer that also knows apps', false, 0],
  ])('is not %s', async (_, standalone, touchPoints) => {
    give('standalone', standalone);
    give('maxTouchPoints', touchPoints);
    await begin('#uitnodiging=hier');
    expect(await screen.findByRole('textbox', { name: 'Naam' })).toBeVisible();
    expect(screen.queryByText('Zet eerst de app op het beginscherm')).toBeNull();
  });
});

describe('the camera', () => {
  // Pictures are drawn on a canvas, which jsdom has not.
  beforeEach(() => void vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({} as never));
  afterEach(() => vi.restoreAllMocks());

  const refused = (name: string) => ({ getUserMedia: vi.fn(async () => Promise.reject(new DOMException('no', name))) });

  it.each([
    ['NotAllowedError', /Sta de camera toe in de browser/],
    ['NotFoundError', /geen camera die werkt/],
    ['NotReadableError', /geen camera die werkt/],
  ])('that cannot be used says so, and leaves the link: %s', async (name, sentence) => {
    give('mediaDevices', refused(name));
    const { user } = await begin(null);
    await user.click(await screen.findByRole('button', { name: 'Code scannen' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
    expect(screen.getByRole('textbox', { name: 'Plak de link van de uitnodiging' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Code scannen' })).toBeVisible();
  });

  it('goes off when somebody stops, also while it was still coming on', async () => {
    const track = { stop: vi.fn() };
    let on = (_stream: unknown) => {};
    const coming = new Promise((resolve) => (on = resolve));
    give('mediaDevices', { getUserMedia: async () => coming });
    const { user } = await begin(null);
    await user.click(await screen.findByRole('button', { name: 'Code scannen' }));
    expect(screen.getByText('De camera gaat aan…')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Stoppen met scannen' }));
    on({ getTracks: () => [track] });
    await waitFor(() => expect(track.stop).toHaveBeenCalledOnce());
  });

  it('is not offered where there is none to ask', async () => {
    await begin(null);
    expect(await screen.findByRole('textbox', { name: 'Plak de link van de uitnodiging' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Code scannen' })).toBeNull();
  });
});
