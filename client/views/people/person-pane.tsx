import { useState } from "preact/hooks";
import { trashPerson } from "../../actions/people.ts";
import { Icon } from "../components/icon.tsx";
import { TapButton, Top } from "../components/top.tsx";
import { ActionSheet } from "../editing/action-sheet.tsx";
import { LongText } from "../editing/long-text.tsx";
import { personWords, type PersonView } from "./load.ts";
import { Meetings } from "./meetings.tsx";
import { PersonFacts } from "./person-facts.tsx";

export function PersonPane({ view: { person, meetings } }: { readonly view: PersonView }) {
  const [isAsking, ask] = useState(false);
  const close = () => ask(false);
  return (
    <>
      <Top plain back="/people" end={<TapButton icon="ellipsis" label="More" onClick={() => ask(true)} />} />
      <div class="body person">
        <div class="stack--s">
          <h1>{person.name ?? "Somebody"}</h1>
          <p class="muted">{personWords(person)}</p>
          <Reach email={person.email} phone={person.phone} />
        </div>
        <LongText
          collection="people"
          id={person.id}
          field="notes"
          label="Notes"
          hint="What they care about, what you could give. Kept as you write."
        />
        <Meetings meetings={meetings} />
        <PersonFacts person={person} />
      </div>
      <ActionSheet
        title="More"
        open={isAsking}
        onClose={close}
        actions={[{ icon: "trash-2", words: "Move to the trash", go: () => void trashPerson(person.id) }]}
      />
    </>
  );
}

/** The person's own mail and phone apps do the rest; Rebound sends nothing. */
function Reach({ email, phone }: { readonly email: string | null; readonly phone: string | null }) {
  if (email === null && phone === null) return null;
  return (
    <div class="btns">
      {email !== null && (
        <a class="btn btn--quiet" href={`mailto:${encodeURIComponent(email).replace("%40", "@")}`}>
          <Icon name="mail" size="s" />
          Write
        </a>
      )}
      {phone !== null && (
        <a class="btn btn--quiet" href={`tel:${phone.replace(/[^\d+*#]/gu, "")}`}>
          <Icon name="phone" size="s" />
          Call
        </a>
      )}
    </div>
  );
}
