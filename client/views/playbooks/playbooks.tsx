import type { SubjectRef } from "../../actions/redating.ts";
import { countWord } from "../../model/words.ts";
import { useQuery } from "../../store/query.ts";
import { Top } from "../components/top.tsx";
import { Frame } from "../frame/frame.tsx";
import { useIsWide } from "../frame/use-is-wide.ts";
import { interviewsPane } from "../interviews/pane.tsx";
import { LongList } from "../listing/long-list.tsx";
import { navigate, query } from "../router.ts";
import { ListRow } from "./list-row.tsx";
import { MakePlaybook } from "./make-playbook.tsx";
import { isBegunFrom, loadOffers } from "./offers.ts";
import { PlaybookRow } from "./playbook-row.tsx";
import { loadRunning } from "./running.ts";
import { SubjectField } from "./subject-field.tsx";
import { readSubject, subjectValue } from "./subjects.ts";

/** Every playbook, to be started for an interview, a win, an option, a person, or on its own. */
export function Playbooks() {
  const about = readSubject(query.value.get("for"));
  const list = useIsWide() && about?.kind === "interview" ? interviewsPane(about.id) : undefined;
  return <Frame tab="interviews" list={list} detail={{ label: "Lists", children: <Page about={about} /> }} />;
}

const choose = (value: string) =>
  navigate(value === "" ? "/playbooks" : `/playbooks?for=${value}`, { replace: true, keepScroll: true });

function Page({ about }: { readonly about: SubjectRef | null }) {
  const offers = useQuery(["offers"], ["playbooks", "playbook_steps"], loadOffers);
  const running = useQuery(["running", subjectValue(about)], ["checklists", "items"], (store) => loadRunning(store, about));
  return (
    <>
      <Top
        plain
        back={about?.kind === "interview" ? `/interviews/${about.id}` : "/interviews"}
        title={<span class="muted">Lists</span>}
      />
      <div class="body">
        <div class="stack">
          <h1>{offers === undefined ? "Lists to start from." : `${countWord(offers.length)} lists to start from.`}</h1>
          <SubjectField about={about} onChoose={choose} />
        </div>
        {running !== undefined && running.length > 0 && (
          <section>
            <h2>Running</h2>
            <LongList name="running lists" rows={running} keyOf={({ checklist }) => checklist.id}>
              {(one) => (
                <li>
                  <ListRow list={one} />
                </li>
              )}
            </LongList>
          </section>
        )}
        <section>
          <h2>To start</h2>
          <ul class="rows">
            {offers?.map((offer) => (
              <PlaybookRow
                key={offer.playbook}
                offer={offer}
                about={about}
                isRunning={running?.some(({ checklist }) => isBegunFrom(offer, checklist)) ?? false}
              />
            ))}
          </ul>
          <MakePlaybook />
        </section>
      </div>
    </>
  );
}
