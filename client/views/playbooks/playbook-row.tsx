import { startPlaybook } from "../../actions/checklists.ts";
import type { SubjectRef } from "../../actions/redating.ts";
import type { Playbook } from "../../model/playbooks.ts";
import { counted } from "../../model/words.ts";
import { Icon } from "../components/icon.tsx";
import { navigate } from "../router.ts";

interface Props {
  readonly playbook: Playbook;
  readonly about: SubjectRef | null;
  readonly isRunning: boolean;
}

/** Its title and what it is for; the lines can be read before it is started. */
export function PlaybookRow({ playbook: { slug, title, intro, steps }, about, isRunning }: Props) {
  const start = async () => navigate(`/checklists/${await startPlaybook(slug, about)}`);
  const word = isRunning ? "Again" : "Start";
  return (
    <li class="playbook">
      <div class="row">
        <div class="row__main">
          <h3 class="row__title">{title}</h3>
          <p class="row__meta">{intro}</p>
        </div>
        <div class="row__end">
          <button type="button" class="btn btn--tool" aria-label={`${word}: ${title}`} onClick={() => void start()}>
            {word}
          </button>
        </div>
      </div>
      <details class="fold playbook__lines">
        <summary>
          <span class="count">{counted(steps.length, "line")}</span>
          <Icon name="chevron-down" size="s" />
        </summary>
        <ol>
          {steps.map((step) => (
            <li key={step.slug}>
              <p>{step.text}</p>
              <p class="small muted">{step.why}</p>
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}
