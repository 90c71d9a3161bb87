import { Reply } from 'lucide-react';
import type { Person } from '../../../../core/plan/caseView.ts';
import { type OwnWords, ownWords } from '../../../../core/plan/childsPlan.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Chip } from '../../../components/Chip.tsx';
import { PupilWords } from '../../../components/heard/PupilWords.tsx';
import { nameOf } from '../../../components/people.ts';
import { useNames } from '../../../components/useNames.ts';
import { Words } from '../../../components/Words.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import plan from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';

/** So many stay in sight: those that were answered come first. */
const SHOWN = 3;

/** What a child said, and what the team did with it. */
export const MyWords = ({ me }: { readonly me: Person }) => {
  const t = useTexts();
  const all = ownWords(useCaseView(), me.id);
  const [shown, earlier] = [all.slice(0, SHOWN), all.slice(SHOWN)];
  return (
    <PlanCard
      title={t('myPlan.child.words')}
      icon={Reply}
      aloud={
        all.length === 0
          ? [t('myPlan.child.words.none')]
          : shown.flatMap(({ text, replies }) => [text, ...replies.map((reply) => reply.text)])
      }
    >
      {all.length === 0 && <p>{t('myPlan.child.words.none')}</p>}
      <Said all={shown} />
      {earlier.length > 0 && (
        <details className={plan['earlier']}>
          <summary>{t('myPlan.child.words.earlier')}</summary>
          <Said all={earlier} />
        </details>
      )}
    </PlanCard>
  );
};

const Said = ({ all }: { readonly all: readonly OwnWords[] }) => (
  <ul className={plan['list']}>
    {all.map((said) => (
      <li key={said.id} className={plan['item']}>
        <One said={said} />
      </li>
    ))}
  </ul>
);

const One = ({ said }: { readonly said: OwnWords }) => {
  const t = useTexts();
  const view = useCaseView();
  const names = useNames();
  const goal = said.saidOf === 'goal' ? view.goals.find(({ id }) => id === said.goal)?.statement : undefined;
  const writer = said.saidOf === 'goal' && said.via !== 'own' ? nameOf(view, said.recordedBy) : '';
  return (
    <>
      {goal && <p className={plan['soft']}>{t('myPlan.child.words.goal', { goal })}</p>}
      <p className={plan['soft']}>{writer ? t('myPlan.child.words.written', { name: writer }) : t('myPlan.child.words.me')}</p>
      {said.saidOf === 'goal' ? (
        <PupilWords said={said} drawing={t('myPlan.child.words.drawing')} />
      ) : (
        <>
          {said.kind === 'notRight' && <p>{t('myPlan.notRight')}</p>}
          {said.text && <Words>{said.text}</Words>}
        </>
      )}
      {said.replies.map((reply) => (
        <div key={reply.id} className={plan['reply']}>
          <strong translate="no">{names.nameOf(reply.by)}:</strong> <Words as="span">{reply.text}</Words>
        </div>
      ))}
      {said.isOpen && (
        <div>
          <Chip tone="plain">{t('myPlan.child.words.open')}</Chip>
        </div>
      )}
    </>
  );
};
