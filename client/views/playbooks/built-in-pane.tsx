import { makeOwn } from "../../actions/own-playbooks.ts";
import { Dock } from "../components/dock.tsx";
import { Top } from "../components/top.tsx";
import { navigate } from "../router.ts";
import { OfferedLines } from "./offered-lines.tsx";
import type { Offer } from "./offers.ts";

/** As it comes with Rebound: to be read, and to be made one's own. */
export function BuiltInPane({ offer: { title, intro, lines } }: { readonly offer: Offer }) {
  return (
    <>
      <Top plain back="/playbooks" title={<span class="muted">Comes with Rebound</span>} />
      <div class="body">
        <div class="stack">
          <h1>{title}</h1>
          <p class="muted">{intro}</p>
        </div>
        <OfferedLines lines={lines} />
      </div>
    </>
  );
}

export function makeOwnDock(slug: string) {
  const make = async () => navigate(`/playbooks/${await makeOwn(slug)}`, { replace: true });
  return (
    <Dock low note="A copy to change as you like. The original can be put back.">
      <button type="button" class="btn btn--primary btn--wide" onClick={() => void make()}>
        Make it your own
      </button>
    </Dock>
  );
}
