import styles from './WritingSpace.module.css';

/** A question with lines to write on. What has room to spare grows with the paper. */
export const WritingSpace = ({ question, hint, lines }: { readonly question: string; readonly hint?: string; readonly lines: number }) => (
  <section className={styles['space']}>
    <h3>{question}</h3>
    {hint && <p>{hint}</p>}
    {Array.from({ length: lines }, (_, line) => (
      <div key={line} className={styles['line']} />
    ))}
  </section>
);

/** "Naam: ______": filled in when it is known. */
export const WritingField = ({ label, value = '' }: { readonly label: string; readonly value?: string | undefined }) => (
  <p className={styles['field']}>
    <span>{label}</span>
    <span className={styles['answer']}>{value}</span>
  </p>
);

/** The last line of a form: who signs, and when. */
export const SignatureRow = ({ sign, date }: { readonly sign: string; readonly date: string }) => (
  <div className={styles['signature']}>
    <WritingField label={sign} />
    <WritingField label={date} />
  </div>
);
