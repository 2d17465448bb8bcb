// Settings: where the words are, the account, the look, and what else there is. Only what works is here.

import { account, syncState } from "../../store/current.ts";
import { RowLink } from "../components/row.tsx";
import { Top } from "../components/top.tsx";
import { Frame } from "../frame/frame.tsx";
import { About } from "./about.tsx";
import { AccountSection } from "./account-section.tsx";
import { DeleteAccount } from "./delete-account.tsx";
import { ExportRow } from "./export-row.tsx";
import { DaysOffRow } from "./days-off.tsx";
import { Look } from "./look.tsx";
import { SignOut } from "./sign-out.tsx";
import { SyncBand } from "./sync-band.tsx";

export function Settings() {
  return <Frame tab="settings" focused showsStatus list={{ label: "Settings", children: <SettingsPage /> }} />;
}

function SettingsPage() {
  const current = account.value;
  return (
    <>
      <Top back="/" plain />
      <div class="body settings">
        <h1>Settings</h1>
        <SyncBand state={syncState.value} hasAccount={current !== null} />
        <AccountSection account={current} />
        <Look />
        <section>
          <h2>Yours to keep</h2>
          <ul class="rows">
            <li>
              <ExportRow />
            </li>
            <li>
              <DaysOffRow />
            </li>
            <li>
              <RowLink calm icon="list-checks" title="Playbooks" meta="The lists you can start" href="/playbooks" />
            </li>
            <li>
              <RowLink calm icon="chart-no-axes-column" title="Insights" meta="How it goes over time" href="/insights" />
            </li>
            <li>
              <RowLink calm icon="trash-2" title="Trash" meta="Everything waits there for 30 days" href="/trash" />
            </li>
            <li>
              <About />
            </li>
          </ul>
        </section>
        {current && (
          <div class="stack">
            <SignOut unsent={syncState.value.unsent} />
            <DeleteAccount />
          </div>
        )}
      </div>
    </>
  );
}
