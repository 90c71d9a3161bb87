import { generatePath, useParams } from 'react-router';
import { findTakingPart } from '../../../../core/consent/takingPart.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { LinkButton } from '../../../components/Button.tsx';
import { Chip } from '../../../components/Chip.tsx';
import styles from '../../../components/consent/consent.module.css';
import { Reasons } from '../../../components/consent/Reasons.tsx';
import { usePlaceWords } from '../../../components/consent/usePlaceWords.ts';
import { Row } from '../../../components/Layout.tsx';
import { paths } from '../../../components/paths.ts';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';

/** Which parents take part as a matter of course, and about whom to think first; also when they are in already. */
export const ParentsInCircle = () => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  const view = useCaseView();
  const today = useToday();
  const { placeText, reasonsOf } = usePlaceWords();
  const parents = view.caregivers.map((caregiver) => ({ ...caregiver, places: findTakingPart(view, today, caregiver.id) }));
  if (view.children.length === 0 || parents.length === 0) return null;
  return (
    <>
      <h3>{t('consentWork.parentsInCircle')}</h3>
      <ul className={styles['matters']}>
        {parents.map(({ id, name, member, places }) => {
          const isToThinkAbout = places.some(({ place }) => place !== 'byDefault');
          return (
            <li key={id}>
              <Row justify="between" align="start">
                <h4 translate="no">{name}</h4>
                <Chip tone={isToThinkAbout && member ? 'attention' : 'plain'}>
                  {t(member ? 'consentWork.isInCircle' : 'consentWork.isNotInCircle')}
                </Chip>
              </Row>
              {places.map((place) => (
                <p key={place.children.join()}>{placeText(name, place)}</p>
              ))}
              {places.some(({ place }) => place === 'unknown') && (
                <LinkButton variant="plain" to={`${generatePath(paths.family, { caseId })}#authority`}>
                  {t('consentWork.askAbout', { name })}
                </LinkButton>
              )}
              <Reasons reasons={reasonsOf(places)} />
            </li>
          );
        })}
      </ul>
    </>
  );
};
