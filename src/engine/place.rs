//! Finding one's way over a run sheet: which page follows, which number it has. No timers.

use super::{event::Place, plan::PlannedPage, plan::RunSheet, time::Ms};

impl RunSheet {
    /// Places in a step: its pages; one for a step without pages (the calm picture). `None`: no such step.
    #[must_use]
    pub fn places_in(&self, step: u16) -> Option<u16> {
        self.steps.get(usize::from(step)).map(|step| u16::try_from(step.pages.len()).unwrap_or(u16::MAX).max(1))
    }

    /// The page at a place; `None` where there is none (a step without pages, a place that does not exist).
    #[must_use]
    pub fn page(&self, place: Place) -> Option<&PlannedPage> {
        self.steps.get(usize::from(place.step))?.pages.get(usize::from(place.page))
    }

    /// Whether the place exists.
    #[must_use]
    pub fn has(&self, place: Place) -> bool {
        self.places_in(place.step).is_some_and(|places| place.page < places)
    }

    /// Every place in order, skipped steps included, so that numbers stay the same when steps are cut.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        let steps = 0..u16::try_from(self.steps.len()).unwrap_or(u16::MAX);
        steps.flat_map(|step| (0..self.places_in(step).unwrap_or(0)).map(move |page| Place { step, page }))
    }

    /// The number of a place, from 1, counted over all steps.
    #[must_use]
    pub fn number_of(&self, place: Place) -> Option<u16> {
        (1..=u16::MAX).zip(self.places()).find(|(_, other)| *other == place).map(|(number, _)| number)
    }

    /// The place with this number, from 1.
    #[must_use]
    pub fn place_number(&self, number: u16) -> Option<Place> {
        self.places().nth(usize::from(number.checked_sub(1)?))
    }

    /// The first page of a step.
    #[must_use]
    pub fn first_of(&self, step: u16) -> Option<Place> {
        self.places_in(step).map(|_| Place { step, page: 0 })
    }

    /// The last page of a step.
    #[must_use]
    pub fn last_of(&self, step: u16) -> Option<Place> {
        self.places_in(step).map(|places| Place { step, page: places - 1 })
    }

    /// The first step after `step` that is not skipped.
    #[must_use]
    pub fn step_after(&self, step: u16) -> Option<u16> {
        let first = usize::from(step) + 1;
        let offset = self.steps.iter().skip(first).position(|step| step.planned > Ms::ZERO)?;
        u16::try_from(first + offset).ok()
    }

    /// The last step before `step` that is not skipped.
    #[must_use]
    pub fn step_before(&self, step: u16) -> Option<u16> {
        let index = self.steps.iter().take(step.into()).rposition(|step| step.planned > Ms::ZERO)?;
        u16::try_from(index).ok()
    }

    /// The first step that is not skipped; the very first when all are.
    #[must_use]
    pub fn opening_step(&self) -> u16 {
        self.steps.iter().position(|step| step.planned > Ms::ZERO).and_then(|i| u16::try_from(i).ok()).unwrap_or(0)
    }

    /// The page after `place`, over the end of its step too, passing over skipped steps.
    #[must_use]
    pub fn after(&self, place: Place) -> Option<Place> {
        let next = Place { page: place.page.saturating_add(1), ..place };
        if self.has(next) { Some(next) } else { self.first_of(self.step_after(place.step)?) }
    }

    /// The page before `place`, passing over skipped steps.
    #[must_use]
    pub fn before(&self, place: Place) -> Option<Place> {
        match place.page.checked_sub(1) {
            Some(page) => Some(Place { page, ..place }),
            None => self.last_of(self.step_before(place.step)?),
        }
    }

    /// The spans, in order.
    #[must_use]
    pub fn spans(&self) -> Vec<Ms> {
        self.steps.iter().map(|step| step.planned).collect()
    }

    /// All spans together.
    #[must_use]
    pub fn length(&self) -> Ms {
        self.steps.iter().map(|step| step.planned).sum()
    }
}
