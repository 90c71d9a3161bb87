import { PrepareScreen } from '../features/myPlan/prepare/PrepareScreen.tsx';

export const Component = PrepareScreen;
