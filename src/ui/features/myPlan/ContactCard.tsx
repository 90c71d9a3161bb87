import { useCaseView } from '../../components/applicationContext.tsx';
import { Explain } from '../../components/Explain.tsx';
import { hatOf, nameOf } from '../../components/people.ts';
import { useTerms } from '../../components/useTerms.ts';
import { Words } from '../../components/Words.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { PlanCard } from './PlanCard.tsx';
import { ReachButtons } from './ReachButtons.tsx';
import { useWho } from './useWho.ts';
import { waysToReach } from './waysToReach.ts';

/** Who is our coordinator, and how to reach them: one tap to call or to mail. */
export const ContactCard = () => {
  const t = useTexts();
  const terms = useTerms();
  const who = useWho();
  const view = useCaseView();
  const { coordinator, people } = view;
  const person = people.find(({ id }) => id === coordinator?.person);
  if (!coordinator || !person) {
    const none = t('myPlan.contact.none', who);
    return (
      <PlanCard id="contact" title={t('myPlan.contact')} aloud={[none]}>
        <p>{none}</p>
        <Explain word="coordinator" />
      </PlanCard>
    );
  }
  const cover = nameOf(view, coordinator.cover);
  const covers = cover ? [t('myPlan.contact.cover', { name: cover })] : [];
  if (person.id === view.me?.id) {
    const lines = [t('myPlan.contact.me', who), ...covers];
    return (
      <PlanCard id="contact" title={t('myPlan.contact')} aloud={lines}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </PlanCard>
    );
  }
  const reach = coordinator.reachability || person.reachability;
  const { phone, mail } = waysToReach(person.phone, coordinator.reachability, person.reachability);
  const hat = hatOf(terms, person);
  return (
    <PlanCard id="contact" title={t('myPlan.contact')} aloud={[t('myPlan.contact.is', { name: person.name, hat }), reach, ...covers]}>
      <p translate="no">
        <Words as="strong">{person.name}</Words> <bdi>{hat}</bdi>
      </p>
      {reach && <Words>{reach}</Words>}
      <ReachButtons name={person.name} phone={phone} mail={mail} />
      {!phone && !reach && <p>{t('myPlan.contact.noPhone', who)}</p>}
      {covers.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Explain word="coordinator" />
    </PlanCard>
  );
};
