import { useState } from 'react';
import type { Side } from '../../../../core/evaluation/attainmentOverTime.ts';
import type { Evaluation } from '../../../../core/plan/caseView.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Card } from '../../../components/Card.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { SelectField } from '../../../components/fields/ChoiceField.tsx';
import { HeardChildren } from '../../../components/heard/HeardChildren.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { familyFirst, personOptions } from '../../../components/people.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Evaluation.module.css';
import { isOfSide } from '../speakers.ts';
import { ExperienceCard } from './ExperienceCard.tsx';

/** How it was, for everyone who wants to say so; then what all learn from it. */
export const ExperienceStep = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  return (
    <Stack gap={5}>
      <HeardChildren meeting={evaluation.id} />
      <ExperienceOf evaluation={evaluation} side="family" />
      <ExperienceOf evaluation={evaluation} side="professionals" />
      <Card as="section" labelledBy="learned">
        <h2 id="learned">{t('evaluation.experience.learned')}</h2>
        <AutosaveText
          label={t('evaluation.experience.workedField')}
          entity={evaluation.id}
          field="worked"
          value={evaluation.worked}
          multiline
        />
        <AutosaveText
          label={t('evaluation.experience.learnedField')}
          entity={evaluation.id}
          field="learned"
          value={evaluation.learned}
          multiline
        />
      </Card>
    </Stack>
  );
};

const ExperienceOf = ({ evaluation, side }: { readonly evaluation: Evaluation; readonly side: Side }) => {
  const t = useTexts();
  const { term } = useTerms();
  const view = useCaseView();
  const [added, setAdded] = useState<readonly EntityId[]>([]);
  const spoke = view.experiences.filter((said) => said.evaluation === evaluation.id).map(({ by }) => by);
  const doers = view.actions.flatMap(({ who }) => who);
  const ofSide = familyFirst(view.people.filter((person) => isOfSide(person, side)));
  const shown = ofSide.filter(
    ({ id, part }) =>
      part === 'child' ||
      part === 'caregiver' ||
      spoke.includes(id) ||
      added.includes(id) ||
      (part === 'professional' && doers.includes(id)),
  );
  const others = ofSide.filter((person) => !shown.includes(person));
  return (
    <section aria-labelledby={`experience-${side}`}>
      <Stack gap={3}>
        <h2 id={`experience-${side}`}>{term('attainment', 'side', side)}</h2>
        {shown.map((person) => (
          <ExperienceCard key={person.id} evaluation={evaluation} person={person} />
        ))}
        {others.length > 0 && (
          <div className={styles['someoneElse']}>
            <SelectField
              label={t('evaluation.someoneElse')}
              hideLabel
              emptyLabel={t('evaluation.someoneElse')}
              options={personOptions(others)}
              value={null}
              onChange={(person) => person && setAdded([...added, person])}
            />
          </div>
        )}
      </Stack>
    </section>
  );
};
