import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import styles from './DeviceScreen.module.css';

const icons = { good: CircleCheck, careful: TriangleAlert, plain: Info } as const;

/** One thing about this device, with a sign that only repeats what the words say. */
export const Fact = ({ mood, children }: { readonly mood: keyof typeof icons; readonly children: string }) => {
  const Icon = icons[mood];
  return (
    <li className={`${styles['fact']} ${styles[mood] ?? ''}`}>
      <Icon size={22} aria-hidden />
      <span>{children}</span>
    </li>
  );
};
