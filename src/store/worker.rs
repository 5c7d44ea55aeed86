//! The writer: one thread that owns the database, does requests in order and says when they are on the medium.

use std::{
    collections::VecDeque,
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError, SyncSender, TryRecvError, TrySendError},
    },
    thread::JoinHandle,
    time::Duration,
};

use rusqlite::{Connection, TransactionBehavior};

use super::{
    Database, Library, Report, Request, StoreError, Subject, backup, error::io_error, journal, library, meetings,
    notes, roster, study,
};
use crate::engine::ids::MeetingId;

/// Requests and reports that may be under way; minutes of the fastest typing.
const CHANNEL: usize = 1024;
/// Most requests that share one commit.
const BATCH: usize = 256;
/// Pause before a failed write is tried again.
const RETRY_PAUSE: Duration = Duration::from_secs(1);
/// Tries that are left to a failing disk when the program wants to end.
const LAST_TRIES: u32 = 3;

/// Starts the writer.
#[derive(Debug)]
pub struct Store;

impl Store {
    /// Reads what is there and starts the writer thread. `wake` is called from that thread after reports were sent.
    pub fn spawn(database: Database, wake: Arc<dyn Fn() + Send + Sync>) -> Result<(StoreHandle, Library), StoreError> {
        Self::spawn_with(database, wake, RETRY_PAUSE)
    }

    fn spawn_with(
        database: Database,
        wake: Arc<dyn Fn() + Send + Sync>,
        pause: Duration,
    ) -> Result<(StoreHandle, Library), StoreError> {
        let library = library::load(&database.conn)?;
        let path = database.path.clone();
        let (requests, inbox) = mpsc::sync_channel(CHANNEL);
        let (outbox, reports) = mpsc::sync_channel(CHANNEL);
        let writer =
            Writer { database, inbox, open: true, outbox, wake, pause, pending: VecDeque::new(), failing: None };
        let thread = std::thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || writer.run())
            .map_err(|error| io_error(&path, &error))?;
        let handle = StoreHandle {
            requests: Some(requests),
            overflow: VecDeque::new(),
            reports: Some(reports),
            thread: Some(thread),
        };
        Ok((handle, library))
    }
}

/// The app's end. Never blocks before it is closed. Dropping it writes what is under way and joins the thread.
#[derive(Debug)]
pub struct StoreHandle {
    requests: Option<SyncSender<Request>>,
    /// What did not fit into the channel while the disk was slow, oldest first; nothing may overtake it.
    overflow: VecDeque<Request>,
    reports: Option<Receiver<Report>>,
    thread: Option<JoinHandle<usize>>,
}

impl StoreHandle {
    /// Hands a request over. Never blocks and never loses it: what the writer cannot take yet waits here and follows with the next call
    /// of [`Self::send`] or [`Self::poll`]. The app need not care: nothing counts as saved before its report.
    pub fn send(&mut self, request: Request) {
        self.overflow.push_back(request);
        self.flush();
    }

    /// The next report, if there is one. Call until `None` in each turn of the loop.
    pub fn poll(&mut self) -> Option<Report> {
        self.flush();
        match self.reports.as_ref()?.try_recv() {
            Ok(report) => Some(report),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.reports = None;
                Some(Report::Stopped)
            }
        }
    }

    /// Writes what is under way and ends the thread; blocks until then. Returns how many requests could not be done because the disk
    /// kept failing; 0 = everything is safe.
    #[must_use]
    pub fn close(mut self) -> usize {
        self.end()
    }

    fn flush(&mut self) {
        let Some(requests) = &self.requests else { return };
        while let Some(request) = self.overflow.pop_front() {
            match requests.try_send(request) {
                Ok(()) => {}
                // A writer that is gone is reported by `poll`.
                Err(TrySendError::Full(request) | TrySendError::Disconnected(request)) => {
                    self.overflow.push_front(request);
                    return;
                }
            }
        }
    }

    fn end(&mut self) -> usize {
        // First: a writer waiting for room among the reports must get on, or neither of us would.
        self.reports = None;
        let mut lost = 0;
        if let Some(requests) = self.requests.take() {
            lost = self.overflow.drain(..).filter_map(|request| requests.send(request).err()).count();
        }
        lost + self.thread.take().map_or(0, |thread| thread.join().unwrap_or(1))
    }
}

