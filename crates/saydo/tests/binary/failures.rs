//! Drills on PostgreSQL: servers and databases that go away at the worst moments. What was
//! acknowledged stays, what was not is safe to send again, reminders come once.

use jiff::{SignedDuration, Timestamp};
use private_postgres::{Cluster, Lock};

use crate::support::{Server, World, ask, in_seconds, wait_for};

/// A change that waits for a lock.
const WAITS: &str = "wait_event_type = 'Lock'";
/// A transaction that has its lock, and whose server does not go on.
const IS_OPEN: &str = "state = 'idle in transaction'";

const ADD: &str = "POST /v1/tasks\r\nIdempotency-Key: the-same";
const RENT: &str = "{\"title\":\"pay rent\"}";

/// A database server of its own, and what the drills do with it.
struct Drill {
    cluster: Cluster,
    world: World,
    token: String,
}

impl Drill {
    fn new() -> Self {
        let cluster = Cluster::start();
        let world = World::on(cluster.url());
        let token = world.token();
        Self {
            cluster,
            world,
            token,
        }
    }

    /// A server whose connections bear its name.
    fn serve(&self, name: &str) -> Server {
        let url = format!("{}&application_name={name}", self.cluster.url());
        let setting = format!("database_url={url}");
        self.world.serve_with(&["--set", &setting])
    }

    /// Holds what every change of a space waits for before it reads anything.
    fn hold_space(&self) -> Lock {
        self.cluster.lock("SELECT id FROM space FOR UPDATE")
    }

    /// Holds what every change waits for after all of it, commit included, was sent.
    fn hold_history(&self) -> Lock {
        self.cluster.lock("LOCK TABLE change IN SHARE MODE")
    }

    /// Waits until a connection of the server `name` is in this state.
    fn wait_until(&self, name: &str, state: &str) {
        let count = format!(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = '{name}' AND {state}"
        );
        wait_for(|| (self.cluster.run(&count) != "0").then_some(()));
    }

    /// Freezes a server that waits for `lock` at the begin of a transaction, lets the transaction
    /// have the lock, and returns while it is open.
    fn freeze_inside_a_transaction(&self, server: &Server, name: &str, lock: Lock) {
        self.wait_until(name, WAITS);
        server.signal("STOP");
        drop(lock);
        self.wait_until(name, IS_OPEN);
    }

    /// Whether a frozen server gets to its commit, so that there are `tasks` tasks, or its
    /// transaction stays open.
    fn commits(&self, name: &str, tasks: usize) -> bool {
        let committed = tasks.to_string();
        let open = format!(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = '{name}' AND {IS_OPEN}"
        );
        wait_for(|| {
            if self.cluster.run("SELECT count(*) FROM task") == committed {
                return Some(true);
            }
            (self.cluster.run(&open) != "0").then_some(false)
        })
    }

    fn add(&self, server: &Server) -> (u16, String) {
        server.request(ADD, &self.token, RENT)
    }

    fn titles(&self, server: &Server) -> Vec<String> {
        let page = server.get("/v1/tasks?limit=200", &self.token);
        let tasks = page["tasks"].as_array().unwrap();
        tasks
            .iter()
            .map(|task| task["title"].as_str().unwrap().to_owned())
            .collect()
    }

    fn remind_in(&self, seconds: i64, server: &Server) {
        let at = in_seconds(seconds);
        let body = format!("{{\"title\":\"rent\",\"reminders\":[{{\"at\":\"{at}\"}}]}}");
        let (status, answer) = server.request("POST /v1/tasks", &self.token, &body);
        assert_eq!(status, 201, "{answer}");
    }
}

/// Row 1 of the failure matrix.
#[test]
fn a_server_killed_before_its_commit_has_done_nothing_and_a_retry_is_safe() {
    let drill = Drill::new();
    let first = drill.serve("first");
    let (address, token) = (first.address, drill.token.clone());
    let lock = drill.hold_space();
    let request = std::thread::spawn(move || ask(address, ADD, &token, RENT));
    drill.freeze_inside_a_transaction(&first, "first", lock);

    first.kill();

    assert!(request.join().unwrap().is_err());
    let second = drill.serve("second");
    assert!(drill.titles(&second).is_empty());
    let (status, answer) = drill.add(&second);
    assert_eq!(status, 201, "{answer}");
    assert_eq!(drill.titles(&second), ["pay rent"]);
}

