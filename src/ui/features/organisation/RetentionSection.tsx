import { useState } from 'react';
import type { OrganisationView } from '../../../application/application.ts';
import { retentionGrounds, type RetentionGround } from '../../../core/shared/retentionGrounds.ts';
import { retentionRules } from '../../../core/plan/retention.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { askErrorText } from '../../components/askErrorText.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { useSubmit } from '../../components/fields/useSubmit.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './organisation.module.css';

/** How long this organisation keeps closed cases: one of the usual periods with its source, or its own. */
export const RetentionSection = ({ retention }: Pick<OrganisationView, 'retention'>) => {
  const t = useTexts();
  const { organisation } = useApplication();
  const [ground, setGround] = useState<RetentionGround | null>(retention?.ground ?? null);
  const [years, setYears] = useState(retention?.years ?? null);
  const [isDone, setDone] = useState(false);
  const { problems, errors, isBusy, onSubmit } = useSubmit({
    found: {
      ...(ground === null ? { ground: t('organisation.retention.missing') } : {}),
      ...(ground === 'own' && years === null ? { years: t('asked.error.PeriodMissing') } : {}),
    },
    send: async () => {
      const result = await organisation.retain({ ground: ground as RetentionGround, years: ground === 'own' ? years : null });
      setDone(result.ok);
      return result;
    },
    say: (error) => askErrorText(t, error),
  });
  const change = (next: RetentionGround | null) => {
    setGround(next);
    setDone(false);
  };
  return (
    <Card as="section" labelledBy="retention">
      <form onSubmit={onSubmit} noValidate className={styles['form']}>
        <h2 id="retention">{t('organisation.retention')}</h2>
        <p>{t('organisation.retention.explain')}</p>
        <ErrorSummary errors={errors} />
        <ChoiceField<RetentionGround>
          label={t('organisation.retention.which')}
          hint={t('organisation.retention.hint')}
          options={retentionGrounds.map((value) => ({
            value,
            label: t(`organisation.retention.${value}`, { years: value === 'own' ? 0 : retentionRules[value].years }),
            ...(value === 'own' ? {} : { detail: retentionRules[value].source }),
          }))}
          value={ground}
          onChange={change}
          isRequired
          error={problems.ground}
        />
        {ground === 'own' && (
          <NumberField
            label={t('organisation.retention.years')}
            min={1}
            max={115}
            value={years}
            onChange={(next) => {
              setYears(next);
              setDone(false);
            }}
            isRequired
            error={problems.years}
          />
        )}
        <Button type="submit" variant="quiet" isDisabled={isBusy}>
          {t('organisation.retention.do')}
        </Button>
        {isDone && <p role="status">{t('organisation.retention.done')}</p>}
      </form>
    </Card>
  );
};
