import { AutosaveChoice } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Failed } from '../Failed.tsx';
import styles from '../myPlan.module.css';
import { GoalState } from './GoalState.tsx';
import type { Own } from './ownKinds.ts';
import { useDomainOptions } from './useDomainOptions.ts';

interface OwnItemProps {
  readonly own: Own;
  readonly number: number;
}

/** One thing that somebody wrote: to change, to say more about, and to take away again. */
export const OwnItem = ({ own, number }: OwnItemProps) => {
  const t = useTexts();
  const { run, errorText } = useChange();
  const { id } = own.entity;
  return (
    <li className={styles['item']}>
      {own.kind === 'person' ? (
        <AutosaveText label={t('prepare.own.name')} entity={id} field="name" value={own.words} />
      ) : (
        <AutosaveText label={t('prepare.mustSay.line', { number })} entity={id} field="text" value={own.words} multiline rows={2} />
      )}
      <More own={own} />
      <Failed why={errorText} />
      <div>
        <button
          type="button"
          className={styles['small']}
          aria-label={t('prepare.own.removeOf', { what: own.words })}
          onClick={() => void run({ type: 'remove', entity: id })}
        >
          {t('prepare.own.remove')}
        </button>
      </div>
    </li>
  );
};

const More = ({ own }: Pick<OwnItemProps, 'own'>) => {
  const t = useTexts();
  const domains = useDomainOptions();
  switch (own.kind) {
    case 'strength':
    case 'concern':
      return (
        <AutosaveChoice
          label={t('prepare.own.domain')}
          appearance="select"
          options={domains}
          entity={own.entity.id}
          field="domain"
          value={own.entity.domain}
        />
      );
    case 'familyGoal':
      return <GoalState goal={own.entity} />;
    case 'person':
      return (
        <>
          <AutosaveText label={t('prepare.own.relation')} entity={own.entity.id} field="relation" value={own.entity.relation} />
          <AutosaveText
            label={t('prepare.own.helpsWith')}
            entity={own.entity.id}
            field="helpsWith"
            value={own.entity.helpsWith}
            multiline
            rows={2}
          />
        </>
      );
  }
};
