import { setRecipients } from "../../actions/messages.ts";
import { readAddress } from "../../model/messages/address.ts";
import type { Addressee } from "../../model/messages/draft.ts";
import { fullName } from "../../model/messages/names.ts";
import { listed } from "../../model/words.ts";
import { FieldError } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";
import { TapButton } from "../components/top.tsx";
import { Who } from "../components/who.tsx";
import { newWords } from "./fresh.ts";
import type { Letter } from "./letter.ts";
import type { LetterSheet } from "./letter-sheets.tsx";
import type { LetterView } from "./load.ts";

interface Props {
  readonly view: LetterView;
  readonly letter: Letter;
  readonly show: (sheet: LetterSheet) => void;
}

/** To and Cc: each a line of people; a tap on the plus finds others. */
export function Recipients({ view, letter, show }: Props) {
  const { to, cc } = letter;
  return (
    <>
      <div class="letter__line">
        <span class="lab">To</span>
        <Picks view={view} field="to" chosen={to} />
        <span class="letter__ends">
          <TapButton icon="plus" label={to.length > 0 ? "Add somebody" : "Choose who it goes to"} size="s" onClick={() => show("to")} />
          {cc.length === 0 && (
            <button type="button" class="tap" aria-label="Cc, add a copy" onClick={() => show("cc")}>
              Cc
            </button>
          )}
        </span>
      </div>
      {cc.length > 0 && (
        <div class="letter__line">
          <span class="lab">Cc</span>
          <Picks view={view} field="cc" chosen={cc} />
          <span class="letter__ends">
            <TapButton icon="plus" label="Add a copy" size="s" onClick={() => show("cc")} />
          </span>
        </div>
      )}
      <Addresses people={[...to, ...cc]} onFix={() => show(to.some(needsAddress) ? "to-address" : "cc-address")} />
    </>
  );
}

interface PicksProps {
  readonly view: LetterView;
  readonly field: "to" | "cc";
  readonly chosen: readonly Addressee[];
}

function Picks({ view, field, chosen }: PicksProps) {
  const remove = async (gone: Addressee) => {
    const left = chosen.filter((one) => one !== gone);
    await setRecipients(view.id, view.seed, { [field]: left, ...(await newWords(view, { [field]: left })) });
  };
  return (
    <div class="letter__picks">
      {chosen.map((one, index) => (
        <span class="pick" key={one.id ?? index}>
          <Who name={nameOf(one)} small />
          <bdi>{nameOf(one)}</bdi>
          <TapButton icon="x" label={`Remove ${nameOf(one)}`} size="xs" onClick={() => void remove(one)} />
        </span>
      ))}
      {chosen.length === 0 && <span class="muted">Nobody yet</span>}
    </div>
  );
}

export function nameOf({ name, email }: Addressee): string {
  return name ?? email ?? "Somebody";
}

export const needsAddress = ({ email }: Addressee): boolean => email === null || readAddress(email).problem !== null;

/** What the mail program will have to ask for; the letter can be written all the same. */
function Addresses({ people, onFix }: { readonly people: readonly Addressee[]; readonly onFix: () => void }) {
  const wrong = people.find(({ email }) => email !== null && readAddress(email).problem !== null);
  const without = people.filter(({ email }) => email === null);
  if (!wrong && without.length === 0) return null;
  return (
    <div class="letter__note">
      {wrong ? (
        <FieldError>
          <bdi>{nameOf(wrong)}</bdi>: {readAddress(wrong.email!).problem}
        </FieldError>
      ) : (
        <p class="hint">
          <Icon name="mail" size="xs" /> No address yet for <bdi>{listed(without.map((one) => fullName(nameOf(one))))}</bdi>.
        </p>
      )}
      <button type="button" class="btn btn--text" onClick={onFix}>
        {wrong ? "Mend it" : "Add it"}
      </button>
    </div>
  );
}
