import type { Remark } from '../../../../core/plan/caseView.ts';
import { answerRequestBefore } from '../../../../core/plan/remarks.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { formatDay, formatMoment } from '../../../components/formatDate.ts';
import { Stack } from '../../../components/Layout.tsx';
import { Quote } from '../../../components/Quote.tsx';
import { useNames } from '../../../components/useNames.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../case.module.css';
import { usePlanWords } from '../../../components/planRows/usePlanWords.ts';
import { AnswerRemark } from './AnswerRemark.tsx';

interface RemarkItemProps {
  readonly remark: Remark;
  readonly mayAnswer: boolean;
}

/** One question, or what is said not to be right, in the words of who said it; with the answers so far. */
export const RemarkItem = ({ remark, mayAnswer }: RemarkItemProps) => {
  const t = useTexts();
  const { nameOf } = useNames();
  const { labelOf } = usePlanWords();
  const { kind, about, text, by, at, replies, isOpen, asks } = remark;
  const name = nameOf(by);
  const what = about === '' ? '' : labelOf(about as EntityId);
  return (
    <li>
      <Stack gap={3}>
        <Quote by={t(asks ? `heard.request.${asks}` : kind === 'notRight' ? 'heard.remark.notRight' : 'heard.remark.question', { name })}>
          {kind === 'notRight' && about !== '' && <p>{what ? t('heard.remark.about', { what }) : t('heard.remark.aboutGone')}</p>}
          {text ? <p translate="no">{text}</p> : <p>{t('heard.remark.noWords')}</p>}
        </Quote>
        {at !== null && <p className={styles['detail']}>{formatMoment(at)}</p>}
        {asks && isOpen && at !== null && <p>{t('heard.request.before', { day: formatDay(answerRequestBefore(at)) })}</p>}
        {replies.map((reply) => (
          <p key={reply.id} className={styles['note']} translate="no">
            <strong>{nameOf(reply.by)}:</strong> {reply.outcome && `${t(`heard.request.${reply.outcome}`)}. `}
            {reply.text}
          </p>
        ))}
        {mayAnswer && <AnswerRemark remark={remark.id} name={name} isMore={!isOpen} isRequest={asks !== null && isOpen} />}
      </Stack>
    </li>
  );
};
