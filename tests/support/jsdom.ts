import '@testing-library/jest-dom/vitest';

// A place without a layout has nowhere to scroll to; without the verb a screen that scrolls would crash instead.
Element.prototype.scrollIntoView = () => {};
