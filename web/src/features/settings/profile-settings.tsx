// Who one is and where: name, zone, week, order of dates, language of sentences.

import { t } from "@lingui/core/macro";
import { useState } from "react";
import type { Me } from "@/lib/api/contract";
import { Button } from "@/ui/button";
import { Select } from "@/ui/select";
import { TextField } from "@/ui/text-field";
import { Section } from "./section";
import { useSaveMe } from "./use-save-me";

const weekStarts = () => [
  { id: "monday", label: t`Monday` },
  { id: "saturday", label: t`Saturday` },
  { id: "sunday", label: t`Sunday` },
];

/** The language of a tag such as de-AT, where sentences are understood in it; else English. */
const spokenLanguage = (locale: string) => (locale.split("-")[0] === "de" ? "de" : "en");

export function ProfileSettings({ user }: { user: Me }) {
  const { mutate } = useSaveMe();
  const [name, setName] = useState(user.name);
  const [zone, setZone] = useState(user.time_zone);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isChanged = name !== user.name || zone !== user.time_zone;
  return (
    <Section title={t`Profile and time`} hint={user.email ?? undefined}>
      <TextField label={t`Name`} value={name} onChange={setName} autoComplete="name" />
      <TextField
        label={t`Time zone`}
        value={zone}
        onChange={setZone}
        hint={here === zone ? t`The same as this device.` : t`This device is in ${here}.`}
        autoComplete="off"
      />
      <div className="flex gap-2">
        <Button
          look="primary"
          isDisabled={!isChanged}
          onPress={() => mutate({ name: name.trim(), time_zone: zone.trim() })}
        >{t`Save`}</Button>
        {here !== zone && <Button onPress={() => setZone(here)}>{t`Use ${here}`}</Button>}
      </div>
      <div className="grid gap-4 min-[560px]:grid-cols-2">
        <Select
          label={t`The week begins on`}
          value={user.week_start}
          choices={weekStarts()}
          onChange={(week_start) => mutate({ week_start })}
        />
        <Select
          label={t`Dates such as 3/4 mean`}
          value={user.date_order}
          choices={[
            { id: "dmy", label: t`3 April (day first)` },
            { id: "mdy", label: t`March 4 (month first)` },
            { id: "ymd", label: t`Year, month, day` },
          ]}
          onChange={(date_order) => mutate({ date_order })}
        />
        <Select
          label={t`Sentences are read in`}
          value={spokenLanguage(user.locale)}
          choices={[
            { id: "en", label: "English" },
            { id: "de", label: "Deutsch" },
          ]}
          onChange={(locale) => mutate({ locale })}
        />
      </div>
    </Section>
  );
}
