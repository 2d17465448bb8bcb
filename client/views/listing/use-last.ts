import { useRef } from "preact/hooks";

/** The last thing there was, so that a sheet keeps its words while it leaves. */
export function useLast<T>(value: T | null): T | null {
  const last = useRef(value);
  if (value !== null) last.current = value;
  return last.current;
}
