import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenCase, OpenVoice } from '../../../src/application/application.ts';
import { readStrokes } from '../../../src/core/plan/drawing.ts';
import { preparationId } from '../../../src/core/plan/preparationId.ts';
import type { MemberId } from '../../../src/core/shared/ids.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { createTestApplication } from '../../support/createTestApplication.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

/** The example family, on the device of one of them; the evaluation of today was held, so that the conference comes. */
async function openPlanOf(name: string) {
  const test = await createTestApplication({ exampleFamily: true });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const open: OpenCase = valueOf(await test.application.openCase(caseId));
  await open.whole();
  const { people, me } = open.view.get();
  const reader = people.find((person) => person.name === name)!;
  const set = (entity: typeof reader.id, field: string, value: unknown) => ({ type: 'set', entity, field, value }) as const;
  const [evaluation] = open.view.get().evaluations;
  valueOf(
    await open.change(
      set(evaluation!.id, 'day', '2099-01-01'),
      set(reader.id, 'member', me!.member),
      set(me!.id, 'member', ''),
      set(people.find((person) => person.name === 'Bart')!.id, 'member', 'bart'),
    ),
  );
  const app = await renderApp({ test, path: `/cases/${caseId}` });
  await screen.findByRole('heading', { level: 1, name: /^(Ons|Mijn) plan/ });
  const view = () => open.view.get();
  const personOf = (other: string) => view().people.find((person) => person.name === other)!;
  const voice: OpenVoice = valueOf(await test.application.parts.openVoice(caseId));
  /** What was drafted, read by nobody else. */
  const drafts = () => voice.view.get().preparations;
  const draftPoints = () => voice.view.get().points;
  const meeting = view().conferences.find(({ state }) => state !== 'held')!;
  return { ...app, open, caseId, reader, view, personOf, drafts, draftPoints, meeting };
}
const region = (name: string) => within(screen.getByRole('region', { name }));

