import { useState } from "preact/hooks";
import { makePlaybook } from "../../actions/own-playbooks.ts";
import { schema } from "../../model/schema.ts";
import { Icon } from "../components/icon.tsx";
import { AddLine } from "../editing/add-line.tsx";
import { navigate } from "../router.ts";

/** A title is enough to begin with; its page takes the lines. */
export function MakePlaybook() {
  const [isMaking, setMaking] = useState(false);
  const make = async (title: string) => {
    const id = await makePlaybook(title);
    if (id !== null) navigate(`/playbooks/${id}`);
  };
  if (!isMaking) {
    return (
      <button type="button" class="btn btn--text btn--plain" onClick={() => setMaking(true)}>
        <Icon name="plus" size="s" />
        Make a list of your own
      </button>
    );
  }
  return (
    <AddLine
      label="What your list is called"
      addLabel="Make this list"
      placeholder="Before every second talk"
      max={schema.playbooks.title.max}
      onAdd={(title) => void make(title)}
      onLeave={() => setMaking(false)}
      autoFocus
    />
  );
}
