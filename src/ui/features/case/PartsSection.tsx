import { useCallback } from 'react';
import { generatePath, Link } from 'react-router';
import type { PartList, PartSummary } from '../../../application/application.ts';
import { useApplication, useOpenCase, useStore } from '../../components/applicationContext.tsx';
import { paths } from '../../components/paths.ts';
import { useOpened } from '../../components/useOpened.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './case.module.css';
import { Section } from './Section.tsx';

/** Aparte delen: only what this device holds. Whoever has none sees nothing of it. */
export const PartsSection = () => {
  const { parts } = useApplication();
  const { caseId } = useOpenCase();
  const found = useOpened(useCallback(() => parts.list(caseId), [parts, caseId]));
  return found.type === 'open' ? <Parts list={found.opened} /> : null;
};

const Parts = ({ list }: { readonly list: PartList }) => {
  const t = useTexts();
  const { caseId } = useOpenCase();
  const parts = useStore(list.parts);
  if (parts.length === 0) return null;
  return (
    <Section id="parts" title={t('case.parts')}>
      <p>{t('case.parts.intro')}</p>
      <ul className={styles['list']}>
        {parts.map((part) => (
          <li key={part.doc}>
            <Link className={styles['part']} to={generatePath(paths.part, { caseId, doc: part.doc })}>
              {part.title || t(`case.parts.${part.kind}`)}
            </Link>
            <PartFacts part={part} />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const PartFacts = ({ part: { kind, title, readers } }: { readonly part: PartSummary }) => {
  const t = useTexts();
  const count = readers.length;
  return (
    <span className={styles['detail']}>
      {title ? `${t(`case.parts.${kind}`)}, ` : ''}
      {t('case.parts.readers', { count })}
    </span>
  );
};
