import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { HistoryEntry, OpenCase } from '../../../src/application/application.ts';
import type { CaseView } from '../../../src/core/plan/caseView.ts';
import type { EntityId, MemberId } from '../../../src/core/shared/ids.ts';
import { ApplicationProvider, OpenCaseProvider } from '../../../src/ui/components/applicationContext.tsx';
import { chooseLargeText } from '../../../src/ui/components/largeText.ts';
import { ChangedCard } from '../../../src/ui/features/myPlan/changed/ChangedCard.tsx';
import { changesSince } from '../../../src/ui/features/myPlan/changed/changesSince.ts';
import { lastTime } from '../../../src/ui/features/myPlan/changed/lastTime.ts';
import { loadTexts } from '../../../src/ui/i18n/catalogue.ts';
import { TextsProvider } from '../../../src/ui/i18n/TextsProvider.tsx';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { exampleFor } from '../../support/exampleFor.ts';
import type { FakeClock } from '../../support/fakeClock.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

const COLLEAGUE = 'collega' as MemberId;
const ME = 'ik' as MemberId;

const entry = (entity: string, field: string, change: HistoryEntry['change'], at: number, author = COLLEAGUE): HistoryEntry => ({
  id: null,
  at,
  author,
  entity: `${entity}.collega.een` as EntityId,
  field,
  change,
  value: null,
});

describe('what changed since a moment', () => {
  const told = (...history: readonly HistoryEntry[]) =>
    changesSince(history, 100, ME).map(({ entity, what, change }) => [entity.split('.')[0], what, change]);

  it('tells each thing once, by how it ended', () => {
    expect(
      told(
        entry('agreement', 'deleted', 'removed', 140),
        entry('goal', 'level0', 'changed', 130),
        entry('goal', 'about:sam', 'changed', 125),
        entry('action', 'due', 'changed', 120),
        entry('action', 'what', 'added', 110),
      ),
    ).toEqual([
      ['agreement', 'agreement', 'removed'],
      ['goal', 'goal', 'changed'],
      ['action', 'action', 'added'],
    ]);
  });

  it('leaves out what is older, mine, refused, or no change to those who agreed', () => {
    expect(
      told(
        entry('goal', 'order', 'changed', 140),
        entry('conference', 'stepsDone:welcome', 'changed', 140),
        entry('goal', 'statement', 'refused', 130),
        entry('goal', 'statement', 'changed', 120, ME),
        entry('concern', 'text', 'added', 120),
        entry('goal', 'statement', 'changed', 100),
        entry('agreement', 'text', 'changed', 101),
      ),
    ).toEqual([['agreement', 'agreement', 'changed']]);
  });

  it('says nothing of what came and went meanwhile', () => {
    expect(told(entry('role', 'deleted', 'removed', 140), entry('role', 'name', 'added', 130))).toEqual([]);
  });
});

/** The example family's plan on the device of its mother, in which a colleague wrote everything but what is hers. */
async function openCard(): Promise<{ readonly open: OpenCase; readonly clock: FakeClock; readonly show: () => void }> {
  const { test, open } = await exampleFor('Ewa');
  await open.whole();
  const byColleague = { ...open, history: async () => (await open.history()).map((one) => ({ ...one, author: COLLEAGUE })) };
  const show = () => {
    render(
      <ApplicationProvider application={test.application}>
        <TextsProvider>
          <OpenCaseProvider openCase={byColleague}>
            <ChangedCard />
          </OpenCaseProvider>
        </TextsProvider>
      </ApplicationProvider>,
    );
  };
  await loadTexts(['myPlan', 'shell', 'terms']);
  return { open, clock: test.clock, show };
}

describe('the card', () => {
  it('is looked up when it is asked, and says what others did since my answer', async () => {
    const { open, clock, show } = await openCard();
    const me = open.view.get().me!;
    const say = { type: 'answerPlan', by: me.id, reply: 'agreed', view: '', recordedBy: null, via: 'own', conference: null } as const;
    valueOf(await open.change(say));
    clock.advance(60_000);
    valueOf(await open.change({ type: 'add', kind: 'agreement', fields: { text: 'Wij bellen op vrijdag' } }));
    show();
    const card = within(screen.getByRole('region', { name: 'Wat is er veranderd?' }));
    expect(card.getByText(/^Sinds uw antwoord op/)).toBeVisible();
    expect(card.queryByText('Nieuwe afspraak')).toBeNull();
    await userEvent.click(card.getByRole('button', { name: 'Laat zien' }));
    expect(await card.findByText('Nieuwe afspraak')).toBeVisible();
    expect(card.getByText('Wij bellen op vrijdag').closest('[translate]')).toHaveAttribute('translate', 'no');
  });
});

describe('the last time', () => {
  const me = { id: 'ewa' };
  const answer = { by: 'ewa', reply: 'notAgreed', at: 100 };
  const met = [{ endedAt: 200 }];
  const since = (answers: readonly object[], conferences: readonly object[]) =>
    lastTime({ me, answers, conferences, evaluations: [] } as unknown as CaseView);

  it('is my own answer, also when we met after it: what changed in between I did not answer', () => {
    expect(since([answer], met)).toEqual({ of: 'answer', at: 100 });
  });

  it('is the last meeting for who did not answer yet, and none before that', () => {
    expect(since([], met)).toEqual({ of: 'meeting', at: 200 });
    expect(since([{ ...answer, by: 'jan' }], met)).toEqual({ of: 'meeting', at: 200 });
    expect(since([], [])).toBeNull();
  });
});

describe('larger letters', () => {
  afterEach(() => chooseLargeText(false));

  it('are there on every screen of this device once chosen, and gone when chosen again', async () => {
    const { test, caseId } = await exampleFor('Ewa');
    const { user, goTo } = await renderApp({ test, path: `/cases/${caseId}` });
    const root = document.documentElement;
    await user.click(await screen.findByRole('button', { name: 'Grotere letters' }));
    expect(root.style.fontSize).toBe('130%');
    expect(await findAxeViolations()).toEqual([]);
    await goTo('/help');
    expect(root.style.fontSize).toBe('130%');
    await goTo(`/cases/${caseId}`);
    await user.click(await screen.findByRole('button', { name: 'Gewone letters' }));
    expect(root.style.fontSize).toBe('');
  });
});
