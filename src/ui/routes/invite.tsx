import { InviteScreen } from '../features/circle/InviteScreen.tsx';

export const Component = InviteScreen;
