// A searchable list of a few things to pick one from.

import { t } from "@lingui/core/macro";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Input } from "react-aria-components/Input";
import { Menu, MenuItem } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { SearchField } from "react-aria-components/SearchField";

export interface Pick {
  id: string;
  label: string;
  hint?: string;
  run: () => void;
}

interface Props {
  label: string;
  picks: readonly Pick[];
  /** The picks are what a search for the words has found; nothing more is sifted out here. */
  isSearched?: boolean;
  /** What Enter does with words that match nothing. */
  free?: (words: string) => Pick[];
  words: string;
  onWords: (words: string) => void;
  onClose: () => void;
}

export function PickDialog({ label, picks, isSearched, free, words, onWords, onClose }: Props) {
  const needle = words.trim().toLowerCase();
  const matching = isSearched
    ? picks
    : picks.filter((pick) => `${pick.label} ${pick.hint ?? ""}`.toLowerCase().includes(needle));
  const shown = needle ? [...matching, ...(free?.(words.trim()) ?? [])] : matching;
  return (
    <ModalOverlay
      isOpen
      onOpenChange={onClose}
      isDismissable
      className="reveal fixed inset-0 z-40 flex items-start justify-center bg-black/30 px-4 pt-[12vh]"
    >
      <Modal className="overlay appear w-full max-w-130 overflow-hidden">
        <AriaDialog aria-label={label} className="outline-none">
          <Autocomplete inputValue={words} onInputChange={onWords}>
            <SearchField aria-label={label} autoFocus className="border-b border-line px-4">
              <Input placeholder={label} className="bare h-12" maxLength={500} />
            </SearchField>
            <div
              role="group"
              aria-label={t`Choices`}
              tabIndex={0}
              className="max-h-[50vh] overflow-y-auto outline-none"
            >
              <Menu
                aria-label={label}
                items={shown}
                onAction={(id) => {
                  onClose();
                  shown.find((pick) => pick.id === id)?.run();
                }}
                renderEmptyState={() => (
                  <p className="px-3 py-2 text-text-3">{t`Nothing matches.`}</p>
                )}
                className="p-1.5 outline-none"
              >
                {(pick) => (
                  <MenuItem
                    id={pick.id}
                    textValue={pick.label}
                    className="flex min-h-9 items-center gap-3 rounded-row px-2.5 outline-none data-focused:bg-surface-3"
                  >
                    <span className="min-w-0 flex-1 truncate">{pick.label}</span>
                    {pick.hint && <span className="text-small text-text-2">{pick.hint}</span>}
                  </MenuItem>
                )}
              </Menu>
            </div>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
