import { ConferenceScreen } from '../features/conference/ConferenceScreen.tsx';

export const Component = ConferenceScreen;
