import styles from './myPlan.module.css';

/** Why something was not done; nothing when it was. `id`: for the field that it is about. */
export const Failed = ({ why, id }: { readonly why: string | null; readonly id?: string }) =>
  why && (
    <p id={id} role="alert" className={styles['error']}>
      {why}
    </p>
  );
