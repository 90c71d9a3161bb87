import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenCase } from '../../../src/application/application.ts';
import { readStrokes } from '../../../src/core/plan/drawing.ts';
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
  return { ...app, open, caseId, reader, view, personOf, meeting: view().conferences.find(({ state }) => state !== 'held')! };
}
const region = (name: string) => within(screen.getByRole('region', { name }));

describe('preparing a meeting', () => {
  it('is asked as soon as one comes, saved as it is typed, and says who reads it', async () => {
    const { user, view, reader, meeting, personOf } = await openPlanOf('Ewa');
    await user.click(region('Wat wilt u zeggen in het gesprek?').getByRole('link', { name: 'Voorbereiden' }));
    await screen.findByRole('heading', { level: 1, name: 'Uw gesprek voorbereiden' });
    expect(screen.getByText(/Dit lezen ook: Bart/)).toBeVisible();
    expect(view().preparations).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Wat gaat er goed?' }), 'Hij bouwt graag');
    await user.type(screen.getByRole('textbox', { name: 'Waar maakt u zich zorgen over?' }), 'De ochtend');
    await user.click(region('Wie moet erbij zijn?').getByRole('checkbox', { name: /Oma Basia/ }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Wie wilt u als regisseur?' }), 'Karim');
    await expect
      .poll(() => view().preparations)
      .toMatchObject([
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
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Klaar' }));
    await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
    expect(region('Wat wilt u zeggen in het gesprek?').getByText('Klaar')).toBeVisible();
    expect(view().preparations[0]!.ready).toBe(true);
  });

  it('makes a point of each line that must be said, changes it, and takes it away again', async () => {
    const { user, view, reader, meeting, goTo, caseId } = await openPlanOf('Ewa');
    await goTo(`/cases/${caseId}/prepare`);
    const line = await screen.findByRole('textbox', { name: '1.' });
    const mine = () => view().points.filter(({ kind, conference }) => kind === 'mustSay' && conference === meeting.id);
    await user.type(line, 'Hij is niet stout');
    await expect.poll(mine).toMatchObject([{ text: 'Hij is niet stout', saidBy: reader.id }]);
    await user.type(line, ', hij schrikt');
    await expect.poll(() => mine().map(({ text }) => text)).toEqual(['Hij is niet stout, hij schrikt']);
    await user.clear(line);
    await expect.poll(mine).toEqual([]);
    await user.type(line, 'Toch dit');
    await expect.poll(() => mine().map(({ text }) => text)).toEqual(['Toch dit']);
    await user.click(screen.getByRole('button', { name: 'Klaar' }));
    await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
    await goTo(`/cases/${caseId}/prepare`);
    expect(await screen.findByRole('textbox', { name: '1.' })).toHaveValue('Toch dit');
  });

  it('asks nobody to be ready with nothing, and keeps whom the family prefers when another said so', async () => {
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
    await user.click(await screen.findByRole('button', { name: 'Klaar' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Er staat nog niets.');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Wie wilt u als regisseur?' }), 'Karim');
    await expect.poll(() => view().preparations[0]?.coordinator).toBe(personOf('Karim').id);
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
    const { user, view, reader } = await openPlanOf('Milan');
    await user.click(region('Wanneer praten we weer?').getByRole('link', { name: 'Mijn formulier' }));
    await screen.findByRole('heading', { level: 1, name: 'Jouw gesprek voorbereiden' });
    expect(screen.queryByRole('textbox', { name: '1.' })).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Er tussenin' }));
    await user.type(screen.getByRole('textbox', { name: 'Wat wil jij?' }), 'Niet de gang op');
    const paper = screen.getByRole('img', { name: 'Leeg papier om op te tekenen' });
    draw(paper, [10, 10], [60, 90], [10, 90]);
    await user.click(screen.getByRole('radio', { name: 'rood' }));
    draw(paper, [100, 100]);
    await expect.poll(() => readStrokes(view().preparations[0]?.drawing ?? '').map(({ ink }) => ink)).toEqual([0, 1]);
    for (const corner of [
      [10, 10],
      [60, 90],
      [10, 90],
    ])
      expect(readStrokes(view().preparations[0]!.drawing)[0]!.places).toContainEqual(corner);
    expect(view().preparations).toMatchObject([{ by: reader.id, via: 'own', mood: 'between', wish: 'Niet de gang op' }]);
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Laatste lijn weg' }));
    await expect.poll(() => readStrokes(view().preparations[0]!.drawing)).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Alles weg' }));
    await expect.poll(() => view().preparations[0]!.drawing).toBe('');
  });

  it('says when the paper is full, and keeps what was drawn', async () => {
    const { view, goTo, caseId } = await openPlanOf('Milan');
    await goTo(`/cases/${caseId}/prepare`);
    const paper = await screen.findByRole('img', { name: 'Leeg papier om op te tekenen' });
    const scribble = Array.from({ length: 700 }, (_, at) => [at % 2 === 0 ? 0 : 250, at % 190] as const);
    draw(paper, [5, 5], [20, 40]);
    draw(paper, ...scribble);
    expect(await screen.findByRole('alert')).toHaveTextContent('Het papier is vol.');
    await expect.poll(() => readStrokes(view().preparations[0]?.drawing ?? '')).toHaveLength(1);
  });

  it('is filled in by a parent beside the child, and says so to the team', async () => {
    const { user, view, open, reader, personOf, goTo, caseId } = await openPlanOf('Ewa');
    await user.click(region('Wat wilt u zeggen in het gesprek?').getByRole('link', { name: 'Samen met Milan invullen' }));
    await screen.findByRole('heading', { level: 1, name: 'Wat vindt Milan?' });
    await user.type(screen.getByRole('textbox', { name: 'Wat vind je moeilijk?' }), 'Drukte');
    draw(screen.getByRole('img', { name: 'Leeg papier om op te tekenen' }), [5, 5], [20, 40]);
    await expect.poll(() => view().preparations[0]?.drawing ?? '').not.toBe('');
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
