import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, describe, expect, it } from 'vitest';
import { useKeptFocus } from '../../../src/ui/app/useKeptFocus.ts';

/** A screen with two parts; the answer in one of them disappears once it is given. */
const Screen = () => {
  useKeptFocus();
  const [isAsked, setAsked] = useState(true);
  const [isKnown, setKnown] = useState(true);
  const [isOpen, setOpen] = useState(false);
  return (
    <main>
      <h1>Overleg</h1>
      {isKnown && (
        <section>
          <h2>Akkoord</h2>
          {isAsked && <button onClick={() => setAsked(false)}>Bewaren</button>}
          <button onClick={() => setKnown(false)}>Weg</button>
          <button onClick={() => setOpen(true)}>Openen</button>
        </section>
      )}
      {isOpen &&
        createPortal(
          <div role="dialog">
            <h2>Plannen</h2>
            <button onClick={() => setOpen(false)}>Sluiten</button>
          </div>,
          document.body,
        )}
    </main>
  );
};

afterEach(cleanup);

describe('the focus of what disappears', () => {
  it('goes to the heading of the part it stood in', async () => {
    render(<Screen />);
    await userEvent.click(screen.getByRole('button', { name: 'Bewaren' }));
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('heading', { name: 'Akkoord' }));
  });

  it('goes to the title of the screen when the whole part is gone', async () => {
    render(<Screen />);
    await userEvent.click(screen.getByRole('button', { name: 'Weg' }));
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('heading', { name: 'Overleg' }));
  });

  it('goes back to what opened a dialog', async () => {
    render(<Screen />);
    await userEvent.click(screen.getByRole('button', { name: 'Openen' }));
    await userEvent.click(screen.getByRole('button', { name: 'Sluiten' }));
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('button', { name: 'Openen' }));
  });

  it('is left alone when somebody puts it nowhere', async () => {
    render(<Screen />);
    const kept = screen.getByRole('button', { name: 'Weg' });
    kept.focus();
    await userEvent.click(document.body);
    await userEvent.click(screen.getByRole('heading', { name: 'Overleg' }));
    expect(document.activeElement).toBe(document.body);
  });
});