/// Row 2.
#[test]
fn a_server_killed_before_it_could_answer_has_done_it_and_the_retry_gets_the_answer() {
    let drill = Drill::new();
    let first = drill.serve("first");
    let mut tasks = 0;
    let head = loop {
        let head = format!("POST /v1/tasks\r\nIdempotency-Key: request-{tasks}");
        tasks += 1;
        assert!(tasks <= 10, "no commit was on its way");
        let (address, token, sent) = (first.address, drill.token.clone(), head.clone());
        let lock = drill.hold_history();
        let request = std::thread::spawn(move || ask(address, &sent, &token, RENT));
        drill.wait_until("first", WAITS);
        first.signal("STOP");
        drop(lock);
        if drill.commits("first", tasks) {
            first.kill();
            assert!(request.join().unwrap().is_err());
            break head;
        }
        // This connection had a statement to prepare yet, and waited before it sent the commit.
        first.signal("CONT");
        request.join().unwrap().unwrap();
    };

    let second = drill.serve("second");
    let (status, answer) = second.request(&head, &drill.token, RENT);
    assert_eq!(status, 201, "{answer}");
    assert!(answer.contains(&format!("\"number\":{tasks}")), "{answer}");
    assert_eq!(drill.titles(&second).len(), tasks);
}

/// Row 13. That a reminder more than five minutes late says so is tested with a clock that jumps.
#[test]
fn while_the_database_is_away_nothing_is_acknowledged_and_afterwards_all_goes_on() {
    let mut drill = Drill::new();
    let server = drill.serve("first");
    drill.remind_in(2, &server);

    drill.cluster.crash();
    for head in [ADD, "GET /v1/tasks"] {
        let answer = server.answer(head, &drill.token, RENT).unwrap();
        assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
        assert!(answer.to_lowercase().contains("retry-after: "), "{answer}");
        assert!(answer.contains("urn:saydo:problem:unavailable"), "{answer}");
    }
    let (status, _) = server.request("GET /readyz", "", "");
    assert_eq!(status, 503);
    let (status, _) = server.request("GET /livez", "", "");
    assert_eq!(status, 200);
    drill.cluster.start_again();

    let (status, answer) = drill.add(&server);
    assert_eq!(status, 201, "{answer}");
    wait_for(|| (!server.shown(&drill.token).is_empty()).then_some(()));
    assert_eq!(drill.titles(&server).len(), 2);
    assert_eq!(server.shown(&drill.token).len(), 1);
    let (status, _) = server.request("GET /readyz", "", "");
    assert_eq!(status, 200);
}

/// Row 14.
#[test]
fn a_change_whose_connection_dies_in_the_middle_is_carried_out_once() {
    let drill = Drill::new();
    let server = drill.serve("first");
    for (hold, count) in [
        (Drill::hold_space as fn(&Drill) -> Lock, 1),
        (Drill::hold_history, 2),
    ] {
        let (address, token) = (server.address, drill.token.clone());
        let lock = hold(&drill);
        let request = std::thread::spawn(move || ask(address, "POST /v1/tasks", &token, RENT));
        drill.wait_until("first", WAITS);

        drill.cluster.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
             WHERE application_name = 'first'",
        );
        drop(lock);

        let answer = request.join().unwrap().unwrap();
        assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
        assert_eq!(drill.titles(&server).len(), count);
    }
}

/// Row 16.
#[test]
fn when_a_server_dies_while_it_fires_a_reminder_another_one_fires_it_within_a_second() {
    let drill = Drill::new();
    let first = drill.serve("first");
    drill.remind_in(1, &first);
    let lock = drill.hold_space();
    drill.freeze_inside_a_transaction(&first, "first", lock);
    let second = drill.serve("second");
    drill.wait_until("second", WAITS);
    assert!(second.shown(&drill.token).is_empty());

    let killed: Timestamp = in_seconds(0).parse().unwrap();
    first.kill();
    let shown = wait_for(|| second.shown(&drill.token).pop());

    let sent: Timestamp = shown["sent_at"].as_str().unwrap().parse().unwrap();
    let took = sent.duration_since(killed);
    assert!(took < SignedDuration::from_secs(1), "{took}");
    assert_eq!(
        drill.cluster.run("SELECT count(*) FROM delivery"),
        "1",
        "told once"
    );
}
