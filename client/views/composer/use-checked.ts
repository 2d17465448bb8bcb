// Whether the person has read once what was filled in. On this device: reading is done with the eyes in front of it.

import { useState } from "preact/hooks";
import { storage } from "../../store/local-storage.ts";

export function useChecked(id: string): { readonly isChecked: boolean; readonly check: () => void } {
  const key = `rebound.checked/${id}`;
  const [isChecked, setChecked] = useState(() => storage.get(key) !== null);
  const check = () => {
    storage.set(key, "1");
    setChecked(true);
  };
  return { isChecked, check };
}
