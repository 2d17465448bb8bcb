import { trashForward } from "../../../actions/forwards.ts";
import { deviceZone } from "../../../model/days.ts";
import type { Forwards } from "../../../model/schema.ts";
import { dateWords } from "../../../model/words.ts";
import type { Entry } from "../../../store/store.ts";
import { TapButton } from "../../components/top.tsx";
import { Row } from "../../components/row.tsx";
import { Who } from "../../components/who.tsx";
import type { WinPageView } from "../load.ts";
import { today } from "../today.ts";

interface Props {
  readonly view: WinPageView;
  readonly onTold: () => void;
}

/** To whom it was passed, how and when. */
export function KnownBy({ view: { forwards, knowers }, onTold }: Props) {
  const inOrder = forwards.toSorted((a, b) => ((a.at ?? "~") < (b.at ?? "~") ? -1 : 1));
  return (
    <section>
      <div class="section__head">
        <h2>Who knows of it</h2>
        <button type="button" class="btn btn--text" onClick={onTold}>
          I told somebody
        </button>
      </div>
      {forwards.length === 0 && <p class="muted small">Nobody but you, as far as this list knows.</p>}
      <ul class="rows">
        {inOrder.map((forward) => (
          <Knower key={forward.id} forward={forward} person={knowers.get(forward.person ?? "") ?? null} />
        ))}
      </ul>
    </section>
  );
}

function Knower({ forward, person }: { readonly forward: Entry<"forwards">; readonly person: Entry<"people"> | null }) {
  const name = person?.name ?? unnamed[forward.to ?? "other"];
  const when = forward.at === null ? "" : dateWords(forward.at, deviceZone(), today());
  const words = [ways[forward.channel ?? "other"], when].filter(Boolean).join(", ");
  return (
    <Row
      start={<Who name={name} />}
      title={<bdi>{name}</bdi>}
      meta={forward.message === null ? words : <a href={`/compose/${forward.message}`}>{words}</a>}
      end={<TapButton icon="x" label={`${name} was not told`} size="s" onClick={() => void trashForward(forward.id)} />}
    />
  );
}

const unnamed = { boss: "Your boss", bosss_boss: "Your boss’s boss", other: "Somebody" } as const;

const ways: { readonly [channel in NonNullable<Forwards["channel"]>]: string } = {
  mail: "By mail",
  chat: "In a chat",
  call: "By telephone",
  coffee: "In person",
  meeting: "In a meeting",
  other: "In writing",
};