describe('preparing a meeting', () => {
  it('is asked as soon as one comes, saved as it is typed, and read by nobody else until it is shared', async () => {
    const { user, view, drafts, reader, meeting, personOf } = await openPlanOf('Ewa');
    await user.click(region('Wat wilt u zeggen in het gesprek?').getByRole('link', { name: 'Voorbereiden' }));
    await screen.findByRole('heading', { level: 1, name: 'Uw gesprek voorbereiden' });
    expect(screen.getByText('Alleen u leest dit')).toBeVisible();
    expect(screen.getByText(/Als u dit deelt, kunnen zij het lezen: Bart/)).toBeVisible();
    expect(drafts()).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Wat gaat er goed?' }), 'Hij bouwt graag');
    await user.type(screen.getByRole('textbox', { name: 'Waar maakt u zich zorgen over?' }), 'De ochtend');
    await user.click(region('Wie moet erbij zijn?').getByRole('checkbox', { name: /Oma Basia/ }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Wie wilt u als regisseur?' }), 'Karim');
    await expect.poll(drafts).toMatchObject([
      {
        by: reader.id,
        via: 'own',
        recordedBy: null,
        conference: meeting.id,
        goesWell: 'Hij bouwt graag',
        worries: 'De ochtend',
        wantsThere: [personOf('Oma Basia').id],
        coordinator: personOf('Karim').id,
      },
    ]);
    expect(view().preparations).toEqual([]);
    expect(await findAxeViolations()).toEqual([]);
  });

  it('is named on the page until it is shared, and then read by the circle, with whom one of them prefers', async () => {
    const { user, open, view, drafts, personOf, goTo, caseId } = await openPlanOf('Ewa');
    const family = 'family' as typeof caseId & never;
    valueOf(await open.change({ type: 'set', entity: family, field: 'preferredCoordinator', value: null }));
    await goTo(`/cases/${caseId}/prepare`);
    await user.type(await screen.findByRole('textbox', { name: 'Wat gaat er goed?' }), 'Hij bouwt');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Wie wilt u als regisseur?' }), 'Karim');
    await expect.poll(drafts).toMatchObject([{ goesWell: 'Hij bouwt', coordinator: personOf('Karim').id }]);
    await goTo(`/cases/${caseId}`);
    expect(await screen.findByText('U hebt nog niets gedeeld. Alleen u leest wat u schreef.')).toBeVisible();
    expect(region('Wat wilt u zeggen in het gesprek?').getByText('Nog niet gedeeld')).toBeVisible();
    expect(view().preparations).toEqual([]);
    expect(view().family.preferredCoordinator).toBeNull();

    await user.click(region('Wat wilt u zeggen in het gesprek?').getByRole('link', { name: 'Voorbereiden' }));
    // What a field still holds is shared too.
    await user.type(await screen.findByRole('textbox', { name: 'Wat heeft u nodig?' }), 'Een tolk');
    await user.click(screen.getByRole('button', { name: 'Delen met de anderen' }));
    await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
    expect(await region('Wat wilt u zeggen in het gesprek?').findByText('Gedeeld')).toBeVisible();
    expect(view().preparations).toMatchObject([{ goesWell: 'Hij bouwt', wish: 'Een tolk', ready: true, via: 'own' }]);
    expect(view().family.preferredCoordinator).toBe(personOf('Karim').id);
  });

  it('keeps what is changed afterwards to itself until it is shared again', async () => {
    const { user, view, drafts, goTo, caseId } = await openPlanOf('Ewa');
    await goTo(`/cases/${caseId}/prepare`);
    await user.type(await screen.findByRole('textbox', { name: 'Wat heeft u nodig?' }), 'Een tolk');
    await user.click(screen.getByRole('button', { name: 'Delen met de anderen' }));
    await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
    await goTo(`/cases/${caseId}/prepare`);
    expect(await screen.findByText('Gedeeld met de anderen')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^(Delen|Opnieuw)/ })).toBeNull();
    await user.type(screen.getByRole('textbox', { name: 'Wat heeft u nodig?' }), ' en rust');
    expect(await screen.findByText(/De anderen lezen nog wat u eerder deelde/)).toBeVisible();
    expect(screen.getByText('Alleen u leest dit')).toBeVisible();
    expect([view().preparations[0]!.wish, drafts()[0]!.wish]).toEqual(['Een tolk', 'Een tolk en rust']);
    await goTo(`/cases/${caseId}`);
    expect(await region('Wat wilt u zeggen in het gesprek?').findByText('Veranderd, nog niet gedeeld')).toBeVisible();
    await goTo(`/cases/${caseId}/prepare`);
    await user.click(await screen.findByRole('button', { name: 'Opnieuw delen' }));
    await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
    expect(view().preparations.map(({ wish }) => wish)).toEqual(['Een tolk en rust']);
  });

  it('goes on with what an earlier version of the app wrote into the plan at once', async () => {
    const { user, open, view, drafts, draftPoints, reader, meeting, goTo, caseId } = await openPlanOf('Ewa');
    const entity = preparationId(view().me!.member as MemberId, reader.id, meeting.id);
    const mine = () => view().points.flatMap(({ conference, text }) => (conference === meeting.id ? [text] : []));
    const fields = { text: 'Hij schrikt', kind: 'mustSay', saidBy: reader.id, conference: meeting.id } as const;
    valueOf(
      await open.change(
        { type: 'beginPreparation', meeting: meeting.id, by: reader.id, recordedBy: null, via: 'own' },
        { type: 'set', entity, field: 'wish', value: 'Een tolk' },
        { type: 'add', kind: 'point', fields },
      ),
    );
    await goTo(`/cases/${caseId}/prepare`);
    expect(await screen.findByText('Gedeeld met de anderen')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Wat heeft u nodig?' })).toHaveValue('Een tolk');
    await user.type(screen.getByRole('textbox', { name: '1.' }), ' van lawaai');
    await expect.poll(draftPoints).toMatchObject([{ text: 'Hij schrikt van lawaai' }]);
    expect(drafts()).toMatchObject([{ wish: 'Een tolk', via: 'own' }]);
    expect(mine()).toEqual(['Hij schrikt']);
    await user.click(screen.getByRole('button', { name: 'Opnieuw delen' }));
    await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
    expect(mine()).toEqual(['Hij schrikt van lawaai']);
  });

  it('keeps a line that must be said in the draft, changes it, takes it away again, and makes it a point when it is shared', async () => {
    const { user, view, draftPoints, reader, meeting, goTo, caseId } = await openPlanOf('Ewa');
    await goTo(`/cases/${caseId}/prepare`);
    const line = await screen.findByRole('textbox', { name: '1.' });
    const shared = () =>
      view().points.filter(({ kind, conference, saidBy }) => kind === 'mustSay' && conference === meeting.id && saidBy === reader.id);
    await user.type(line, 'Hij is niet stout');
    await expect.poll(draftPoints).toMatchObject([{ text: 'Hij is niet stout', saidBy: reader.id }]);
    await user.type(line, ', hij schrikt');
    await expect.poll(() => draftPoints().map(({ text }) => text)).toEqual(['Hij is niet stout, hij schrikt']);
    await user.clear(line);
    await expect.poll(draftPoints).toEqual([]);
    await user.type(line, 'Toch dit');
    await expect.poll(() => draftPoints().map(({ text }) => text)).toEqual(['Toch dit']);
    expect(shared()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Delen met de anderen' }));
    await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
    expect(shared().map(({ text }) => text)).toEqual(['Toch dit']);
    await goTo(`/cases/${caseId}/prepare`);
    expect(await screen.findByRole('textbox', { name: '1.' })).toHaveValue('Toch dit');
  });

  it('shares nothing when there is nothing, and keeps whom the family prefers when another said so', async () => {
    const { user, open, view, goTo, caseId, personOf } = await openPlanOf('Ewa');
    valueOf(
      await open.change({
        type: 'set',
        entity: 'family' as typeof caseId & never,
        field: 'preferredCoordinator',
        value: personOf('Joris').id,
      }),
    );
    await goTo(`/cases/${caseId}/prepare`);
    await user.click(await screen.findByRole('button', { name: 'Delen met de anderen' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Er staat nog niets.');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Wie wilt u als regisseur?' }), 'Karim');
    await user.click(screen.getByRole('button', { name: 'Delen met de anderen' }));
    await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
    expect(view().preparations[0]?.coordinator).toBe(personOf('Karim').id);
    expect(view().family.preferredCoordinator).toBe(personOf('Joris').id);
  });

  it('says so when no meeting was agreed, and when it is nobody of the plan', async () => {
    const { open, goTo, caseId, meeting } = await openPlanOf('Ewa');
    await goTo(`/cases/${caseId}/prepare/person.nobody.1`);
    expect(await screen.findByText(/Van wie dit is, staat niet in het plan/)).toBeVisible();
    valueOf(await open.change({ type: 'cancelConference', conference: meeting.id, reason: 'Ziek' }));
    const [evaluation] = open.view.get().evaluations;
    valueOf(await open.change({ type: 'remove', entity: evaluation!.id }));
    expect(await screen.findByText(/Er is nog geen gesprek afgesproken/)).toBeVisible();
  });
});

describe("the child's form", () => {
  const box = { left: 0, top: 0, width: 256, height: 192 } as DOMRect;
  const proto = Element.prototype as { setPointerCapture?: unknown };
  beforeEach(() => {
    proto.setPointerCapture = () => undefined;
    SVGElement.prototype.getBoundingClientRect = () => box;
  });
  afterEach(() => {
    delete proto.setPointerCapture;
    delete (SVGElement.prototype as { getBoundingClientRect?: unknown }).getBoundingClientRect;
  });
  const draw = (paper: HTMLElement, ...places: readonly (readonly [number, number])[]) => {
    const at = ([clientX, clientY]: readonly [number, number]) => ({ clientX, clientY, isPrimary: true, pointerId: 1 });
    fireEvent.pointerDown(paper, at(places[0]!));
    for (const place of places.slice(1)) fireEvent.pointerMove(paper, at(place));
    fireEvent.pointerUp(paper, at(places.at(-1)!));
  };

  it('is words, a face and a drawing, in the words of a child', async () => {
    const { user, drafts, reader } = await openPlanOf('Milan');
    await user.click(region('Wanneer praten we weer?').getByRole('link', { name: 'Mijn formulier' }));
    await screen.findByRole('heading', { level: 1, name: 'Jouw gesprek voorbereiden' });
    expect(screen.queryByRole('textbox', { name: '1.' })).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Er tussenin' }));
    await user.type(screen.getByRole('textbox', { name: 'Wat wil jij?' }), 'Niet de gang op');
    const paper = screen.getByRole('img', { name: 'Leeg papier om op te tekenen' });
    draw(paper, [10, 10], [60, 90], [10, 90]);
    await user.click(screen.getByRole('radio', { name: 'rood' }));
    draw(paper, [100, 100]);
    await expect.poll(() => readStrokes(drafts()[0]?.drawing ?? '').map(({ ink }) => ink)).toEqual([0, 1]);
    for (const corner of [
      [10, 10],
      [60, 90],
      [10, 90],
    ])
      expect(readStrokes(drafts()[0]!.drawing)[0]!.places).toContainEqual(corner);
    expect(drafts()).toMatchObject([{ by: reader.id, via: 'own', mood: 'between', wish: 'Niet de gang op' }]);
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Laatste lijn weg' }));
    await expect.poll(() => readStrokes(drafts()[0]!.drawing)).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Alles weg' }));
    await expect.poll(() => drafts()[0]!.drawing).toBe('');
  });

  it('says when the paper is full, and keeps what was drawn', async () => {
    const { drafts, goTo, caseId } = await openPlanOf('Milan');
    await goTo(`/cases/${caseId}/prepare`);
    const paper = await screen.findByRole('img', { name: 'Leeg papier om op te tekenen' });
    const scribble = Array.from({ length: 700 }, (_, at) => [at % 2 === 0 ? 0 : 250, at % 190] as const);
    draw(paper, [5, 5], [20, 40]);
    draw(paper, ...scribble);
    expect(await screen.findByRole('alert')).toHaveTextContent('Het papier is vol.');
    await expect.poll(() => readStrokes(drafts()[0]?.drawing ?? '')).toHaveLength(1);
  });

  it('is filled in by a parent beside the child, and says so to the team', async () => {
    const { user, view, drafts, open, reader, personOf, goTo, caseId } = await openPlanOf('Ewa');
    await user.click(region('Wat wilt u zeggen in het gesprek?').getByRole('link', { name: 'Samen met Milan invullen' }));
    await screen.findByRole('heading', { level: 1, name: 'Wat vindt Milan?' });
    await user.type(screen.getByRole('textbox', { name: 'Wat vind je moeilijk?' }), 'Drukte');
    draw(screen.getByRole('img', { name: 'Leeg papier om op te tekenen' }), [5, 5], [20, 40]);
    await expect.poll(() => drafts()[0]?.drawing ?? '').not.toBe('');
    await user.click(screen.getByRole('button', { name: 'Delen met de anderen' }));
    await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
    const milan = personOf('Milan').id;
    await expect.poll(() => view().preparations).toMatchObject([{ by: milan, via: 'spoken', recordedBy: reader.id, worries: 'Drukte' }]);
    const set = (entity: typeof milan, field: string, value: unknown) => ({ type: 'set', entity, field, value }) as const;
    const anouk = personOf('Anouk Visser');
    const { member } = reader;
    valueOf(await open.change(set(anouk.id, 'member', view().me!.member), set(reader.id, 'member', member)));
    await goTo(`/cases/${caseId}/preparation`);
    const prepared = region('Wat het gezin vooraf opschreef');
    expect(await prepared.findByRole('heading', { name: 'Milan' })).toBeVisible();
    expect(prepared.getByText('Drukte')).toBeVisible();
    expect(prepared.getByText(/Ewa schreef dit mee op/)).toBeVisible();
    expect(prepared.getByRole('img', { name: 'Tekening van Milan' })).toBeVisible();
  });

  it('speaks to a pupil of twelve in other words', async () => {
    const { open, reader, goTo, caseId } = await openPlanOf('Milan');
    valueOf(await open.change({ type: 'set', entity: reader.id, field: 'birthDate', value: '2000-01-01' }));
    await goTo(`/cases/${caseId}/prepare`);
    expect(await screen.findByRole('textbox', { name: 'Wat wil je dat er verandert?' })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('textbox', { name: '3.' })).toBeVisible());
  });
});
