import type { CivilDate } from '../../../core/shared/civilDate.ts';
import type { Helper } from '../../../core/shared/helpers.ts';
import { TextField } from '../../components/fields/TextField.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './organisation.module.css';

export type HelperDraft = Omit<Helper, 'checkedOn'>;
export type HelperProblems = { readonly [place in `${Helper['kind']}.${'phone' | 'mail'}`]?: string };

interface HelperFieldsProps {
  readonly draft: HelperDraft;
  readonly checkedOn: CivilDate | null;
  /** What families see when this stays empty. */
  readonly national: string | undefined;
  readonly problems: HelperProblems;
  readonly onChange: (change: Partial<HelperDraft>) => void;
}

/** How to reach one of those who help families. */
export const HelperFields = ({ draft: { kind, name, phone, mail }, checkedOn, national, problems, onChange }: HelperFieldsProps) => {
  const t = useTexts();
  return (
    <fieldset className={styles['helper']}>
      <legend>{t(`helpers.${kind}`)}</legend>
      <div className={styles['helperFields']}>
        <TextField label={t('organisation.helpers.name')} value={name} onChange={(next) => onChange({ name: next })} />
        <TextField
          label={t('organisation.helpers.phone')}
          type="tel"
          value={phone}
          onChange={(next) => onChange({ phone: next })}
          error={problems[`${kind}.phone`]}
        />
        <TextField
          label={t('organisation.helpers.mail')}
          type="email"
          value={mail}
          onChange={(next) => onChange({ mail: next })}
          error={problems[`${kind}.mail`]}
        />
      </div>
      {checkedOn && <p>{t('organisation.helpers.checked', { day: formatDay(checkedOn) })}</p>}
      {!checkedOn && national && <p>{t('organisation.helpers.national', { phone: national })}</p>}
    </fieldset>
  );
};
