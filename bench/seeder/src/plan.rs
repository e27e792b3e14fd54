//! Who there is and how many tasks each one has. The same on every run.

use uuid::{Builder, Uuid};

/// 2026-01-01T00:00:00Z, when everything begins.
pub(crate) const BEGIN_MS: i64 = 1_767_225_600_000;

/// One user with a personal space.
#[derive(Debug, Clone)]
pub(crate) struct SeedUser {
    /// From 1.
    pub(crate) number: u32,
    pub(crate) group: &'static str,
    pub(crate) tasks: u32,
    /// How many tasks all users before this one have.
    pub(crate) before: u64,
}

/// All users.
#[derive(Debug)]
pub(crate) struct Plan {
    users: Vec<SeedUser>,
}

impl Plan {
    /// `base` users with `each` tasks; where `large`, 8 with 1,000, 2 with 10,000, 1 with 100,000.
    pub(crate) fn new(base: u32, each: u32, large: bool) -> Self {
        let mut groups = vec![("base", base, each)];
        if large {
            groups.extend([
                ("u1k", 8, 1_000),
                ("u10k", 2, 10_000),
                ("u100k", 1, 100_000),
            ]);
        }
        let mut users = Vec::new();
        let mut before = 0;
        for (group, count, tasks) in groups {
            for _ in 0..count {
                let number = u32::try_from(users.len() + 1).expect("there are few users");
                users.push(SeedUser {
                    number,
                    group,
                    tasks,
                    before,
                });
                before += u64::from(tasks);
            }
        }
        Self { users }
    }

    pub(crate) fn users(&self) -> &[SeedUser] {
        &self.users
    }

    pub(crate) fn tasks(&self) -> u64 {
        self.users.iter().map(|user| u64::from(user.tasks)).sum()
    }
}

impl SeedUser {
    pub(crate) fn id(&self) -> Uuid {
        self.made(1, 0)
    }

    pub(crate) fn space(&self) -> Uuid {
        self.made(2, 0)
    }

    pub(crate) fn inbox(&self) -> Uuid {
        self.made(3, 0)
    }

    pub(crate) fn token_id(&self) -> Uuid {
        self.made(4, 0)
    }

    pub(crate) fn tag(&self, word: usize) -> Uuid {
        self.made(5, word as u64)
    }

    pub(crate) fn task(&self, number: u32) -> Uuid {
        self.made(6, u64::from(number))
    }

    /// The secret of the user's token. It protects nothing but a benchmark's database.
    pub(crate) fn token(&self) -> String {
        format!("saydo_pat_{:0>43}", self.number)
    }

    /// A UUIDv7 of a kind of thing; later things have greater ids.
    fn made(&self, kind: u8, number: u64) -> Uuid {
        let at = u64::try_from(BEGIN_MS).expect("it is after 1970") + number * 60_000;
        let mut rest = [0; 10];
        rest[0] = kind;
        rest[1..5].copy_from_slice(&self.number.to_be_bytes());
        rest[5..].copy_from_slice(&mixed(u64::from(self.number), number).to_be_bytes()[..5]);
        Builder::from_unix_timestamp_millis(at, &rest).into_uuid()
    }
}

/// A number that looks random and is the same on every run (splitmix64).
pub(crate) const fn mixed(user: u64, task: u64) -> u64 {
    let mut value = user
        .wrapping_mul(1_000_003)
        .wrapping_add(task)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15);
    value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_data_set_has_the_shape_that_all_servers_get() {
        let plan = Plan::new(10_000, 100, true);
        assert_eq!((plan.users().len(), plan.tasks()), (10_011, 1_128_000));
    }

    #[test]
    fn no_two_things_share_an_id() {
        let plan = Plan::new(20, 50, false);
        let mut seen = BTreeSet::new();
        for user in plan.users() {
            assert!(
                [user.id(), user.space(), user.inbox(), user.token_id()]
                    .into_iter()
                    .all(|id| seen.insert(id))
            );
            assert!((0..40).all(|word| seen.insert(user.tag(word))));
            assert!((1..=user.tasks).all(|number| seen.insert(user.task(number))));
        }
    }
}
