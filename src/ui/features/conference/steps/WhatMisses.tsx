import type { Conference } from '../../../../core/plan/caseView.ts';
import { useCaseView, useOpenCase } from '../../../components/applicationContext.tsx';
import { LinkButton } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { Chip } from '../../../components/Chip.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';
import { conferencePath } from '../conferencePath.ts';
import { findMissing } from '../whatMisses.ts';

/** A last look: what is needed, and what may wait, each with the way to it. */
export const WhatMisses = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const view = useCaseView();
  const { caseId } = useOpenCase();
  const missing = findMissing(view, conference);
  return (
    <Card as="section" labelledBy="misses" tone={missing.length === 0 ? 'done' : 'attention'}>
      <Stack gap={3}>
        <h2 id="misses">{t('conference.next.misses')}</h2>
        {missing.length === 0 && <p>{t('conference.next.missesNothing')}</p>}
        <ul className={styles['plainList']}>
          {missing.map(({ text, step, isNeeded }) => (
            <li key={text} className={styles['lineWithAction']}>
              <span>
                {t(text)}{' '}
                <Chip tone={isNeeded ? 'attention' : 'plain'}>{t(isNeeded ? 'conference.next.needed' : 'conference.next.optional')}</Chip>
              </span>
              {step !== 'next' && (
                <LinkButton
                  variant="plain"
                  to={conferencePath(caseId, conference.id, step)}
                  aria-label={`${t('conference.fill')}: ${t(text)}`}
                >
                  {t('conference.fill')}
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
      </Stack>
    </Card>
  );
};