impl Drop for StoreHandle {
    fn drop(&mut self) {
        let lost = self.end();
        if lost > 0 {
            log::error!("{lost} requests could not be written");
        }
    }
}

struct Writer {
    database: Database,
    inbox: Receiver<Request>,
    /// The app is still there.
    open: bool,
    outbox: SyncSender<Report>,
    wake: Arc<dyn Fn() + Send + Sync>,
    pause: Duration,
    /// Taken out of the inbox, not done yet. While the disk fails this holds what the app's own log of the meeting holds, no more.
    pending: VecDeque<Request>,
    /// The failure last told of.
    failing: Option<StoreError>,
}

impl Writer {
    /// Returns how many requests were left undone.
    fn run(mut self) -> usize {
        let mut tries_left = LAST_TRIES;
        while self.gather() {
            match self.work() {
                Ok(reports) => self.tell(reports),
                Err((subject, error)) => {
                    self.failed(subject, error);
                    if self.open {
                        self.wait();
                    } else if tries_left == 0 {
                        break;
                    } else {
                        tries_left -= 1;
                    }
                }
            }
        }
        self.pending.len()
    }

    /// Takes all requests that are there; waits for one when there is nothing to do. False when there never will be.
    fn gather(&mut self) -> bool {
        if self.pending.is_empty() && self.open {
            match self.inbox.recv() {
                Ok(request) => self.pending.push_back(request),
                Err(_) => self.open = false,
            }
        }
        while self.open {
            match self.inbox.try_recv() {
                Ok(request) => self.pending.push_back(request),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => self.open = false,
            }
        }
        !self.pending.is_empty()
    }

    /// The pause before another try; a new request or the end of the app cuts it short.
    fn wait(&mut self) {
        match self.inbox.recv_timeout(self.pause) {
            Ok(request) => self.pending.push_back(request),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => self.open = false,
        }
    }

    /// Does the next request, or as many writes as stand in a row. They leave the queue only when they are done.
    fn work(&mut self) -> Result<Vec<Report>, (Subject, StoreError)> {
        let Some(next) = self.pending.front() else { return Ok(Vec::new()) };
        let report = match next {
            Request::ReadLog(meeting) => match journal::read(&self.database.conn, *meeting) {
                Ok(log) => Report::Log(log),
                Err(error) => Report::Refused { subject: next.subject(), error },
            },
            Request::ReadNotes => match notes::read(&self.database.conn) {
                Ok(notes) => Report::Notes(notes),
                Err(error) => Report::Refused { subject: next.subject(), error },
            },
            Request::Backup(wall) => match backup::make(&self.database, *wall) {
                Ok(file) => Report::BackupDone(file),
                Err(error) => Report::BackupFailed(error),
            },
            _ => return self.write(),
        };
        self.pending.pop_front();
        Ok(vec![report])
    }

    fn write(&mut self) -> Result<Vec<Report>, (Subject, StoreError)> {
        let subject = self.pending.front().map_or(Subject::Backup, Request::subject);
        if self.failing.as_ref().is_some_and(|error| !matches!(error, StoreError::Busy(_))) {
            self.database.reopen().map_err(|error| (subject.clone(), error))?;
        }
        let is_write =
            |request: &&Request| !matches!(request, Request::ReadLog(_) | Request::ReadNotes | Request::Backup(_));
        let batch: Vec<&Request> = self.pending.iter().take_while(is_write).take(BATCH).collect();
        let mut reports = commit(&mut self.database.conn, &batch).map_err(|error| (subject, error))?;
        let changed = closed_meetings(&self.database.conn, &batch);
        let done = batch.len();
        self.pending.drain(..done);
        if self.failing.take().is_some() {
            reports.insert(0, Report::Recovered);
        }
        // Lists only: a fold that fails here is made up for at the next start.
        for meeting in changed {
            match meetings::refresh(&self.database.conn, meeting) {
                Ok(summary) => reports.extend(summary.map(Report::Summary)),
                Err(error) => log::warn!("summary of meeting {}: {error}", meeting.0),
            }
        }
        Ok(reports)
    }

