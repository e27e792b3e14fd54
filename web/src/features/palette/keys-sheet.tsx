// All keys on one sheet.

import { t } from "@lingui/core/macro";
import { useAllActions } from "@/lib/actions/registry";
import { setPrefs, usePrefs } from "@/lib/prefs/prefs";
import { Dialog } from "@/ui/dialog";
import { Keys } from "@/ui/keys";
import { SwitchField } from "@/ui/switch-field";

export function KeysSheet({ onClose }: { onClose: () => void }) {
  const actions = useAllActions().filter((action) => action.keys);
  const { singleKeys } = usePrefs();
  const groups = [...new Set(actions.map((action) => action.group))];
  return (
    <Dialog title={t`Keys`} isOpen onClose={onClose} size="wide">
      <SwitchField
        label={t`Keys that work without Ctrl, Alt or ⌘`}
        isOn={singleKeys}
        onChange={(isOn) => setPrefs({ singleKeys: isOn })}
      />
      <div className="grid gap-x-8 gap-y-5 min-[560px]:grid-cols-2">
        {groups.map((group) => (
          <section key={group}>
            <h3 className="pb-1 text-small font-medium text-text-2">{group}</h3>
            <dl>
              {actions
                .filter((action) => action.group === group)
                .map((action) => (
                  <div key={action.id} className="flex min-h-8 items-center justify-between gap-3">
                    <dt className="truncate">{action.label}</dt>
                    <dd>
                      <Keys keys={action.keys ?? ""} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
