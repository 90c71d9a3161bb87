import { AccessScreen } from '../features/access/AccessScreen.tsx';

export const Component = AccessScreen;
