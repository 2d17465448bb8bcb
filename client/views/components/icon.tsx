// The outlines: Lucide's, drawn from its tree-shaken node arrays, and two of our own in the same pen.
// An icon never speaks: the word beside it, or its button's label, does.

import {
  AlarmClock,
  Archive,
  ArrowLeft,
  CalendarClock,
  CalendarDays,
  ChartNoAxesColumn,
  Check,
  ChevronDown,
  ChevronRight,
  CircleDashed,
  CloudAlert,
  CloudCheck,
  CloudOff,
  CloudUpload,
  Coffee,
  Copy,
  CornerRightUp,
  DoorClosed,
  Download,
  Ellipsis,
  ExternalLink,
  Feather,
  Footprints,
  Grid3x3,
  Handshake,
  History,
  Hourglass,
  Info,
  KeyRound,
  Laptop,
  LifeBuoy,
  ListChecks,
  Lock,
  Mail,
  Merge,
  MessageCircleDashed,
  MessageCircleMore,
  MessagesSquare,
  Milestone,
  Minus,
  Moon,
  NotebookPen,
  Pencil,
  Phone,
  Plus,
  Printer,
  QrCode,
  RotateCcw,
  Scale,
  Search,
  Settings,
  Share2,
  SkipForward,
  Smartphone,
  Split,
  Sun,
  Trash2,
  Upload,
  UserPlus,
  UsersRound,
  X,
} from "lucide";
import { h } from "preact";

type Outline = readonly (readonly [tag: string, attributes: Record<string, string | number | undefined>])[];

const bugle: Outline = [
  ["path", { d: "M2.5 9.5h6c5.2 0 9.2-1.6 12.5-4.7v14.4c-2.6-2.5-5.6-4-9.2-4.5" }],
  ["path", { d: "M2.5 7.5v4" }],
  ["path", { d: "M8.3 9.5c-2.4.6-3.8 2.3-3.8 4.5 0 2.6 1.9 4.5 4.4 4.5s4.4-1.9 4.4-4.5c0-2.2-1.3-3.9-3.6-4.5" }],
];

const grip: Outline = [
  ["path", { d: "M5 9.5h14" }],
  ["path", { d: "M5 14.5h14" }],
];

const outlines = {
  "alarm-clock": AlarmClock,
  archive: Archive,
  "arrow-left": ArrowLeft,
  bugle,
  "calendar-clock": CalendarClock,
  "calendar-days": CalendarDays,
  "chart-no-axes-column": ChartNoAxesColumn,
  check: Check,
  "chevron-down": ChevronDown,
  "chevron-right": ChevronRight,
  "circle-dashed": CircleDashed,
  "cloud-alert": CloudAlert,
  "cloud-check": CloudCheck,
  "cloud-off": CloudOff,
  "cloud-upload": CloudUpload,
  coffee: Coffee,
  copy: Copy,
  "corner-right-up": CornerRightUp,
  "door-closed": DoorClosed,
  download: Download,
  ellipsis: Ellipsis,
  "external-link": ExternalLink,
  feather: Feather,
  footprints: Footprints,
  "grid-3x3": Grid3x3,
  grip,
  handshake: Handshake,
  history: History,
  hourglass: Hourglass,
  info: Info,
  "key-round": KeyRound,
  laptop: Laptop,
  "life-buoy": LifeBuoy,
  "list-checks": ListChecks,
  lock: Lock,
  mail: Mail,
  merge: Merge,
  "message-circle-dashed": MessageCircleDashed,
  "message-circle-more": MessageCircleMore,
  "messages-square": MessagesSquare,
  milestone: Milestone,
  minus: Minus,
  moon: Moon,
  "notebook-pen": NotebookPen,
  pencil: Pencil,
  phone: Phone,
  plus: Plus,
  printer: Printer,
  "qr-code": QrCode,
  "rotate-ccw": RotateCcw,
  scale: Scale,
  search: Search,
  settings: Settings,
  "share-2": Share2,
  "skip-forward": SkipForward,
  smartphone: Smartphone,
  split: Split,
  sun: Sun,
  "trash-2": Trash2,
  upload: Upload,
  "user-plus": UserPlus,
  "users-round": UsersRound,
  x: X,
} satisfies Record<string, Outline>;

export type IconName = keyof typeof outlines;

interface IconProps {
  readonly name: IconName;
  /** 24 px, 20 px in buttons, 16 px in tags. */
  readonly size?: "m" | "s" | "xs";
}

export function Icon({ name, size = "m" }: IconProps) {
  const outline: Outline = outlines[name];
  return (
    <svg class={size === "m" ? "icon" : `icon icon--${size}`} viewBox="0 0 24 24" aria-hidden="true">
      {outline.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
