import { GraduationCap, HeartPulse, House, Users, Volleyball, type LucideIcon } from 'lucide-react';
import { planSchema } from '../../core/plan/planSchema.ts';

export const DOMAINS = planSchema.goal.fields.domain.options;
export type Domain = (typeof DOMAINS)[number];

/** One picture per domain, the same everywhere: on screen and on paper. */
export const domainIcons = {
  home: House,
  school: GraduationCap,
  leisure: Volleyball,
  health: HeartPulse,
  network: Users,
} satisfies Record<Domain, LucideIcon>;
