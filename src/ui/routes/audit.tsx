import { AuditScreen } from '../features/access/AuditScreen.tsx';

export const Component = AuditScreen;
