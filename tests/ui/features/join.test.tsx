import { act, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JoinState } from '../../../src/application/application.ts';
import type { CaseId } from '../../../src/core/shared/ids.ts';
import { followLinks } from '../../../src/ui/app/followLinks.ts';
import { forgetLink, openedLink, takeLink } from '../../../src/ui/components/openedLink.ts';
import { createTestApplication, createTestDevice, PASSPHRASE } from '../../support/createTestApplication.ts';
import { withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

afterEach(() => {
  forgetLink();
  history.replaceState(null, '', '/');
});

/** As a browser that was given this address. */
function open(fragment: string): void {
  history.replaceState(null, '', `/cases${fragment}`);
  takeLink(window);
}

async function setup(fragment: string, options: Parameters<typeof withFakeCircle>[0] = { unlocked: true }) {
  const test = await withFakeCircle(options);
  if (fragment) open(fragment);
  const app = await renderApp({ test, path: '/join' });
  return { ...app, fake: test.fake };
}

describe('an invitation that is opened', () => {
  it('is out of the address bar before anything is shown, and in no title', async () => {
    open('#uitnodiging=zeergeheim');
    expect(location.href).not.toContain('geheim');
    expect(location.pathname).toBe('/join');
    expect(JSON.stringify(history.state)).not.toContain('geheim');
    await renderApp({ test: await withFakeCircle(), path: '/join' });
    await screen.findByRole('button', { name: 'Meedoen' });
    expect(document.title).not.toContain('geheim');
    expect(document.body.innerHTML).not.toContain('geheim');
  });

  it('leaves other fragments alone', () => {
    history.replaceState(null, '', '/cases/x#actions');
    expect(takeLink(window)).toBe(false);
    expect(location.hash).toBe('#actions');
  });

  it('is taken out too while the app is open, before the router reads it', () => {
    const seen: string[] = [];
    const went: unknown[] = [];
    followLinks(window, () => {
      window.addEventListener('popstate', () => seen.push(location.href));
      return { navigate: (async (to: unknown) => void went.push(to)) as never };
    });
    history.replaceState(null, '', '/cases#uitnodiging=laatgeheim');
    window.dispatchEvent(new PopStateEvent('popstate'));
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    expect(seen).toHaveLength(1);
    expect(seen[0]).not.toContain('geheim');
    expect(went).toEqual(['/join']);
    expect(openedLink.get()?.link).toBe('#uitnodiging=laatgeheim');
  });

  it('explains what happens and joins only after yes', async () => {
    const { user, fake } = await setup('#uitnodiging=geheim');
    expect(await screen.findByRole('heading', { level: 1, name: 'Een uitnodiging voor een plan' })).toBeVisible();
    expect(screen.getByText('De ander ziet de naam die hieronder komt.')).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    expect(fake.asked).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Meedoen' }));
    expect(fake.asked).toEqual([{ verb: 'join', values: ['#uitnodiging=geheim'] }]);
  });

  it('sets up an empty device with few questions, and goes on by itself', async () => {
    const { user, fake, application } = await setup('#uitnodiging=geheim', {});
    await user.click(await screen.findByRole('button', { name: 'Meedoen' }));
    expect(screen.getByText('Er klopt iets niet').closest('div')).toHaveTextContent(/Vul een naam in.*Kies gezin of professional/);
    // What opens the app depends on who it is: not asked before that is known.
    expect(screen.queryByLabelText(/^Kies een (code|wachtzin)/)).not.toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Kasia');
    await user.click(screen.getByRole('radio', { name: 'Gezin of bekende van het gezin' }));
    expect(screen.queryByRole('combobox', { name: 'Je vak' })).not.toBeInTheDocument();
    const code = screen.getByLabelText('Kies een code van 6 cijfers of meer');
    expect(code).toHaveAttribute('inputmode', 'numeric');
    expect(screen.getByText(/Wie dit toestel heeft en de code raadt, leest het plan\./)).toBeVisible();
    for (const [wrong, told] of [
      ['49381', 'Kies minstens 6 cijfers, zonder letters.'],
      ['4938ab', 'Kies minstens 6 cijfers, zonder letters.'],
      ['123456', 'Deze code is te makkelijk te raden. Kies een andere.'],
      ['121212', 'Deze code is te makkelijk te raden. Kies een andere.'],
    ]) {
      await user.clear(code);
      await user.type(code, wrong!);
      await user.click(screen.getByRole('button', { name: 'Meedoen' }));
      expect(screen.getAllByText(told!)[0]).toBeVisible();
    }
    expect(fake.asked).toEqual([]);
    await user.clear(code);
    await user.type(code, '493817');
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Meedoen' }));
    const menu = within(await screen.findByRole('navigation', { name: 'Hoofdmenu' }));
    // A family's from the beginning, also while the plan is still to come.
    expect(menu.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Mijn plan', 'Hulp', 'Dit apparaat', 'Direct gevaar']);
    await user.click(menu.getByRole('link', { name: 'Mijn plan' }));
    expect(await screen.findByText('Hier staat nog geen plan. Met een uitnodiging komt het binnen.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Ik heb een uitnodiging' })).toHaveAttribute('href', '/join');
    expect(application.device.get()).toMatchObject({ type: 'unlocked', profile: { name: 'Kasia', discipline: '', organisation: '' } });
    expect(application.storage.get().secret).toBe('pin');
    expect(fake.asked).toEqual([{ verb: 'join', values: ['#uitnodiging=geheim'] }]);
  });

  it('takes words of a family that would rather have those, and on a device of more people always', async () => {
    const { user, application } = await setup('#uitnodiging=geheim', {});
    await user.type(await screen.findByRole('textbox', { name: 'Naam' }), 'Kasia');
    await user.click(screen.getByRole('radio', { name: 'Gezin of bekende van het gezin' }));
    await user.click(screen.getByRole('checkbox', { name: 'Dit is een gedeelde laptop' }));
    expect(screen.queryByLabelText(/^Kies een code/)).not.toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Dit is een gedeelde laptop' }));
    await user.click(screen.getByRole('button', { name: 'Liever een wachtzin' }));
    expect(screen.getByRole('button', { name: 'Liever een code van cijfers' })).toBeVisible();
    await user.type(screen.getByLabelText('Kies een wachtzin'), 'vier woorden die blijven');
    await user.click(screen.getByRole('button', { name: 'Meedoen' }));
    await screen.findByRole('navigation', { name: 'Hoofdmenu' });
    expect(application.storage.get().secret).toBe('passphrase');
  });

  it('asks a colleague for their profession', async () => {
    const { user, application } = await setup('#uitnodiging=collega', {});
    await user.type(await screen.findByRole('textbox', { name: 'Naam' }), 'Bram Kuiper');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Je vak' }), 'Leerkracht');
    await user.type(screen.getByLabelText('Kies een wachtzin'), 'vier woorden die blijven');
    await user.click(screen.getByRole('button', { name: 'Meedoen' }));
    await screen.findByRole('navigation', { name: 'Hoofdmenu' });
    expect(application.device.get()).toMatchObject({ profile: { name: 'Bram Kuiper', discipline: 'teacher' } });
  });

  it('has a locked device unlocked first', async () => {
    const device = createTestDevice();
    (await createTestApplication({ device, unlocked: true })).close();
    const { user } = await setup('#uitnodiging=geheim', { device });
    expect(await screen.findByText('Er is een uitnodiging geopend')).toBeVisible();
    await user.type(screen.getByLabelText('Wachtzin'), PASSPHRASE);
    await user.click(screen.getByRole('button', { name: 'Ontgrendelen' }));
    expect(await screen.findByRole('button', { name: 'Meedoen' })).toBeVisible();
  });

  it('waits while somebody is trying out', async () => {
    const { user, application, goTo } = await setup('', {});
    await user.click(await screen.findByRole('button', { name: 'Terug' }));
    await user.click(await screen.findByRole('button', { name: 'Eerst uitproberen' }));
    await screen.findByText('Voorbeeld: verzonnen gezin');
    expect(application.device.get()).toMatchObject({ trial: true });
    open('#uitnodiging=geheim');
    await goTo('/join');
    await user.click(await screen.findByRole('button', { name: 'Stoppen met het voorbeeld' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Een uitnodiging voor een plan' })).toBeVisible();
  });
});

describe('what cannot be read', () => {
  it.each([
    ['#uitnodiging=', 'Deze link is niet heel', /Kopieer de hele link nog eens/],
    ['#uitnodiging=nieuwer', 'Deze uitnodiging komt uit een nieuwere versie', /Laad Knooppunt opnieuw/],
  ])('says so, and what to do: %s', async (fragment, title, next) => {
    await setup(fragment);
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeVisible();
    expect(screen.getByText(next)).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Plak de link van de uitnodiging' })).toBeVisible();
  });

  it('can be pasted on a laptop', async () => {
    const { user } = await setup('');
    await user.click(await screen.findByRole('button', { name: 'Link gebruiken' }));
    expect(screen.getByText('Plak eerst de link.')).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Plak de link van de uitnodiging' }), 'https://kp.example/#uitnodiging=toestel');
    await user.click(screen.getByRole('button', { name: 'Link gebruiken' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Dit apparaat erbij' })).toBeVisible();
  });
});

describe('where joining stands', () => {
  const caseId = 'casus' as CaseId;
  const inviter = { name: 'Anouk Visser', organisation: 'De Regenboog' };
  const states: readonly (readonly [JoinState, RegExp, RegExp])[] = [
    [{ type: 'kept', use: 'case' }, /De scan is bewaard, en gaat vanzelf verder/, /Knooppunt mag dicht/],
    [{ type: 'waiting', use: 'case', inviter, digits: null }, /Wacht op Anouk Visser \(De Regenboog\)/, /Die zegt nu ja/],
    [{ type: 'waiting', use: 'device', inviter, digits: null }, /Wacht op het andere apparaat/, /Die zegt nu ja/],
    [{ type: 'in', use: 'case', caseId: null }, /Gelukt/, /Het plan komt zo binnen/],
    [{ type: 'in', use: 'case', caseId }, /Gelukt/, /Naar het plan/],
    [{ type: 'in', use: 'organisation', caseId: null }, /Je hoort bij de organisatie/, /Naar het begin/],
    [{ type: 'in', use: 'device', caseId: null }, /Dit apparaat hoort erbij/, /Naar het begin/],
    [{ type: 'refused' }, /Niet binnengelaten/, /Bel wie de uitnodiging gaf/],
    [{ type: 'expired' }, /Deze uitnodiging is verlopen/, /Vraag een nieuwe/],
    [{ type: 'used' }, /al gebruikt of gestopt/, /vraag een nieuwe/],
    [{ type: 'deviceInUse' }, /werkt al iemand/, /leeg apparaat/],
    [{ type: 'unreadable', problem: 'WrongKind' }, /geen uitnodiging/, /Vraag wie uitnodigde/],
    [{ type: 'failed', error: { type: 'ServerDiffers' } }, /Meedoen lukte nog niet/, /De server vertelt iets anders/],
  ];

  it('has a sentence and a next step for every state', async () => {
    const { fake } = await setup('');
    for (const [state, sentence, next] of states) {
      act(() => fake.joining.set(state));
      expect((await screen.findAllByText(sentence)).length).toBeGreaterThan(0);
      expect(screen.getAllByText(next).length).toBeGreaterThan(0);
    }
    expect(await findAxeViolations()).toEqual([]);
  });

  it('gives the digits in groups to read out, and lets somebody stop', async () => {
    const { user, fake } = await setup('');
    act(() => fake.joining.set({ type: 'waiting', use: 'case', inviter, digits: '1234 5678 9012 3456 7890 1234' }));
    const digits = within(await screen.findByRole('list', { name: 'Cijfers om te vergelijken' }));
    expect(digits.getAllByRole('listitem')).toHaveLength(6);
    await user.click(screen.getByRole('button', { name: 'Stoppen met deze uitnodiging' }));
    expect(fake.asked).toEqual([{ verb: 'forgetJoining', values: [] }]);
    expect(await screen.findByRole('heading', { level: 1, name: 'Een uitnodiging gekregen?' })).toBeVisible();
  });
});
