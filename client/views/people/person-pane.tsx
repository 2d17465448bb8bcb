import { useState } from "preact/hooks";
import { trashPerson } from "../../actions/people.ts";
import { deviceZone } from "../../model/days.ts";
import { Icon } from "../components/icon.tsx";
import { TapButton, Top } from "../components/top.tsx";
import { ActionSheet } from "../editing/action-sheet.tsx";
import { LongText } from "../editing/long-text.tsx";
import { ValuesSheet } from "../versions/values-sheet.tsx";
import { CadenceField } from "./cadence-field.tsx";
import { History } from "./history.tsx";
import { JustLogged } from "./just-logged.tsx";
import { personWords, type PersonView } from "./load.ts";
import { LogSheet } from "./log-sheet.tsx";
import { Meetings } from "./meetings.tsx";
import { PersonFacts } from "./person-facts.tsx";
import { RelationField } from "./relation-field.tsx";
import { saveVcard } from "./save-vcard.ts";
import { whenWords } from "./when-words.ts";
import { WriteSheet } from "./write-sheet.tsx";

type Asking = "more" | "write" | "log" | "values" | null;

export function PersonPane({ view }: { readonly view: PersonView }) {
  const { person, meetings } = view;
  const [asking, ask] = useState<Asking>(null);
  const [logged, setLogged] = useState<string | null>(null);
  const close = () => ask(null);
  const name = person.name ?? "Somebody";
  return (
    <>
      <Top plain back="/people" end={<TapButton icon="ellipsis" label="More" onClick={() => ask("more")} />} />
      <div class="body person">
        <div class="stack--s">
          <h1>{name}</h1>
          <p class="muted">{[personWords(person), whenWords(view, Date.now(), deviceZone())].filter(Boolean).join(" ")}</p>
          <div class="btns push">
            <button type="button" class="btn btn--strong" onClick={() => ask("log")}>
              Log a word
            </button>
            <button type="button" class="btn btn--quiet" onClick={() => ask("write")}>
              <Icon name="mail" size="s" />
              Write
            </button>
            {person.phone !== null && (
              <a class="btn btn--quiet" href={`tel:${person.phone.replace(/[^\d+*#]/gu, "")}`}>
                <Icon name="phone" size="s" />
                Call
              </a>
            )}
          </div>
        </div>
        {logged && <JustLogged key={logged} touch={logged} name={name} onDone={() => setLogged(null)} />}
        <LongText
          collection="people"
          id={person.id}
          field="notes"
          label="Notes"
          hint="What they care about, what you could give. Kept as you write."
        />
        <History view={view} />
        <section class="stack--s">
          <h2>How often</h2>
          <CadenceField person={person} />
        </section>
        <RelationField person={person} />
        <Meetings meetings={meetings} />
        <PersonFacts person={person} />
      </div>
      <LogSheet person={asking === "log" ? person : null} onClose={close} onLogged={setLogged} />
      <WriteSheet person={person} open={asking === "write"} onClose={close} />
      <ValuesSheet collection="people" row={person} open={asking === "values"} onClose={close} />
      <ActionSheet
        title="More"
        open={asking === "more"}
        onClose={close}
        actions={[
          { icon: "download", words: "Save as a vCard", go: () => saveVcard([person]) },
          { icon: "merge", words: "The same as somebody else", go: `/people/duplicates?with=${person.id}` },
          { icon: "list-checks", words: "Start a list", go: `/playbooks?for=person:${person.id}` },
          { icon: "history", words: "Earlier values", go: () => ask("values") },
          { icon: "trash-2", words: "Move to the trash", go: () => void trashPerson(person.id) },
        ]}
      />
    </>
  );
}
