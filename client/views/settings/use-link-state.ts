// How a link stands, asked now and then while this page shows it.

import { useCallback, useEffect, useState } from "preact/hooks";
import { lookAtLink, type Link, type NewLink } from "../../actions/linking.ts";
import { ServerProblem } from "../../platform/server.ts";
import { everyMoment } from "../entering/every-moment.ts";

export type LinkState =
  | { readonly kind: "waiting" | "confirmed" | "refused" | "over" }
  | { readonly kind: "asking"; readonly link: Link };

const waiting: LinkState = { kind: "waiting" };

/** And a way to ask at once, after a decision. */
export function useLinkState(link: NewLink | null): readonly [state: LinkState, lookAgain: () => void] {
  const [state, setState] = useState<LinkState>(waiting);
  const id = link?.id;
  const look = useCallback(async () => {
    if (id) setState(await stateOf(id));
  }, [id]);
  useEffect(() => setState(waiting), [id]);
  const isOpen = Boolean(id) && (state.kind === "waiting" || state.kind === "asking");
  useEffect(() => (isOpen ? everyMoment(look) : undefined), [isOpen, look]);
  return [state, () => void look()];
}

async function stateOf(id: string): Promise<LinkState> {
  try {
    const link = await lookAtLink(id);
    return link.state === "asking" ? { kind: "asking", link } : { kind: link.state };
  } catch (error) {
    // Without a network it stands as it stood.
    if (!(error instanceof ServerProblem)) throw error;
    return error.status === 404 ? { kind: "over" } : waiting;
  }
}
