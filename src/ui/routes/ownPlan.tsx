import { OwnPlanScreen } from '../features/myPlan/ownPlan/OwnPlanScreen.tsx';

export const Component = OwnPlanScreen;
