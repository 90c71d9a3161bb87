import { useId } from 'react';
import { Card } from '../../components/Card.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './import.module.css';
import type { NewChild } from './newFamily.ts';

interface ChildToCheckProps {
  readonly child: NewChild;
  readonly isDateKnown: boolean;
  readonly onChange: (child: NewChild) => void;
}

/** One child as it comes into the plan. A birth date that the file did not give can be filled in. */
export const ChildToCheck = ({ child, isDateKnown, onChange }: ChildToCheckProps) => {
  const t = useTexts();
  const titleId = useId();
  return (
    <Card as="section" labelledBy={titleId}>
      <h3 id={titleId}>{child.name}</h3>
      <dl className={styles['facts']}>
        {isDateKnown && child.birthDate && (
          <>
            <dt>{t('cases.new.child.birthDate')}</dt>
            <dd>{formatDay(child.birthDate)}</dd>
          </>
        )}
        <dt>{t('cases.new.child.group')}</dt>
        <dd>{child.schoolGroup || t('cases.import.noGroup')}</dd>
      </dl>
      {!isDateKnown && (
        <DateField
          label={t('cases.new.child.birthDate')}
          hint={t('cases.import.check.birthDateHint')}
          value={child.birthDate}
          onChange={(birthDate) => onChange({ ...child, birthDate })}
        />
      )}
    </Card>
  );
};
