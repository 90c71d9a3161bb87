import { findTakingPart } from '../../../../core/consent/takingPart.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Reasons } from '../../../components/consent/Reasons.tsx';
import { usePlaceWords } from '../../../components/consent/usePlaceWords.ts';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { PlanCard } from '../PlanCard.tsx';

/** Why this parent reads along, or what is not known about that. */
export const PlaceCard = () => {
  const t = useTexts();
  const { placeText, reasonsOf } = usePlaceWords();
  const view = useCaseView();
  const places = findTakingPart(view, useToday(), view.me?.id ?? null);
  if (places.length === 0) return null;
  const lines = places.map((place) => placeText('', place));
  return (
    <PlanCard title={t('consent.place')} aloud={lines}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Reasons reasons={reasonsOf(places)} />
    </PlanCard>
  );
};
