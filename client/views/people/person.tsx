import { useQuery } from "../../store/query.ts";
import { Frame } from "../frame/frame.tsx";
import { usePageTitle } from "../frame/page-title.ts";
import { useIsWide } from "../frame/use-is-wide.ts";
import { Missing } from "../trash/missing.tsx";
import { loadPerson } from "./load.ts";
import { besidePane } from "./pane.tsx";
import { PersonPane } from "./person-pane.tsx";

const told = ["people", "attendances", "interviews", "touches", "messages", "wins", "forwards"] as const;

export function Person({ id }: { readonly id: string }) {
  const isWide = useIsWide();
  return (
    <Frame
      tab="people"
      list={isWide ? besidePane(id) : undefined}
      detail={{ label: "Person", children: <Page key={id} id={id} /> }}
    />
  );
}

function Page({ id }: { readonly id: string }) {
  const view = useQuery(["person", id], told, (store) => loadPerson(store, id));
  usePageTitle(view?.person.name);
  if (view === undefined) return null;
  if (view === null || view.person.trashed_at !== null) {
    return <Missing what="person" collection="people" entry={view?.person ?? null} back="/people" />;
  }
  return <PersonPane view={view} />;
}
