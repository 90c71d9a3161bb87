import '@testing-library/jest-dom/vitest';
import { cleanup, configure, getConfig } from '@testing-library/react';
import { afterEach } from 'vitest';

// A place without a layout has nowhere to scroll to; without the verb a screen that scrolls would crash instead.
Element.prototype.scrollIntoView = () => {};

// Whoever waits for something looks many times, and prints the whole page each time it is not there: only the last time is read.
const { getElementError } = getConfig();
configure({
  getElementError: (message, container) =>
    isLookingAgain()
      ? Object.assign(new Error(message ?? ''), { name: 'TestingLibraryElementError' })
      : getElementError(message, container),
});

function isLookingAgain(): boolean {
  return (getConfig() as { readonly _disableExpensiveErrorDiagnostics?: boolean })._disableExpensiveErrorDiagnostics === true;
}

afterEach(cleanup);
