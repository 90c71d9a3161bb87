import type { PartView } from '../../../application/application.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Card } from '../../components/Card.tsx';
import { EraseButton } from '../../components/erasing/EraseButton.tsx';
import { AutosaveChoice } from '../../components/fields/AutosaveChoice.tsx';
import { AutosaveText } from '../../components/fields/AutosaveText.tsx';
import { Row } from '../../components/Layout.tsx';
import { isFamily, personOptions } from '../../components/people.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { missingReaders } from './missingReaders.ts';
import styles from './parts.module.css';
import { usePartErasing } from './usePartErasing.ts';

/** What this part is for, and whom it is about. */
export const AboutPart = ({ view }: { readonly view: PartView }) => {
  const t = useTexts();
  const { heading, kind, mayDescribe } = view;
  const { place, textsIn } = usePartErasing(view);
  const plan = useCaseView();
  const today = useToday();
  const missing = kind === 'part' ? missingReaders(view, plan, today) : [];
  const about = plan.people.find(({ id }) => id === heading.about);
  return (
    <Card as="section" labelledBy="part-about">
      <h2 id="part-about">{t('parts.about')}</h2>
      {mayDescribe ? (
        <div className={styles['fields']}>
          <AutosaveText label={t('parts.name')} entity={heading.id} field="title" value={heading.title} />
          <AutosaveText label={t('parts.purpose')} multiline entity={heading.id} field="purpose" value={heading.purpose} />
          {kind === 'part' && (
            <AutosaveChoice<EntityId>
              label={t('parts.person')}
              appearance="select"
              emptyLabel={t('parts.person.nobody')}
              options={personOptions(plan.people.filter(isFamily))}
              entity={heading.id}
              field="about"
              value={(about?.id ?? null) as EntityId | null}
            />
          )}
        </div>
      ) : (
        <>
          <p translate="no">{heading.purpose || t('parts.purpose.none')}</p>
          {about && <p translate="no">{t('parts.person.is', { name: about.name })}</p>}
        </>
      )}
      <Row>
        <EraseButton
          texts={textsIn(heading.id, { title: heading.title, purpose: heading.purpose })}
          about={t('parts.about')}
          place={place}
        />
      </Row>
      {missing.length > 0 && (
        <Banner tone="attention" title={t('parts.person.missing', { names: missing.map(({ name }) => name).join(', ') })}>
          {t('parts.person.why')}
        </Banner>
      )}
    </Card>
  );
};
