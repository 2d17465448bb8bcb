// The devices signed in to the account: this one first and marked, the others with a sheet to sign them out from here.

import { useState } from "preact/hooks";
import { listDevices, signOutDevice, type SignedInDevice } from "../../actions/devices.ts";
import { say } from "../../actions/undo.ts";
import { deviceKind, deviceWords, hereWords, whenWords } from "../../model/account-words.ts";
import { deviceZone } from "../../model/days.ts";
import type { Account } from "../../store/current.ts";
import { Icon, type IconName } from "../components/icon.tsx";
import { Row, RowLink } from "../components/row.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Tag } from "../components/tag.tsx";
import { useLast } from "../listing/use-last.ts";
import { Fault } from "./fault.tsx";
import { useServerList } from "./use-server-list.ts";

const icons: Readonly<Record<ReturnType<typeof deviceKind>, IconName>> = { phone: "smartphone", computer: "laptop" };

export function Devices({ account }: { readonly account: Account }) {
  const { items, why, show } = useServerList(listDevices, account.id);
  const [opened, setOpened] = useState<string | null>(null);
  const devices = [...(items ?? [])].sort((one, other) => Number(other.is_here) - Number(one.is_here));
  return (
    <section aria-label="Devices">
      <div class="section__head">
        <h2>Devices</h2>
        <a class="btn btn--text" href="/settings/link" aria-label="Link one more device">
          Link one
        </a>
      </div>
      {why && <p class="muted small">{why}</p>}
      <ul class="rows row--calm">
        {devices.map((device) =>
          device.is_here ? (
            <Here key={device.id} device={device} />
          ) : (
            <li key={device.id}>
              <RowLink
                calm
                icon={icons[deviceKind(device.name)]}
                title={device.name}
                meta={metaOf(device)}
                onClick={() => setOpened(device.id)}
              />
            </li>
          ),
        )}
      </ul>
      <DeviceSheet
        device={devices.find(({ id }) => id === opened) ?? null}
        onClose={() => setOpened(null)}
        onLeft={show}
      />
    </section>
  );
}

function Here({ device }: { readonly device: SignedInDevice }) {
  return (
    <Row
      start={<Icon name={icons[deviceKind(device.name)]} />}
      title={hereWords(device.name)}
      meta={metaOf(device)}
      end={
        <Tag icon="check" tone="done">
          Here
        </Tag>
      }
    />
  );
}

interface SheetProps {
  /** Null: closed. */
  readonly device: SignedInDevice | null;
  readonly onClose: () => void;
  readonly onLeft: (devices: readonly SignedInDevice[]) => void;
}

function DeviceSheet({ device, onClose, onLeft }: SheetProps) {
  const shown = useLast(device);
  return (
    <Sheet title={shown?.name ?? ""} open={device !== null} onClose={onClose}>
      {shown && <OneDevice key={shown.id} device={shown} onClose={onClose} onLeft={onLeft} />}
    </Sheet>
  );
}

function OneDevice({ device, onClose, onLeft }: SheetProps & { readonly device: SignedInDevice }) {
  const [fault, setFault] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);

  const signOut = async () => {
    if (isAsking) return;
    setAsking(true);
    const outcome = await signOutDevice(device.id);
    setAsking(false);
    setFault(outcome.kind === "failed" ? outcome.message : null);
    if (outcome.kind !== "done") return;
    onClose();
    onLeft(outcome.devices);
    say(`${device.name} is signed out`);
  };

  return (
    <>
      <p class="muted small">
        {`Signed in ${whenWords(device.created_at, now())}. ${deviceWords(device, now())}.`}
      </p>
      <p>
        Signed out, it gets nothing new from the server. What it keeps already stays on it until somebody clears it, and a
        passkey on it still opens the account: if the device is lost, remove that passkey, too.
      </p>
      <Fault>{fault}</Fault>
      <div class="btns">
        <button type="button" class="btn btn--strong" onClick={() => void signOut()} aria-disabled={isAsking}>
          Sign it out
        </button>
        <button type="button" class="btn btn--quiet" onClick={onClose}>
          Leave it
        </button>
      </div>
    </>
  );
}

function now() {
  return { at: new Date().toISOString(), zone: deviceZone() };
}

/** Without a passkey it is shorter-lived, and may do less. */
function metaOf(device: SignedInDevice): string {
  const words = deviceWords(device, now());
  return device.has_passkey ? words : `${words}. Without a passkey.`;
}
