import type { Plans } from "../../model/schema.ts";
import type { Entry } from "../../store/store.ts";
import { isAside } from "./load.ts";

interface Props {
  readonly plan: Entry<"plans">;
  readonly keep: (set: Partial<Plans>) => void;
  readonly onActivate: () => void;
  readonly onTrash: () => void;
}

/** The ways an option can go from here. */
export function PlanStatus({ plan, keep, onActivate, onTrash }: Props) {
  const quiet = (words: string, act: () => void) => (
    <button type="button" class="btn btn--quiet" onClick={act}>
      {words}
    </button>
  );
  return (
    <div class="btns">
      {plan.status !== "active" && quiet("Activate", onActivate)}
      {isAside(plan) && quiet("Take it out again", () => keep({ status: "ready" }))}
      {!isAside(plan) && quiet("Park it", () => keep({ status: "parked" }))}
      {plan.status === "active" && quiet("It is done", () => keep({ status: "done" }))}
      <button type="button" class="btn btn--text" onClick={onTrash}>
        Move to the trash
      </button>
    </div>
  );
}
