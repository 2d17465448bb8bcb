import { interviewArc } from "../../model/arc.ts";
import { deviceZone } from "../../model/days.ts";
import { Air } from "../components/air.tsx";
import { apart } from "../../model/words.ts";
import { TapButton, Top } from "../components/top.tsx";
import { DrawnArc, DrawnGround } from "./drawing.tsx";
import type { InterviewView } from "./load.ts";
import { useInterviewSheet } from "./sheet-names.ts";

export function InterviewHead({ view: { interview, rounds } }: { readonly view: InterviewView }) {
  const sheet = useInterviewSheet();
  const drawing = interviewArc(interview, rounds, Date.now(), deviceZone());
  const controls = (
    <>
      <TapButton icon="pencil" size="s" label="Edit" onClick={() => sheet.show("edit")} />
      <TapButton icon="ellipsis" label="More" onClick={() => sheet.show("more")} />
    </>
  );
  return (
    <>
      <Air
        top={<Top back="/interviews" end={controls} />}
        title={interview.role ?? "An interview"}
        meta={metaWords(interview)}
        arc={<DrawnArc name={`interview ${interview.id}`} drawing={drawing} still={interview.outcome === "no"} />}
      />
      <DrawnGround drawing={drawing} />
    </>
  );
}

/** "Ostara Rail, Capacity. External." */
function metaWords({ company, department, internal }: InterviewView["interview"]): string {
  const where = [company, department].flatMap((part) => (part ? apart(part) : [])).join(", ");
  const inside = internal === null ? "" : internal ? "Inside your own company." : "External.";
  return [where && `${where}.`, inside].filter(Boolean).join(" ");
}
