import type { LucideIcon } from 'lucide-react';
import type { AriaAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { Link } from 'react-router';
import styles from './Button.module.css';

export type ButtonVariant = 'primary' | 'quiet' | 'plain' | 'danger';

type PassedAria = Pick<
  AriaAttributes,
  'aria-label' | 'aria-pressed' | 'aria-expanded' | 'aria-controls' | 'aria-describedby' | 'aria-haspopup' | 'aria-keyshortcuts'
>;

interface ButtonProps extends PassedAria {
  readonly variant?: ButtonVariant;
  readonly onPress?: () => void;
  readonly icon?: LucideIcon;
  readonly type?: 'button' | 'submit';
  /** Only while the press is being carried out; a form's submit is never disabled. */
  readonly isDisabled?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children?: ReactNode;
}

/** One press, one thing. A native button: keyboard, touch and high contrast come with it. */
export const Button = ({
  variant = 'primary',
  onPress,
  icon: Icon,
  type = 'button',
  isDisabled = false,
  ref,
  children,
  ...aria
}: ButtonProps) => (
  <button
    ref={ref}
    type={type}
    className={`${styles['button']} ${styles[variant]}`}
    onClick={isDisabled ? refuse : onPress}
    // Not `disabled`: that takes the focus away from whoever pressed it with a key.
    aria-disabled={isDisabled || undefined}
    {...aria}
  >
    {Icon && <Icon size={22} aria-hidden />}
    {children}
  </button>
);

/** Nor does it send its form. */
const refuse = (event: MouseEvent) => event.preventDefault();

interface LinkButtonProps extends Pick<AriaAttributes, 'aria-label' | 'aria-describedby' | 'aria-current'> {
  readonly to: string;
  /** What the other screen should know of this one. */
  readonly state?: { readonly from: string };
  readonly variant?: ButtonVariant;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}

/** Looks like a button, is a link: it goes somewhere, so it opens in a new tab too. */
export const LinkButton = ({ to, state, variant = 'primary', icon: Icon, children, ...aria }: LinkButtonProps) => (
  <Link to={to} state={state} className={`${styles['button']} ${styles[variant]}`} {...aria}>
    {Icon && <Icon size={22} aria-hidden />}
    {children}
  </Link>
);
