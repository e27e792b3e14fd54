// What parts of the day mean, and when saydo reminds.

import { plural, t } from "@lingui/core/macro";
import { useState } from "react";
import type { Me } from "@/lib/api/contract";
import { Button } from "@/ui/button";
import { Chip } from "@/ui/chip";
import { Section } from "./section";
import { TimeInput } from "./time-input";
import { useSaveMe } from "./use-save-me";

const partNames = (): [string, string][] => [
  ["morning", t`Morning`],
  ["noon", t`Noon`],
  ["afternoon", t`Afternoon`],
  ["evening", t`Evening`],
  ["night", t`Night`],
];

const minutesWords = (minutes: number) =>
  minutes === 0
    ? t`when it is due`
    : plural(minutes, { one: "# minute before", other: "# minutes before" });

export function TimeSettings({ user }: { user: Me }) {
  const { mutate } = useSaveMe();
  const [minutes, setMinutes] = useState("");
  const add = () => {
    const value = Number(minutes);
    setMinutes("");
    if (minutes.trim() === "" || !Number.isInteger(value) || user.default_reminders.includes(value))
      return;
    mutate({ default_reminders: [...user.default_reminders, value] });
  };
  return (
    <Section
      title={t`Day and reminders`}
      hint={t`“Tomorrow evening” means the time that you say here.`}
    >
      <div className="grid grid-cols-2 gap-3 min-[560px]:grid-cols-5">
        {partNames().map(([part, label]) => (
          <TimeInput
            key={part}
            label={label}
            value={user.day_parts[part] ?? ""}
            onChange={(time) => mutate({ day_parts: { ...user.day_parts, [part]: time } })}
          />
        ))}
      </div>
      <div className="grid gap-3 min-[560px]:grid-cols-2">
        <TimeInput
          label={t`Tasks of a whole day remind at`}
          value={user.all_day_reminder_time}
          onChange={(all_day_reminder_time) => mutate({ all_day_reminder_time })}
        />
        <TimeInput
          label={t`The day ends at`}
          value={user.day_rollover}
          onChange={(day_rollover) => mutate({ day_rollover })}
        />
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 text-small font-medium text-text-2">{t`New tasks with a date remind`}</legend>
        <div className="flex flex-wrap items-center gap-1.5">
          {user.default_reminders.map((one) => (
            <Chip
              key={one}
              removeLabel={t`Remove ${minutesWords(one)}`}
              onRemove={() =>
                mutate({
                  default_reminders: user.default_reminders.filter((other) => other !== one),
                })
              }
            >
              {minutesWords(one)}
            </Chip>
          ))}
          {user.default_reminders.length === 0 && <span className="text-text-2">{t`never`}</span>}
        </div>
        <div className="flex gap-2">
          <input
            aria-label={t`Minutes before`}
            inputMode="numeric"
            value={minutes}
            placeholder={t`Minutes before`}
            onChange={(event) => setMinutes(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && add()}
            className="field max-w-44"
          />
          <Button onPress={add}>{t`Add`}</Button>
        </div>
      </fieldset>
    </Section>
  );
}
