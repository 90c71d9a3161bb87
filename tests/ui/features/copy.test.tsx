import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseCopy, CopiedAccess, OpenCase } from '../../../src/application/application.ts';
import { readWholeDocument } from '../../../src/core/document/wholeDocument.ts';
import { planSchema } from '../../../src/core/plan/planSchema.ts';
import type { PlanKind } from '../../../src/core/plan/planCommand.ts';
import { viewCase } from '../../../src/core/plan/viewCase.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { CaseId, DocumentId, MemberId } from '../../../src/core/shared/ids.ts';
import { planWords } from '../../../src/ui/components/planRows/usePlanWords.ts';
import { readableCopy } from '../../../src/ui/features/myPlan/copy/readableCopy.ts';
import { loadTexts, textsOf } from '../../../src/ui/i18n/catalogue.ts';
import type { Translate } from '../../../src/ui/i18n/useTexts.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { createTestApplication } from '../../support/createTestApplication.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { createFullPlan, planFields, rowOf } from '../../support/fullPlan.ts';
import { createPlanStory, givenFamily } from '../../support/planStory.ts';
import { renderApp } from '../../support/renderApp.tsx';

const dutch: Translate = (key, values) => textsOf('nl')._(key, values);
beforeAll(() => loadTexts(['rights', 'case', 'shell', 'terms']));

/** Places and numbers that only a machine reads: in the JSON alone. */
const UNREAD = ['order', 'member', 'version', 'planVersion'];

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</title><script>alert(1)</script>',
  '</dd></dl><iframe src=https://kwaad.example></iframe>',
  '<meta http-equiv=refresh content="0;url=https://kwaad.example">',
  '<style>@import url(https://kwaad.example/a.css)</style>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  "' onmouseover='alert(1)",
  '&lt;script&gt;',
  '\u202E<svg onload=alert(1)>\u202C',
];

function makeCopy(state: ReturnType<ReturnType<typeof createFullPlan>['state']>, access: readonly CopiedAccess[] = []) {
  const view = viewCase(state, { me: 'ingrid' as MemberId, today: '2026-05-02' as CivilDate, now: 0 });
  const copied: CaseCopy = {
    format: 'knooppunt.wholeFile',
    version: 1,
    madeAt: '',
    caseId: 'gezin' as CaseId,
    documents: [{ id: 'plan' as DocumentId, kind: 'plan', content: readWholeDocument(state, planSchema) }],
    access,
  };
  const plan = planWords(dutch, view, { member: 'ingrid' as MemberId, name: 'Ingrid' });
  const html = readableCopy(copied, {
    chosen: dutch,
    dutch,
    language: 'nl',
    direction: 'ltr',
    plan,
    name: view.family.name,
    madeAt: '2 mei 2026',
  });
  return { plan, html, json: JSON.stringify(copied), document: new DOMParser().parseFromString(html, 'text/html') };
}

