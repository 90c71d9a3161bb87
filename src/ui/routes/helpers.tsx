export { HelpersScreen as Component } from '../features/myPlan/HelpersScreen.tsx';
