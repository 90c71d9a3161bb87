import { useEffect, useState } from 'react';
import type { Result } from '../../core/shared/result.ts';

type Opened<O, E> =
  { readonly type: 'opening' } | { readonly type: 'open'; readonly opened: O } | { readonly type: 'failed'; readonly error: E };

/** Opens something for as long as the screen is there. `open` must stay the same function while it is about the same thing. */
export function useOpened<O extends { readonly close: () => void }, E>(open: () => Promise<Result<O, E>>): Opened<O, E> {
  const [state, setState] = useState<Opened<O, E>>({ type: 'opening' });
  useEffect(() => {
    let isLeft = false;
    let opened: O | null = null;
    void open().then((result) => {
      if (result.ok && isLeft) result.value.close();
      if (isLeft) return;
      if (result.ok) opened = result.value;
      setState(result.ok ? { type: 'open', opened: result.value } : { type: 'failed', error: result.error });
    });
    return () => {
      isLeft = true;
      opened?.close();
    };
  }, [open]);
  return state;
}
