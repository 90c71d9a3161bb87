import { Mail, Phone } from 'lucide-react';
import type { FamilyHelper } from '../../../core/plan/familyHelpers.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { nameOf } from '../../components/people.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';
import { PlanCard } from './PlanCard.tsx';
import { useWho } from './useWho.ts';

/** One who helps: what they do in a sentence, and one tap to reach them. Whose number nobody filled in is asked for. */
export const HelperCard = ({ helper: { kind, name, phone, mail, checkedOn, source } }: { readonly helper: FamilyHelper }) => {
  const t = useTexts();
  const who = useWho();
  const view = useCaseView();
  const coordinator = view.coordinator?.person === view.me?.id ? '' : nameOf(view, view.coordinator?.person);
  const does = t(`helpers.${kind}.does`, who);
  const unknown = coordinator ? t('helpers.unknown', { name: coordinator }) : t('helpers.unknown.nobody');
  const day = checkedOn && formatDay(checkedOn);
  return (
    <PlanCard title={t(`helpers.${kind}`)} aloud={phone + mail ? [does, name, phone] : [does, unknown]}>
      <p>{does}</p>
      {name && (
        <p translate="no">
          <strong>{name}</strong>
        </p>
      )}
      {phone + mail ? (
        <div className={styles['buttons']}>
          {phone && (
            <a className={styles['primary']} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
              <Phone size={22} aria-hidden /> {t('helpers.call', { phone })}
            </a>
          )}
          {mail && (
            <a className={styles['quiet']} href={`mailto:${mail}`}>
              <Mail size={22} aria-hidden /> {t('helpers.write', { mail })}
            </a>
          )}
        </div>
      ) : (
        <p>{unknown}</p>
      )}
      {day && <p className={styles['soft']}>{source ? t('helpers.national', { source, day }) : t('helpers.checked', { day })}</p>}
    </PlanCard>
  );
};
