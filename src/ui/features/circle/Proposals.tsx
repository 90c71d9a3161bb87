import type { CircleView, RemovalProposal } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Stack } from '../../components/Layout.tsx';
import { useAsk } from '../../components/useAsk.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useNameInCircle } from '../../components/circle/circleWords.ts';

/** Somebody of the family goes only when two professionals stand behind it: who said so, why, and saying it too. */
export const Proposals = ({ view }: { readonly view: CircleView }) => {
  const t = useTexts();
  if (view.proposals.length === 0) return null;
  return (
    <Stack as="section" gap={3} labelledBy="proposals">
      <h2 id="proposals">{t('circle.proposals')}</h2>
      {view.proposals.map((proposal) => (
        <Proposal key={proposal.member} view={view} proposal={proposal} />
      ))}
    </Stack>
  );
};

const Proposal = ({ view, proposal }: { readonly view: CircleView; readonly proposal: RemovalProposal }) => {
  const t = useTexts();
  const { circle } = useApplication();
  const nameOf = useNameInCircle(view);
  const { ask, isAsking, errorText } = useAsk();
  const { member, reason, by, mayISecond } = proposal;
  const name = nameOf(member);
  const replaced = view.people.some((person) => person.member === member && person.replaced);
  return (
    <Card as="article" tone="attention">
      <h3>{t('circle.proposal.title', { name })}</h3>
      <p>{t('circle.proposal.by', { names: by.map(nameOf).join(', ') })}</p>
      {replaced ? <p>{t('circle.proposal.replaced')}</p> : <p translate="no">{reason}</p>}
      {mayISecond ? (
        <>
          <p>{t('circle.proposal.second.explain')}</p>
          <div>
            <Button variant="danger" isDisabled={isAsking} onPress={() => void ask(() => circle.secondRemoval(view.caseId, member))}>
              {t('circle.proposal.second', { name })}
            </Button>
          </div>
        </>
      ) : (
        <p>{t('circle.proposal.waits')}</p>
      )}
      {errorText && <p role="alert">{errorText}</p>}
    </Card>
  );
};
