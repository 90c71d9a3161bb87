import { generatePath } from 'react-router';
import type { Conference } from '../../../../core/plan/caseView.ts';
import { saysSomething } from '../../../../core/plan/prepared.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView, useOpenCase } from '../../../components/applicationContext.tsx';
import { LinkButton } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { AutosaveChoice, AutosaveFlag } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { PreparedWords } from '../../../components/heard/PreparedWords.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { paths } from '../../../components/paths.ts';
import { isFamily, nameOf, personOptions } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { AddLine } from '../AddLine.tsx';

const FAMILY = 'family' as EntityId;

/** The family says it first, then the pupil, then school. */
export const WhyStep = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const view = useCaseView();
  const { options } = useTerms();
  const { family } = view;
  return (
    <Stack gap={5}>
      <PreparedCard conference={conference} />
      <Card as="section" tone="family" labelledBy="whyFamily">
        <Stack>
          <h2 id="whyFamily">{t('conference.why.family')}</h2>
          <AutosaveText
            label={t('conference.why.familyQuestion')}
            hint={t('conference.why.familyHint')}
            entity={FAMILY}
            field="questionFamily"
            value={family.questionFamily}
            multiline
          />
          <AutosaveChoice
            label={t('conference.why.familyBy')}
            entity={FAMILY}
            field="questionFamilyBy"
            value={family.questionFamilyBy}
            appearance="select"
            options={personOptions(view.people.filter(isFamily))}
          />
        </Stack>
      </Card>
      <MustSay conference={conference} />
      <Card as="section" tone="family" labelledBy="whyPupil">
        <Stack>
          <h2 id="whyPupil">{t('conference.why.pupil')}</h2>
          <AutosaveText
            label={t('conference.why.pupilQuestion')}
            entity={FAMILY}
            field="questionPupil"
            value={family.questionPupil}
            multiline
          />
          <AutosaveChoice
            label={t('conference.why.pupilHow')}
            entity={FAMILY}
            field="questionPupilHow"
            value={family.questionPupilHow}
            options={options('family', 'questionPupilHow')}
          />
        </Stack>
      </Card>
      <Card as="section" labelledBy="whySchool">
        <Stack>
          <h2 id="whySchool">{t('conference.why.school')}</h2>
          <AutosaveText
            label={t('conference.why.schoolQuestion')}
            entity={FAMILY}
            field="questionSchool"
            value={family.questionSchool}
            multiline
          />
        </Stack>
      </Card>
    </Stack>
  );
};

/** Read before anybody asks: it was written down already. */
const PreparedCard = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const { preparations } = useCaseView();
  if (!preparations.some(saysSomething)) return null;
  return (
    <Card as="section" labelledBy="prepared">
      <Stack gap={3}>
        <h2 id="prepared">{t('heard.prepared')}</h2>
        <PreparedWords meeting={conference.id} empty={t('heard.prepared.empty')} />
      </Stack>
    </Card>
  );
};

/** What the parents said beforehand that must be said: ticked when it was. */
const MustSay = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const view = useCaseView();
  const { caseId } = useOpenCase();
  const { run, errorText } = useChange();
  const points = view.points.filter(({ kind }) => kind === 'mustSay' || kind === 'agenda');
  return (
    <Card as="section" tone="family" labelledBy="mustSay">
      <Stack gap={3}>
        <h2 id="mustSay">{t('conference.why.mustSay')}</h2>
        {points.map((point) => (
          <AutosaveFlag
            key={point.id}
            label={point.saidBy ? t('conference.why.pointBy', { text: point.text, name: nameOf(view, point.saidBy) }) : point.text}
            entity={point.id}
            field="handled"
            value={point.handled}
          />
        ))}
        <AddLine
          label={t('conference.why.addPoint')}
          button={t('conference.add')}
          onAdd={async (text) =>
            (await run({
              type: 'add',
              kind: 'point',
              fields: { text, kind: 'mustSay', saidBy: view.family.questionFamilyBy, conference: conference.id },
            })) !== null
          }
        />
        {errorText && <p role="alert">{errorText}</p>}
        <div>
          <LinkButton variant="plain" to={generatePath(paths.preparation, { caseId })}>
            {t('conference.why.toPreparation')}
          </LinkButton>
        </div>
      </Stack>
    </Card>
  );
};
