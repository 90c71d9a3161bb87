import { WelcomeScreen } from '../features/start/WelcomeScreen.tsx';

export const Component = WelcomeScreen;
