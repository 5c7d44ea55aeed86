//! The program being measured: started, looked at through /proc, ended.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

/// What /proc counts time in, per second. Linux shows programs 100 whatever the kernel uses.
const TICKS: f64 = 100.0;

/// A running Lembar with data of its own; killed and its data deleted when dropped.
pub(crate) struct Program {
    child: Child,
    /// Its data, when it is Lembar.
    data: Option<PathBuf>,
    /// When it was started.
    pub(crate) started: Instant,
}

impl Program {
    /// With these words. Its data is empty, or what an import has put there.
    pub(crate) fn start(path: &Path, words: &[OsString]) -> Result<Self> {
        let data = Self::data();
        fs::create_dir_all(&data)?;
        let mut command = Command::new(path);
        command.args(words).arg("--data").arg(&data);
        let mut program = Self::of(command)?;
        program.data = Some(data);
        Ok(program)
    }

    /// On its home screen, with the data of `data`, which stay.
    pub(crate) fn home(path: &Path, data: &Path) -> Result<Self> {
        let mut command = Command::new(path);
        command.arg("--data").arg(data);
        Self::of(command)
    }

    /// Any program.
    pub(crate) fn of(mut command: Command) -> Result<Self> {
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let started = Instant::now();
        let child = command.spawn().with_context(|| command.get_program().display().to_string())?;
        Ok(Self { child, data: None, started })
    }

    /// Where the next Lembar finds its data.
    pub(crate) fn data() -> PathBuf {
        std::env::temp_dir().join(format!("lembar-bench-{}", std::process::id()))
    }

    /// An error when it has ended by itself.
    pub(crate) fn check(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            Some(status) => bail!("the program ended: {status}"),
            None => Ok(()),
        }
    }

    /// Ends it and waits until it is gone.
    pub(crate) fn end(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Processor time over `length` as a share of one core, 1.0 = all of it.
    pub(crate) fn share_of_a_core(&self, length: Duration) -> Result<f64> {
        let (from, before) = (Instant::now(), self.ticks()?);
        thread::sleep(length);
        let used = self.ticks()? - before;
        Ok(used as f64 / TICKS / from.elapsed().as_secs_f64())
    }

    /// Proportional share of memory, bytes.
    pub(crate) fn memory(&self) -> Result<u64> {
        let mut sum = 0;
        for pid in self.family()? {
            let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup"))?;
            let kib = text.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix("kB"));
            sum += kib.context("no Pss in smaps_rollup")?.trim().parse::<u64>()? * 1024;
        }
        Ok(sum)
    }

    /// utime + stime of the program, and what its ended children used, and its living children.
    fn ticks(&self) -> Result<u64> {
        let mut sum = 0;
        for pid in self.family()? {
            let text = fs::read_to_string(format!("/proc/{pid}/stat"))?;
            // The name, in brackets, may hold anything; the fields after it are numbers.
            let (_, fields) = text.rsplit_once(')').context("an odd /proc/…/stat")?;
            for field in fields.split_whitespace().skip(11).take(4) {
                sum += field.parse::<u64>()?;
            }
        }
        Ok(sum)
    }

    /// The program's process and the children of all its threads.
    fn family(&self) -> Result<Vec<u32>> {
        let mut all = vec![self.child.id()];
        for thread in fs::read_dir(format!("/proc/{}/task", self.child.id()))? {
            let children = fs::read_to_string(thread?.path().join("children")).unwrap_or_default();
            all.extend(children.split_whitespace().filter_map(|pid| pid.parse::<u32>().ok()));
        }
        Ok(all)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Best effort: it may have been ended already.
        self.child.kill().ok();
        self.child.wait().ok();
        if let Some(data) = &self.data {
            fs::remove_dir_all(data).ok();
        }
    }
}
