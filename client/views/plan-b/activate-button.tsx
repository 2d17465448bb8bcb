import type { ComponentChildren } from "preact";
import { activatePlan } from "../../actions/activation.ts";
import { navigate } from "../router.ts";

interface Props {
  readonly id: string;
  readonly isPrimary: boolean;
  readonly children: ComponentChildren;
}

/** Sets out, and leads to the list that has begun. */
export function ActivateButton({ id, isPrimary, children }: Props) {
  const activate = async () => navigate(`/checklists/${await activatePlan(id)}`);
  return (
    <button type="button" class={isPrimary ? "btn btn--primary" : "btn btn--quiet"} onClick={() => void activate()}>
      {children}
    </button>
  );
}