describe('the readable copy', () => {
  it('has every field of every kind, under a word that people know, and so has the JSON', () => {
    const { plan, json, document } = makeCopy(createFullPlan().state());
    const told = [...document.querySelectorAll('dd')].map(({ textContent }) => textContent);
    for (const [kind, fields] of planFields) {
      for (const [field, type] of Object.entries(fields)) {
        expect(json).toContain(`"${field}":`);
        const words = `woorden van ${kind} ${field}`;
        if (type.type === 'text' || type.type === 'note') expect(json).toContain(words);
        if (UNREAD.includes(field)) expect(told).not.toContain(words);
        else if (type.type === 'text' || type.type === 'note') expect(told).toContain(words);
        if (type.type === 'ref') expect(json).toContain(rowOf(type.kind));
        if (type.type === 'choices')
          for (const option of type.options) expect(told).toContain(plan.valueWords(kind as PlanKind, field, option));
      }
      const section = document.querySelectorAll('dl')[planFields.findIndex(([each]) => each === kind)]!;
      // All that is to be read, with who made it.
      const expected = Object.keys(fields).filter((field) => !UNREAD.includes(field)).length + (kind === 'family' ? 0 : 1);
      expect(section.querySelectorAll('dt'), kind).toHaveLength(expected);
    }
    // A key of the catalogue, or a name of the code, would be a word that was forgotten.
    const labels = [...document.querySelectorAll('h1, h2, h3, dt')].map(({ textContent }) => textContent);
    expect([...labels, ...told].filter((word) => /^(case|terms|rights|shell)\.|^[a-z]+[A-Z]/.test(word))).toEqual([]);
  });

  it('names the people as the plan does: children, those who raise them, their own people, professionals', () => {
    const story = createPlanStory();
    const { milan, ewa, lotte } = givenFamily(story);
    const gijs = story.made({ type: 'add', kind: 'person', fields: { name: 'Gijs', part: 'network' } });
    const { document } = makeCopy(story.state());
    const told = [...document.querySelectorAll('dd')].map(({ textContent }) => textContent);
    const at = [milan, ewa, gijs, lotte].map((id) => told.indexOf(story.view().people.find((person) => person.id === id)!.name));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at).not.toContain(-1);
  });

  it('is what people wrote and nothing else: no tag, no script, nothing from elsewhere', () => {
    let count = 0;
    const { html, document } = makeCopy(createFullPlan(() => ATTACKS[count++ % ATTACKS.length]!).state());
    const tags = new Set([...document.querySelectorAll('*')].map(({ tagName }) => tagName.toLowerCase()));
    expect([...tags].toSorted()).toEqual(['body', 'dd', 'dl', 'dt', 'h1', 'h2', 'h3', 'head', 'html', 'meta', 'p', 'style', 'title']);
    const attributes = new Set([...document.body.querySelectorAll('*')].flatMap((each) => each.getAttributeNames()));
    expect([...attributes]).toEqual(['dir']);
    const told = [...document.querySelectorAll('dd')].map(({ textContent }) => textContent);
    for (const attack of ATTACKS) expect(told).toContain(attack);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`);
    expect(document.title).toBe('Kopie van alles');
  });

  it('says who looked and when, each thing once at a moment', () => {
    const looked = { at: '2026-05-01T08:30:00.000Z', role: 'professional', doc: 'plan' as DocumentId } as const;
    const { json, document } = makeCopy(createFullPlan().state(), [
      { ...looked, name: 'Rachida', organisation: 'Wijkteam Noord', what: 'opened' },
      { ...looked, name: 'Rachida', organisation: 'Wijkteam Noord', what: 'opened' },
      { ...looked, name: '', organisation: '', what: 'printed' },
      { ...looked, at: '2026-04-30T08:30:00.000Z', name: ATTACKS[0]!, organisation: '', what: 'exported' },
    ]);
    const list = document.querySelector('dl:last-of-type')!;
    expect(document.querySelector('h2:last-of-type')!.textContent).toBe('Wie heeft gekeken?');
    expect([...list.children].map(({ textContent }) => textContent)).toEqual([
      '1 mei 2026, 10.30 uur',
      'Rachida (Wijkteam Noord) heeft gekeken.',
      'Iemand heeft iets afgedrukt.',
      '30 april 2026, 10.30 uur',
      `${ATTACKS[0]} heeft een kopie gemaakt.`,
    ]);
    expect(json).toContain('"organisation":"Wijkteam Noord"');
    expect(makeCopy(createFullPlan().state()).document.body.textContent).toContain('Er heeft nog niemand gekeken.');
  });
});

describe('Kopie van alles', () => {
  const files: { readonly name: string; readonly file: Blob }[] = [];
  beforeEach(() => {
    files.length = 0;
    let last: Blob | undefined;
    Object.assign(URL, { createObjectURL: (file: Blob) => ((last = file), 'blob:x'), revokeObjectURL: () => {} });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      files.push({ name: this.download, file: last! });
    });
  });
  afterEach(() => vi.restoreAllMocks());

  it('is two taps away, gives a page and data under a name that tells nothing, and says what is left out', async () => {
    const test = await createTestApplication({ exampleFamily: true });
    const { caseId } = test.application.caseload.get().cases[0]!;
    const { user } = await renderApp({ test, path: `/cases/${caseId}/copy` });
    await screen.findByRole('heading', { level: 1, name: 'Kopie van alles' });
    expect(screen.getByText(/Wat anderen alleen voor zichzelf of elkaar schreven/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Maak de kopie' }));
    expect(await screen.findByText('De kopie is klaar. Kijk bij de downloads.')).toBeVisible();
    expect(files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^kopie-plan-\d{4}-\d\d-\d\d\.html$/),
      expect.stringMatching(/^kopie-plan-\d{4}-\d\d-\d\d\.json$/),
    ]);
    const [html, json] = await Promise.all(files.map(async ({ file }) => await file.text()));
    const { documents, access } = JSON.parse(json!) as CaseCopy;
    expect(access).toContainEqual(expect.objectContaining({ what: 'exported', doc: documents[0]!.id }));
    expect(html).toContain('heeft een kopie gemaakt.');
    const [goal] = documents[0]!.content['goal']!;
    expect(html).toContain(String(goal!.fields['statement']));
    expect(html).toContain('Wat anderen alleen voor zichzelf of elkaar schreven, zit er niet bij.');
    await user.click(screen.getByRole('button', { name: 'Bewaar nog eens: om te lezen' }));
    await waitFor(() => expect(files).toHaveLength(3));
    expect(await findAxeViolations()).toEqual([]);
  });
});

describe('Iets laten verbeteren of weghalen', () => {
  async function showTo(name: string | null, before: (open: OpenCase) => Promise<void> = async () => undefined) {
    const test = await createTestApplication({ exampleFamily: true });
    const { caseId } = test.application.caseload.get().cases[0]!;
    const open = valueOf(await test.application.openCase(caseId));
    const { people, me } = open.view.get();
    await before(open);
    const reader = people.find((person) => person.name === name);
    if (reader)
      valueOf(
        await open.change(
          { type: 'set', entity: reader.id, field: 'member', value: me!.member },
          { type: 'set', entity: me!.id, field: 'member', value: '' },
        ),
      );
    return { open, ...(await renderApp({ test, path: reader ? `/cases/${caseId}/copy` : `/cases/${caseId}/plan` })) };
  }

  it('is asked in words, stands open with the day of the answer, and goes to the team', async () => {
    const { user, open } = await showTo('Ewa');
    const section = await screen.findByRole('region', { name: 'Iets laten verbeteren of weghalen' });
    await user.click(within(section).getByRole('button', { name: 'Ik wil iets laten weghalen' }));
    await user.click(within(section).getByRole('button', { name: 'Verzoek versturen' }));
    expect(within(section).getByRole('alert')).toHaveTextContent('Schrijf op waar uw verzoek over gaat.');
    await user.type(within(section).getByRole('textbox'), 'Ons oude adres');
    await user.click(within(section).getByRole('button', { name: 'Verzoek versturen' }));
    expect(await within(section).findByText('Ons oude adres', { ignore: 'textarea' })).toBeVisible();
    expect(within(section).getByText(/^U krijgt antwoord voor /)).toBeVisible();
    expect(within(section).getByText(/AVG artikel 12\.$/)).toBeVisible();
    expect(open.view.get().remarks.at(-1)).toMatchObject({ asks: 'erase', isOpen: true });
    expect(await findAxeViolations()).toEqual([]);
  });

  it('is answered by a professional with an outcome, before a day with its source', async () => {
    const { user, open } = await showTo(null, async (before) => {
      valueOf(await before.change({ type: 'request', asks: 'correct', about: null, text: 'De school heet anders' }));
    });
    expect(await screen.findByText(/^Antwoord uiterlijk .*AVG, artikel 12 lid 3/)).toBeVisible();
    const item = screen.getByText('De school heet anders').closest('li')!;
    await user.click(within(item).getByRole('radio', { name: 'Afgewezen' }));
    await user.type(within(item).getByRole('textbox'), 'Zo staat het in het register');
    await user.click(within(item).getByRole('button', { name: 'Antwoord geven' }));
    await waitFor(() => expect(open.view.get().remarks.at(-1)!.replies).toMatchObject([{ outcome: 'refused' }]));
  });
});
