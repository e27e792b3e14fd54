// A month to pick a day from, behind a small button.

import { type CalendarDate, parseDate } from "@internationalized/date";
import { t } from "@lingui/core/macro";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import { useContext, useState } from "react";
import { Button } from "react-aria-components/Button";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarStateContext,
} from "react-aria-components/Calendar";
import { DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Popover } from "react-aria-components/Popover";
import { readerToday } from "@/lib/dates/due";
import { readerZone } from "@/lib/dates/format";
import { useMe } from "@/lib/query/use-me";
import { useOverview } from "@/lib/query/use-overview";
import { classes } from "@/ui/classes";
import { IconButton } from "@/ui/icon-button";

interface Props {
  label: string;
  value: string | null;
  onPick: (day: string) => void;
}

const weekStarts: Record<string, "mon" | "sat" | "sun"> = {
  monday: "mon",
  saturday: "sat",
  sunday: "sun",
};

const arrow =
  "inline-flex size-8 items-center justify-center rounded-row text-text-2 hover:bg-surface-3";

/** Which day is today is a matter of the settings; the calendar takes the browser's zone, having no way to be told. */
function InReaderZone() {
  const state = useContext(CalendarStateContext);
  const timeZone = readerZone();
  if (state && timeZone) Object.assign(state, { timeZone });
  return null;
}

export function DatePicker({ label, value, onPick }: Props) {
  const [isOpen, setOpen] = useState(false);
  const today = useOverview().data?.today ?? readerToday();
  const weekStart = weekStarts[useMe().data?.week_start ?? "monday"];
  const pick = (day: CalendarDate) => {
    setOpen(false);
    onPick(day.toString());
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton icon={CalendarDays} label={label} />
      <Popover aria-label={label} placement="bottom end" className="overlay appear p-3">
        <div>
          <Calendar
            autoFocus
            aria-label={label}
            value={value ? parseDate(value) : null}
            defaultFocusedValue={parseDate(value ?? today)}
            firstDayOfWeek={weekStart}
            onChange={pick}
          >
            <InReaderZone />
            <header className="flex items-center justify-between pb-2">
              <Button slot="previous" className={arrow} aria-label={t`Previous month`}>
                <ChevronLeft size={16} aria-hidden className="rtl:rotate-180" />
              </Button>
              <Heading className="text-body font-medium" />
              <Button slot="next" className={arrow} aria-label={t`Next month`}>
                <ChevronRight size={16} aria-hidden className="rtl:rotate-180" />
              </Button>
            </header>
            <CalendarGrid className="figures text-small [&_th]:pb-1 [&_th]:font-normal [&_th]:text-text-3">
              {(date) => (
                <CalendarCell
                  date={date}
                  className={classes(
                    "flex size-8 items-center justify-center rounded-full data-disabled:opacity-40 data-hovered:bg-surface-3 data-outside-month:text-text-3 data-selected:bg-accent data-selected:text-on-accent",
                    date.toString() === today && "font-semibold text-accent",
                  )}
                />
              )}
            </CalendarGrid>
          </Calendar>
        </div>
      </Popover>
    </DialogTrigger>
  );
}
