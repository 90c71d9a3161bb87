import { ArrowLeft, Printer } from 'lucide-react';
import { generatePath, Link } from 'react-router';
import type { Person } from '../../../core/plan/caseView.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView, useOpenCase } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { ChoicesField } from '../../components/fields/ChoiceField.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { familyFirst, hatOf } from '../../components/people.ts';
import { useTerms } from '../../components/useTerms.ts';
import { chosenLanguage } from '../../i18n/catalogue.ts';
import { languages } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './PrintScreen.module.css';
import { SHEETS, sheets, type SheetId } from './sheets.tsx';

interface PrintChoicesProps {
  readonly id: SheetId;
  readonly isLarge: boolean;
  readonly onLarge: (isLarge: boolean) => void;
  readonly people: readonly Person[];
  readonly forWhom: readonly EntityId[];
  readonly onForWhom: (people: readonly EntityId[]) => void;
}

/** Which paper, how large, for whom; none of this comes on the paper. */
export const PrintChoices = ({ id, isLarge, onLarge, people, forWhom, onForWhom }: PrintChoicesProps) => {
  const t = useTexts();
  const terms = useTerms();
  const { caseId } = useOpenCase();
  const { conflicts } = useCaseView();
  const sheet = sheets[id];
  return (
    <div className={styles['choices']}>
      <div>
        <LinkButton variant="plain" icon={ArrowLeft} to={generatePath(paths.case, { caseId })}>
          {t('print.back')}
        </LinkButton>
      </div>
      <PageHeading title={t('print.title')} neutralTitle={t(sheet.title)} intro={t('print.intro')} />
      <nav aria-label={t('print.sheets')}>
        <ul className={styles['list']}>
          {SHEETS.map((other) => (
            <li key={other}>
              <Link to={generatePath(paths.print, { caseId, sheet: other })} aria-current={other === id ? 'page' : undefined} replace>
                {t(sheets[other].title)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p className={styles['hint']}>{t(sheet.about)}</p>
      {'forWhom' in sheet && people.length > 0 && (
        <ChoicesField
          label={t(sheet.forWhom.label)}
          hint={t('print.forWhom.hint')}
          options={familyFirst(people).map((person) => ({ value: person.id, label: person.name, detail: hatOf(terms, person) }))}
          value={forWhom}
          onChange={onForWhom}
        />
      )}
      <CheckField label={t('print.large')} value={isLarge} onChange={onLarge} />
      {conflicts.length > 0 && (
        <Banner
          tone="attention"
          actions={
            <LinkButton variant="quiet" to={generatePath(paths.conflicts, { caseId })}>
              {t('print.conflicts.choose')}
            </LinkButton>
          }
        >
          {t('print.conflicts', { count: conflicts.length })}{' '}
          {languages[chosenLanguage()].covers === 'family' && t('print.conflicts.inDutch')}
        </Banner>
      )}
      <div>
        <Button icon={Printer} onPress={() => window.print()}>
          {t('print.print')}
        </Button>
      </div>
      <p className={styles['hint']}>{t('print.hint')}</p>
    </div>
  );
};
