import { HelpScreen } from '../features/help/HelpScreen.tsx';

export const Component = HelpScreen;