    fn failed(&mut self, subject: Subject, error: StoreError) {
        log::error!("{subject:?}: {error}");
        let told = self.failing.as_ref().map(std::mem::discriminant);
        if told != Some(std::mem::discriminant(&error)) {
            self.tell(vec![Report::Failed { subject, error: error.clone() }]);
        }
        self.failing = Some(error);
    }

    fn tell(&self, reports: Vec<Report>) {
        if reports.is_empty() {
            return;
        }
        for report in reports {
            // The app is ending and no longer listens; the work goes on regardless.
            if self.outbox.send(report).is_err() {
                return;
            }
        }
        (self.wake)();
    }
}

/// Does a row of writes in one transaction and returns their reports only after the commit returned. A request the database refuses for good
/// is undone alone and reported; a failure that may pass undoes and keeps them all.
fn commit(conn: &mut Connection, batch: &[&Request]) -> Result<Vec<Report>, StoreError> {
    let mut tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut reports = Vec::new();
    for request in batch {
        let savepoint = tx.savepoint()?;
        match perform(&savepoint, request) {
            Ok(report) => {
                savepoint.commit()?;
                reports.extend(report);
            }
            Err(error) if error.can_heal() => return Err(error),
            Err(error) => {
                drop(savepoint);
                reports.push(Report::Refused { subject: request.subject(), error });
            }
        }
    }
    tx.commit()?;
    Ok(reports)
}

fn perform(conn: &Connection, request: &Request) -> Result<Option<Report>, StoreError> {
    match request {
        Request::Append { meeting, records } => {
            journal::append(conn, *meeting, records)?;
            return Ok(records.last().map(|last| Report::Durable { meeting: *meeting, seq: last.seq }));
        }
        Request::Alive { meeting, at, wall } => {
            meetings::alive(conn, *meeting, *at, *wall)?;
            return Ok(None);
        }
        Request::Abandon { meeting, wall } => meetings::abandon(conn, *meeting, *wall)?,
        Request::Regroup { change, wall } => roster::regroup(conn, change, *wall)?,
        Request::Reseal { from, to, file, wall } => roster::reseal(conn, from, to, file, *wall)?,
        Request::ForgetNumbers { wall } => roster::forget_numbers(conn, *wall)?,
        Request::RemoveDemo { wall } => roster::remove_demo(conn, *wall)?,
        Request::Study(record) => study::append(conn, record)?,
        Request::SetSetting { key, value } => library::set(conn, key, value)?,
        // Not writes: the caller keeps them out of a batch.
        Request::ReadLog(_) | Request::ReadNotes | Request::Backup(_) => return Ok(None),
    }
    Ok(Some(Report::Saved(request.subject())))
}

/// Meetings of this batch that are closed, each once: their summaries changed.
fn closed_meetings(conn: &Connection, batch: &[&Request]) -> Vec<MeetingId> {
    let appended = batch.iter().filter_map(|request| match request {
        Request::Append { meeting, .. } => Some(*meeting),
        _ => None,
    });
    let mut meetings: Vec<_> = appended.collect();
    meetings.sort_unstable();
    meetings.dedup();
    meetings.retain(|meeting| meetings::is_closed(conn, *meeting).unwrap_or(false));
    meetings
}

#[cfg(test)]
mod tests;
