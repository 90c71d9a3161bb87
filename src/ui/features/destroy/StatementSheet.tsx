import type { ReactNode } from 'react';
import type { Statement } from '../../../application/application.ts';
import { retentionRules } from '../../../core/plan/retention.ts';
import { dayOf } from '../../../core/shared/dayOf.ts';
import { formatDay, formatMoment } from '../../components/formatDate.ts';
import { Sheet } from '../../components/paper/Sheet.tsx';
import { useDiscipline } from '../../components/useDiscipline.ts';
import { withCapital } from '../../components/withCapital.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './destroy.module.css';
import { useHolderWords } from './useHolderWords.ts';

/** Vernietigingsverklaring on paper: what was destroyed, why, by whom, who had it, and what nobody can know. */
export const StatementSheet = ({ statement }: { readonly statement: Statement }) => {
  const t = useTexts();
  const disciplineOf = useDiscipline();
  const { reference, subject, reason, ground, groundWords, keptUntil, period, at, by, documents } = statement;
  const why = [t(`destroy.reason.${reason.code}`), reason.words].filter(Boolean).join('. ');
  const source = ground === 'own' ? groundWords : retentionRules[ground].source;
  const [from, to] = [dayOf(period.from), dayOf(period.to)];
  const until = keptUntil ? t('destroy.paper.until', { day: formatDay(keptUntil) }) : t('destroy.paper.untilOwn');
  return (
    <Sheet title={t('destroy.paper.title')} facts={[reference]} purpose={t('destroy.paper.purpose')} kind="book">
      <dl className={styles['sheetFacts']}>
        <Fact label={t('destroy.paper.reference')}>{reference}</Fact>
        {subject && <Fact label={t('destroy.paper.subject')}>{subject}</Fact>}
        <Fact label={t('destroy.paper.reason')}>{why}</Fact>
        <Fact label={t('destroy.paper.ground')}>
          {source}. {until}
        </Fact>
        <Fact label={t('destroy.paper.period')}>
          {from === to ? formatDay(from) : t('destroy.paper.fromTo', { from: formatDay(from), to: formatDay(to) })}
        </Fact>
        <Fact label={t('destroy.paper.at')}>{formatMoment(at)}</Fact>
        <Fact label={t('destroy.paper.by')}>
          {[by.name, by.discipline && disciplineOf(by.discipline), by.organisation].filter(Boolean).join(', ')}
        </Fact>
      </dl>
      <section className={styles['part']}>
        <h3>{t('destroy.paper.documents')}</h3>
        <ul>
          {documents.map(({ doc, kind, changes, evidence }) => (
            <li key={doc}>
              {t('destroy.document', { document: withCapital(t(`circle.document.${kind}`)), count: changes })}{' '}
              <Ending evidence={evidence} shared={statement.shared} />
            </li>
          ))}
        </ul>
        {statement.shared && <p>{t('destroy.paper.evidence')}</p>}
      </section>
      <Holders statement={statement} />
      <section className={styles['part']}>
        <h3>{t('destroy.paper.unknown')}</h3>
        <ul>
          {statement.shared && <li>{t('destroy.paper.unknown.off')}</li>}
          {statement.shared && <li>{t('destroy.paper.unknown.parts')}</li>}
          {statement.shared && <li>{t('destroy.paper.unknown.server')}</li>}
          <li>{t('destroy.paper.unknown.copies')}</li>
        </ul>
      </section>
      <div className={styles['signature']}>
        <p>{t('destroy.paper.name')}</p>
        <p>{t('destroy.paper.day')}</p>
        <p>{t('destroy.paper.sign')}</p>
      </div>
    </Sheet>
  );
};

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const Ending = ({ evidence, shared }: { readonly evidence: Statement['documents'][number]['evidence']; readonly shared: boolean }) => {
  const t = useTexts();
  if (!shared) return null;
  if (evidence === null) return <strong>{t('destroy.paper.notYet')}</strong>;
  return (
    <>
      {t('destroy.paper.endedAt', { at: formatMoment(evidence.at) })} <code className={styles['hash']}>{evidence.hash}</code>
    </>
  );
};

/** Who had it, and of how many of their devices the server saw that they fetched the news. */
const Holders = ({ statement: { holders, heard, shared } }: { readonly statement: Statement }) => {
  const t = useTexts();
  const wordsOf = useHolderWords();
  const fetched = new Set(heard?.devices);
  return (
    <section className={styles['part']}>
      <h3>{t('destroy.paper.holders')}</h3>
      <ul>
        {holders.map((holder) => (
          <li key={holder.member}>
            {wordsOf(holder)}
            {': '}
            {holder.devices === null ? t('destroy.devices.unknown') : t('destroy.devices', { count: holder.devices.length })}
            {heard &&
              holder.devices &&
              t('destroy.paper.heardBy', { count: holder.devices.filter((device) => fetched.has(device)).length })}
          </li>
        ))}
      </ul>
      {shared && <p>{heard ? t('destroy.paper.heardAt', { at: formatMoment(heard.at) }) : t('destroy.paper.heardNever')}</p>}
    </section>
  );
};
