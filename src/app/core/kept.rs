//! A value that knows how often it may have been changed, so that what is worked out from it is worked out once.

use std::ops::{Deref, DerefMut};

/// A value with a revision; every mutable use counts as a change.
#[derive(Debug, Default)]
pub(super) struct Kept<T> {
    value: T,
    revision: u64,
}

impl<T> Kept<T> {
    /// Goes up with every change.
    pub(super) const fn revision(&self) -> u64 {
        self.revision
    }
}

impl<T> Deref for Kept<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Kept<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.revision += 1;
        &mut self.value
    }
}
