import { useId, useState } from 'react';
import type { DestroyInput, DestructionView } from '../../../application/application.ts';
import { destroyReasons, type DestroyReason } from '../../../core/circle/destruction.ts';
import { retentionGrounds, type RetentionGround } from '../../../core/shared/retentionGrounds.ts';
import { keptUntil, retentionRules } from '../../../core/plan/retention.ts';
import { ok } from '../../../core/shared/result.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useSubmit } from '../../components/fields/useSubmit.ts';
import { formatDay } from '../../components/formatDate.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { ConfirmDestroy } from './ConfirmDestroy.tsx';
import styles from './destroy.module.css';
import { initialsOf } from './initialsOf.ts';

/** Why, on what ground, and what may stand on the statement; then once more for certain. */
export const DestroyForm = ({ view }: { readonly view: DestructionView }) => {
  const t = useTexts();
  const headingId = useId();
  const { children } = useCaseView();
  const [reason, setReason] = useState<DestroyReason | null>(null);
  const [words, setWords] = useState('');
  const [ground, setGround] = useState<RetentionGround | null>(null);
  const [groundWords, setGroundWords] = useState('');
  const [reference, setReference] = useState('');
  const [subject, setSubject] = useState(children.map(initialsOf).join(', '));
  const [asked, setAsked] = useState<DestroyInput | null>(null);
  const { problems, errors, onSubmit } = useSubmit({
    found: {
      ...(reason === null ? { reason: t('destroy.reason.missing') } : {}),
      ...(reason === 'other' && words.trim() === '' ? { words: t('errors.ReasonMissing') } : {}),
      ...(ground === null ? { ground: t('destroy.ground.missing') } : {}),
      ...(ground === 'own' && groundWords.trim() === '' ? { groundWords: t('destroy.ground.words.missing') } : {}),
      ...(reference.trim() === '' ? { reference: t('destroy.reference.missing') } : {}),
    },
    send: async () => {
      if (reason && ground)
        setAsked({
          reference: reference.trim(),
          subject: subject.trim(),
          reason: { code: reason, words: words.trim() },
          ground,
          groundWords: ground === 'own' ? groundWords.trim() : '',
        });
      return ok(undefined);
    },
    say: () => '',
  });
  return (
    <Card as="section" labelledBy={headingId}>
      <h2 id={headingId}>{t('destroy.why')}</h2>
      <form className={styles['form']} onSubmit={onSubmit} noValidate>
        <ErrorSummary errors={errors} />
        <ChoiceField<DestroyReason>
          label={t('destroy.reason')}
          options={destroyReasons.map((value) => ({ value, label: t(`destroy.reason.${value}`) }))}
          value={reason}
          onChange={setReason}
          isRequired
          error={problems.reason}
        />
        <TextArea
          label={t('destroy.words')}
          hint={t('destroy.words.hint')}
          rows={2}
          value={words}
          onChange={setWords}
          isRequired={reason === 'other'}
          error={problems.words}
        />
        <ChoiceField<RetentionGround>
          label={t('destroy.ground')}
          hint={t('destroy.ground.hint')}
          options={retentionGrounds.map((value) => ({
            value,
            label: t(`destroy.ground.${value}`),
            ...(value === 'own' ? {} : { detail: retentionRules[value].source }),
          }))}
          value={ground}
          onChange={setGround}
          isRequired
          error={problems.ground}
        />
        {ground === 'own' && (
          <TextField
            label={t('destroy.ground.words')}
            value={groundWords}
            onChange={setGroundWords}
            isRequired
            error={problems.groundWords}
          />
        )}
        {ground && <PeriodNote view={view} ground={ground} />}
        <TextField
          label={t('destroy.reference')}
          hint={t('destroy.reference.hint')}
          value={reference}
          onChange={setReference}
          isRequired
          error={problems.reference}
        />
        <TextField label={t('destroy.subject')} hint={t('destroy.subject.hint')} value={subject} onChange={setSubject} />
        <div>
          <Button type="submit" variant="danger">
            {t('destroy.go')}
          </Button>
        </div>
      </form>
      {asked && <ConfirmDestroy view={view} input={asked} onClose={() => setAsked(null)} />}
    </Card>
  );
};

/** Whether the period can be over at all. When a child left school nobody wrote down, so that remains to be checked. */
const PeriodNote = ({ view, ground }: { readonly view: DestructionView; readonly ground: RetentionGround }) => {
  const t = useTexts();
  const today = useToday();
  const until = keptUntil(ground, view.lastChange);
  const facts = { changed: formatDay(view.lastChange), until: until ? formatDay(until) : '' };
  if (until === null) return <Banner tone="info" title={t('destroy.period.own')} />;
  if (until <= today) return <Banner tone="info" title={t('destroy.period.check', facts)} />;
  return (
    <Banner tone="alarm" title={t('destroy.period.notOver')}>
      {t('destroy.period.notOver.explain', facts)}
    </Banner>
  );
};
