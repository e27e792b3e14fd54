//! How far a call has come, for clients that show it.

use std::sync::Arc;

type Report = Arc<dyn Fn(usize, usize) + Send + Sync>;

/// Told as a call goes through its entries. By default nobody listens.
#[derive(Clone, Default)]
pub struct Progress(Option<Report>);

/// Reports of one call, at most.
const REPORTS: usize = 20;

impl Progress {
    /// Calls `report` with how many entries are done, and of how many.
    pub fn new(report: impl Fn(usize, usize) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(report)))
    }

    /// So many entries are done. Only some are reported, and always the last.
    pub(crate) fn step(&self, done: usize, total: usize) {
        let Some(report) = &self.0 else { return };
        let every = total.div_ceil(REPORTS).max(1);
        if done == total || done.is_multiple_of(every) {
            report(done, total);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn reports_grow_are_few_and_end_with_the_last() {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let kept = seen.clone();
        let progress = Progress::new(move |done, _| kept.lock().unwrap().push(done));
        for done in 1..=500 {
            progress.step(done, 500);
        }
        let seen = seen.lock().unwrap();
        assert!(seen.len() <= REPORTS, "{}", seen.len());
        assert!(seen.is_sorted());
        assert_eq!(seen.last(), Some(&500));
    }
}
