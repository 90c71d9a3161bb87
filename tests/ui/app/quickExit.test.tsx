import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { leaveQuickly, type Page } from '../../../src/ui/app/leaveQuickly.ts';
import { chooseDiscreet } from '../../../src/ui/components/discreet.ts';
import { createTestApplication } from '../../support/createTestApplication.ts';
import { exampleFor } from '../../support/exampleFor.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

vi.mock('../../../src/ui/app/leaveQuickly.ts', () => ({ leaveQuickly: vi.fn(async () => {}) }));

const real = await vi.importActual<typeof import('../../../src/ui/app/leaveQuickly.ts')>('../../../src/ui/app/leaveQuickly.ts');

/** A window that writes down what happens to it. */
function createPage() {
  const done: string[] = [];
  let later = (): void => {};
  let shown = (): void => {};
  const page: Page = {
    document: {
      title: 'Ons plan',
      documentElement: {
        get hidden(): boolean | string {
          return false;
        },
        set hidden(is: boolean | string) {
          done.push(is ? 'empty' : 'visible');
        },
      },
    },
    location: { replace: (to) => done.push(`replace ${String(to)}`), reload: () => done.push('reload') },
    addEventListener: (_, listener) => (shown = listener),
    setTimeout: (callback) => (later = () => callback(undefined)),
  };
  return { page, done, later: () => later(), comeBack: () => shown() };
}

async function showTo(name: string | null, path = '/device') {
  const { test } = name === null ? { test: await createTestApplication({ exampleFamily: true }) } : await exampleFor(name);
  return await renderApp({ test, path });
}

afterEach(() => {
  chooseDiscreet(null);
  vi.mocked(leaveQuickly).mockClear();
});

describe('leaving quickly', () => {
  it('empties the screen in the same breath, locks, and puts a neutral page in the place of this one', async () => {
    const { page, done, comeBack } = createPage();
    const left = real.leaveQuickly({ lock: async () => void done.push('locked') }, page);
    expect(done).toEqual(['empty', 'locked']);
    expect(page.document.title).toBe('');
    await left;
    expect(done).toEqual(['empty', 'locked', 'replace /notities.html']);
    comeBack();
    expect(done.at(-1)).toBe('reload');
  });

  it('does not wait for a disk that does not answer, nor for a lock that fails', async () => {
    const slow = createPage();
    const left = real.leaveQuickly({ lock: () => new Promise(() => {}) }, slow.page);
    slow.later();
    await left;
    expect(slow.done).toEqual(['empty', 'replace /notities.html']);
    const broken = createPage();
    await real.leaveQuickly({ lock: () => Promise.reject(new Error('no disk')) }, broken.page);
    expect(broken.done).toEqual(['empty', 'replace /notities.html']);
  });

  it('is in reach of a family on every screen, by one tap or by Escape three times quickly', async () => {
    const { user } = await showTo('Ewa', '/cases');
    await user.click(await screen.findByRole('button', { name: 'Snel weg' }));
    expect(leaveQuickly).toHaveBeenCalledTimes(1);
    await user.keyboard('{Escape}{Escape}a{Escape}');
    expect(leaveQuickly).toHaveBeenCalledTimes(1);
    await user.keyboard('{Escape}{Escape}');
    expect(leaveQuickly).toHaveBeenCalledTimes(2);
    fireEvent.keyDown(document.body, { key: 'a' });
    for (let held = 0; held < 5; held++) fireEvent.keyDown(document.body, { key: 'Escape', repeat: true });
    expect(leaveQuickly).toHaveBeenCalledTimes(2);
    expect(await findAxeViolations()).toEqual([]);
  });

  it('is not there for a professional', async () => {
    await showTo(null);
    expect(await screen.findByRole('heading', { level: 1, name: 'Dit apparaat' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Snel weg' })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Mag niemand dit zien?' })).toBeNull();
  });
});

describe('a neutral tab', () => {
  it('is chosen on the device, holds on every screen, and ends when it is chosen no longer', async () => {
    const icon = document.head.appendChild(Object.assign(document.createElement('link'), { rel: 'icon', href: '/icon.svg' }));
    const { user, goTo } = await showTo('Ewa', '/device#discreet');
    expect(await screen.findByRole('heading', { name: 'Mag niemand dit zien?' })).toHaveFocus();
    await waitFor(() => expect(document.title).toBe('Dit apparaat · Knooppunt'));
    const tick = await screen.findByRole('checkbox', { name: 'Noem het tabblad Notities, met een ander plaatje' });
    expect(screen.getByText(/staat in de geschiedenis van de browser/)).toBeVisible();
    await user.click(tick);
    expect(document.title).toBe('Notities');
    expect(icon).toHaveAttribute('href', '/notities.svg');
    await goTo('/actions');
    await screen.findByRole('heading', { level: 1, name: 'Mijn acties' });
    expect(document.title).toBe('Notities');
    await goTo('/device');
    await user.click(await screen.findByRole('checkbox', { name: /^Noem het tabblad/ }));
    expect(document.title).toBe('Dit apparaat · Knooppunt');
    expect(icon).toHaveAttribute('href', '/icon.svg');
    icon.remove();
  });
});
