import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { Top, TapButton } from "../components/top.tsx";
import { useSheet } from "../editing/use-sheet.ts";
import type { PaneContent } from "../frame/frame.tsx";
import { navigate, path } from "../router.ts";
import { Due } from "./due.tsx";
import { Everyone } from "./everyone.tsx";
import { useContacts, usePeople } from "./load.ts";
import { MoreSheet } from "./more-sheet.tsx";

/** Beside a person's page stands the list one came from. */
const lastTab = signal<"due" | "everyone">("due");

interface Props {
  readonly tab: "due" | "everyone";
  /** The person whose page is in the other pane; null where this pane is the page. */
  readonly here: string | null;
  /** Another pane holds the page's heading. */
  readonly aside: boolean;
}

export function peoplePane(tab: "due" | "everyone", aside = false): PaneContent {
  lastTab.value = tab;
  return { label: "People", children: <PeopleList tab={tab} here={null} aside={aside} /> };
}

/** The list beside a person's page. */
export const besidePane = (here: string): PaneContent => ({
  label: "People",
  children: <PeopleList tab={lastTab.value} here={here} aside />,
});

const sheets = ["add", "more"] as const;

function PeopleList({ tab, here, aside }: Props) {
  const people = usePeople();
  const sheet = useSheet(sheets);
  // Beside another page the fragment is that page's.
  const isMine = here === null && !path.value.startsWith("/people/map");
  const show = (name: (typeof sheets)[number]) => (isMine ? sheet.show(name) : navigate(`/people#${name}`));
  const isAdding = isMine && sheet.open === "add";
  return (
    <>
      <Top
        title="People"
        plain
        home
        end={
          <>
            <TapButton icon="user-plus" label="Add a person" onClick={() => (isAdding ? sheet.close() : show("add"))} />
            <TapButton icon="ellipsis" label={aside ? "More about People" : "More"} onClick={() => show("more")} />
          </>
        }
      />
      {people !== undefined && (
        <List tab={tab} people={people} here={here} aside={aside} adding={isAdding} onAdded={sheet.close} />
      )}
      {isMine && <MoreSheet open={sheet.open === "more"} onClose={sheet.close} />}
    </>
  );
}

export interface ListProps extends Omit<Props, "tab"> {
  readonly people: NonNullable<ReturnType<typeof usePeople>>;
  readonly adding: boolean;
  /** A line was entered. */
  readonly onAdd: () => void;
  /** The line was left. */
  readonly onAdded: () => void;
}

function List({ tab, ...given }: Omit<ListProps, "onAdd"> & Pick<Props, "tab">) {
  const { people, aside } = given;
  // Where nobody is, the line is there from the start, and stays for the second and the third. Not for somebody who was
  // added elsewhere meanwhile: the first answer may be an old one.
  const [line, setLine] = useState<"where nobody is" | "in use" | "left">("where nobody is");
  const isThere = line === "in use" || (line === "where nobody is" && people.length === 0 && !aside);
  const done = () => {
    setLine("left");
    given.onAdded();
  };
  const begin = () => {
    if (people.length === 0) setLine("in use");
  };
  const props = { ...given, adding: given.adding || isThere, onAdd: begin, onAdded: done };
  return tab === "due" ? <DueList {...props} /> : <Everyone {...props} />;
}

/** Only here it matters when there was a word with whom. */
function DueList(props: ListProps) {
  const contacts = useContacts();
  return contacts && <Due {...props} contacts={contacts} />;
}
