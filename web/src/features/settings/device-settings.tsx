// How this browser looks and behaves.

import { t } from "@lingui/core/macro";
import { turnOffNotices, turnOnNotices, useNotices } from "@/lib/notices/use-notices";
import { setPrefs, usePrefs } from "@/lib/prefs/prefs";
import { Select } from "@/ui/select";
import { SwitchField } from "@/ui/switch-field";
import { Section } from "./section";

export function DeviceSettings() {
  const { theme, density, singleKeys } = usePrefs();
  const notices = useNotices();
  return (
    <Section title={t`This device`}>
      <div className="grid gap-4 min-[560px]:grid-cols-2">
        <Select
          label={t`Colours`}
          value={theme}
          choices={[
            { id: "system", label: t`Like the system` },
            { id: "light", label: t`Light` },
            { id: "dark", label: t`Dark` },
          ]}
          onChange={(value) => setPrefs({ theme: value })}
        />
        <Select
          label={t`Rows`}
          value={density}
          choices={[
            { id: "normal", label: t`Normal` },
            { id: "compact", label: t`Compact` },
          ]}
          onChange={(value) => setPrefs({ density: value })}
        />
      </div>
      <SwitchField
        label={t`Notifications from this browser`}
        hint={
          notices === "blocked"
            ? t`The browser does not allow them; change that in its settings for this site.`
            : notices === "missing"
              ? t`This browser cannot show any.`
              : t`Shown while a tab of saydo is open.`
        }
        isOn={notices === "on"}
        onChange={(isOn) => void (isOn ? turnOnNotices() : turnOffNotices())}
      />
      <SwitchField
        label={t`Keys that work without Ctrl, Alt or ⌘`}
        hint={t`Press ? to see all keys.`}
        isOn={singleKeys}
        onChange={(isOn) => setPrefs({ singleKeys: isOn })}
      />
    </Section>
  );
}
