import { startPlaybook } from "../../actions/checklists.ts";
import type { SubjectRef } from "../../actions/redating.ts";
import { counted } from "../../model/words.ts";
import { Icon } from "../components/icon.tsx";
import { Tag } from "../components/tag.tsx";
import { navigate } from "../router.ts";
import { OfferedLines } from "./offered-lines.tsx";
import { repeatWords, type Offer } from "./offers.ts";

interface Props {
  readonly offer: Offer;
  readonly about: SubjectRef | null;
  readonly isRunning: boolean;
}

/** Its title and what it is for; the lines can be read before it is started, and made one's own. */
export function PlaybookRow({ offer: { playbook, title, intro, isOwn, repeatWeeks, lines }, about, isRunning }: Props) {
  const start = async () => navigate(`/checklists/${await startPlaybook(playbook, about)}`);
  const word = isRunning ? "Again" : "Start";
  return (
    <li class="playbook">
      <div class="row">
        <div class="row__main">
          <h3 class="row__title">{title}</h3>
          {intro && <p class="row__meta">{intro}</p>}
          {isOwn && (
            <p class="row__tags">
              <Tag icon="pencil">Yours</Tag>
              {repeatWeeks !== null && <Tag icon="rotate-ccw">{repeatWords(repeatWeeks)}</Tag>}
            </p>
          )}
        </div>
        <div class="row__end">
          <button type="button" class="btn btn--tool" aria-label={`${word}: ${title}`} onClick={() => void start()}>
            {word}
          </button>
        </div>
      </div>
      <details class="fold playbook__lines">
        <summary>
          <span class="count">{counted(lines.length, "line")}</span>
          <Icon name="chevron-down" size="s" />
        </summary>
        <OfferedLines lines={lines} />
        <p>
          <a class="btn btn--text btn--plain" href={`/playbooks/${playbook}`} aria-label={`Change it: ${title}`}>
            Change it
          </a>
        </p>
      </details>
    </li>
  );
}
