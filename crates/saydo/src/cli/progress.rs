//! Progress bars for long work, on terminals only.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar over so many tasks.
pub(super) fn tasks(count: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:32} {pos}/{len} tasks, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    // Drawn on standard error, and not at all where that is no terminal.
    ProgressBar::new(count as u64).with_style(style)
}

/// A bar for work without a known length.
pub(super) fn spinner(words: &'static str) -> ProgressBar {
    let bar = ProgressBar::new_spinner().with_message(words);
    bar.enable_steady_tick(std::time::Duration::from_millis(120));
    bar
}
