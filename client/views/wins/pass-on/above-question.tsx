import { rememberAbove } from "../../../actions/forwards.ts";
import type { People } from "../../../model/schema.ts";
import { Fold } from "../../components/fold.tsx";
import { PersonPicker } from "../../interview/person-picker.tsx";

interface Props {
  readonly relation: Extract<People["relation"], "boss" | "bosss_boss">;
  readonly legend: string;
  readonly hint: string;
  /** It can wait: a line that opens. */
  readonly folded?: boolean;
}

/** Asked once: somebody from People, or a new name. */
export function AboveQuestion({ relation, legend, hint, folded = false }: Props) {
  const picker = (
    <>
      <p class="hint">{hint}</p>
      <PersonPicker taken={new Set()} onPick={(who) => void rememberAbove(relation, who)} />
    </>
  );
  if (folded) {
    return (
      <Fold summary={legend}>
        <div class="stack--s">{picker}</div>
      </Fold>
    );
  }
  return (
    <div class="stack--s" role="group" aria-label={legend}>
      <p class="legend">{legend}</p>
      {picker}
    </div>
  );
}
