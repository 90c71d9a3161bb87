import type { Point } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { AutosaveChoice } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { EmptyCell } from '../../../components/EmptyCell.tsx';
import { personOptions } from '../../../components/people.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { AddLine } from '../AddLine.tsx';
import styles from '../case.module.css';
import { cellOf } from '../cellOf.ts';
import { RemoveButton } from '../RemoveButton.tsx';
import { Section } from '../Section.tsx';

/** What the family wants said no matter what, and what is on the table besides. */
export const PointsSection = () => {
  const t = useTexts();
  const { points } = useCaseView();
  return (
    <>
      <Section id="mustSay" title={t('case.points.mustSay.title')}>
        <p>{t('case.points.mustSay.explain')}</p>
        <Points points={points.filter(({ kind }) => kind === 'mustSay')} empty={t('case.points.mustSay.empty')} isFamilys />
        <AddLine
          label={t('case.points.mustSay.new')}
          button={t('case.points.mustSay.add')}
          command={(text) => ({ type: 'add', kind: 'point', fields: { text, kind: 'mustSay' } })}
        />
      </Section>
      <Section id="agenda" title={t('case.points.agenda.title')}>
        <p>{t('case.points.agenda.explain')}</p>
        <Points points={points.filter(({ kind }) => kind === 'agenda')} empty={t('case.points.agenda.empty')} />
        <AddLine
          label={t('case.points.agenda.new')}
          button={t('case.points.agenda.add')}
          command={(text) => ({ type: 'add', kind: 'point', fields: { text, kind: 'agenda' } })}
        />
      </Section>
    </>
  );
};

interface PointsProps {
  readonly points: readonly Point[];
  readonly empty: string;
  readonly isFamilys?: boolean;
}

const Points = ({ points, empty, isFamilys = false }: PointsProps) => {
  const t = useTexts();
  const { people } = useCaseView();
  if (points.length === 0) return <EmptyCell>{empty}</EmptyCell>;
  return points.map((point, index) => (
    <div key={point.id} className={isFamilys ? styles['familyWords'] : styles['card']}>
      <AutosaveText label={t('case.points.one', { number: index + 1 })} {...cellOf(point)('text')} />
      <AutosaveChoice
        label={t('case.points.by', { number: index + 1 })}
        appearance="select"
        options={personOptions(people.filter(({ part }) => !isFamilys || part !== 'professional'))}
        {...cellOf(point)('saidBy')}
      />
      <RemoveButton entity={point.id} name={point.text} />
    </div>
  ));
};
