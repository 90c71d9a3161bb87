import { DangerScreen } from '../features/danger/DangerScreen.tsx';

export const Component = DangerScreen;
