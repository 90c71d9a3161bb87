import styles from './Evaluation.module.css';

/** What was written down, below what it answers. */
export const Words = ({ heading, words }: { readonly heading: string; readonly words: string }) => (
  <div>
    <h3>{heading}</h3>
    <p className={styles['words']} translate="no">
      {words}
    </p>
  </div>
);
