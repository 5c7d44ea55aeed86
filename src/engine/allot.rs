//! The arithmetic of the plan: minutes shared out by weight, must-do steps kept. No titles, no pages.

use super::{plan::RunSheet, session::Step, time::Ms};

/// One step as the arithmetic sees it; the unit is up to the caller.
struct Share {
    base: u64,
    min: u64,
    weight: u64,
    must: bool,
    /// Still held; a dropped step gets nothing.
    held: bool,
}

/// Splits `total` minutes over `steps` by weight: result has one entry per step and sums to `total` whenever `total` is at least the
/// number of must-do steps; must-do steps get at least one minute; no step is under its minimum while optional ones can still
/// give (first down to their minimum, then dropped to 0 from the lightest weight up). Steps of weight 0 keep their minutes until the
/// others are at their minimum. With fewer minutes than must-do steps, each of those still gets one.
#[must_use]
pub fn allot(steps: &[Step], total: u16) -> Vec<u16> {
    let shares = steps.iter().map(|step| Share {
        base: step.minutes.into(),
        min: step.min_minutes.into(),
        weight: step.weight.into(),
        must: step.must,
        held: true,
    });
    split(shares.collect(), total.into())
        .into_iter()
        .map(|minutes| u16::try_from(minutes).unwrap_or(u16::MAX))
        .collect()
}

/// The spans of `sheet` squeezed (or stretched) so that they sum to exactly `total`: whole minutes by the arithmetic of [`allot`], the
/// broken minute goes to the longest step. `None` when `total` has not even a minute for each must-do step.
#[must_use]
pub fn refit(sheet: &RunSheet, total: Ms) -> Option<Vec<Ms>> {
    const MINUTE: u64 = 60_000;
    let shares = sheet.steps.iter().map(|step| Share {
        base: step.planned.0 / MINUTE,
        min: step.min.0 / MINUTE,
        weight: step.weight.into(),
        must: step.must,
        held: step.planned > Ms::ZERO,
    });
    let shares: Vec<Share> = shares.collect();
    let needed = shares.iter().filter(|share| share.held && share.must).count().max(1);
    let minutes = total.0 / MINUTE;
    if minutes < needed as u64 || shares.iter().all(|share| !share.held) {
        return None;
    }
    let mut spans: Vec<Ms> = split(shares, minutes).into_iter().map(Ms::minutes).collect();
    if let Some(longest) = spans.iter_mut().max() {
        *longest = *longest + Ms(total.0 % MINUTE);
    }
    Some(spans)
}

/// The arithmetic behind [`allot`] and [`refit`].
fn split(mut shares: Vec<Share>, total: u64) -> Vec<u64> {
    for share in &mut shares {
        let least = u64::from(share.must);
        share.base = share.base.max(least);
        share.min = share.min.clamp(least, share.base);
    }
    drop_optional(&mut shares, total);
    let held = |shares: &[Share], value: fn(&Share) -> u64| -> Vec<u64> {
        shares.iter().map(|share| if share.held { value(share) } else { 0 }).collect()
    };
    let (bases, mins) = (held(&shares, |share| share.base), held(&shares, |share| share.min));
    let weights = held(&shares, |share| share.weight);
    let (sum_base, sum_min): (u64, u64) = (bases.iter().sum(), mins.iter().sum());

    if total >= sum_base {
        // Nothing but fixed steps: they have to stretch after all, in proportion.
        let shares = if weights.iter().any(|weight| *weight > 0) { &weights } else { &bases };
        let caps = vec![u64::MAX; bases.len()];
        return plus(&bases, &spread(total - sum_base, shares, &caps));
    }
    if total >= sum_min {
        let slack = minus(&bases, &mins);
        let elastic: Vec<u64> =
            slack.iter().zip(&weights).map(|(slack, weight)| if *weight > 0 { *slack } else { 0 }).collect();
        let need = sum_base - total;
        let first = spread(need.min(elastic.iter().sum()), &weights, &elastic);
        let fixed = minus(&slack, &first);
        let rest = spread(need - first.iter().sum::<u64>(), &fixed, &fixed);
        return minus(&minus(&bases, &first), &rest);
    }
    // Only must-do steps are left and even their minimums do not fit: one minute each, the rest in proportion to the minimums.
    let ones: Vec<u64> = shares.iter().map(|share| u64::from(share.held && (share.must || total > 0))).collect();
    let caps = minus(&mins, &ones);
    let rest = spread(total.saturating_sub(ones.iter().sum()), &caps, &caps);
    plus(&ones, &rest)
}

/// Drops optional steps from the lightest weight up (of equal ones the later first) until the minimums of the others fit.
fn drop_optional(shares: &mut [Share], total: u64) {
    loop {
        let mins: u64 = shares.iter().filter(|share| share.held).map(|share| share.min).sum();
        let others = shares.iter().filter(|share| share.held).count() > 1;
        if mins <= total || !others {
            return;
        }
        let lightest =
            shares.iter_mut().rev().filter(|share| share.held && !share.must).min_by_key(|share| share.weight);
        let Some(lightest) = lightest else { return };
        lightest.held = false;
    }
}

/// A step being given its part.
struct Pot {
    share: u64,
    cap: u64,
    given: u64,
}

impl Pot {
    fn open(&self) -> bool {
        self.share > 0 && self.given < self.cap
    }
}

/// Hands out `amount` in proportion to `shares`, to none more than its cap, to the unit. Gives out all of it when the caps of those with a
/// share allow.
fn spread(amount: u64, shares: &[u64], caps: &[u64]) -> Vec<u64> {
    let mut pots: Vec<Pot> =
        shares.iter().zip(caps).map(|(share, cap)| Pot { share: *share, cap: *cap, given: 0 }).collect();
    let mut left = amount;
    while left > 0 {
        let open = pots.iter().filter(|pot| pot.open());
        let (count, total) = open.fold((0, 0), |(count, total), pot| (count + 1, total + pot.share));
        if left < count {
            // Less than a unit each: one to whoever is furthest below its due, the earlier of equals.
            let due =
                |pot: &Pot| i128::from(amount) * i128::from(pot.share) - i128::from(pot.given) * i128::from(total);
            let Some(next) = pots.iter_mut().rev().filter(|pot| pot.open()).max_by_key(|pot| due(pot)) else { break };
            next.given += 1;
            left -= 1;
            continue;
        }
        let round = left;
        for pot in pots.iter_mut().filter(|pot| pot.open()) {
            // Through u128: the product may be larger than any span.
            let part = u128::from(round) * u128::from(pot.share) / u128::from(total);
            let part = u64::try_from(part).unwrap_or(u64::MAX).min(pot.cap - pot.given).min(left);
            pot.given += part;
            left -= part;
        }
        if left == round {
            // Nobody is open.
            break;
        }
    }
    pots.into_iter().map(|pot| pot.given).collect()
}

fn plus(a: &[u64], b: &[u64]) -> Vec<u64> {
    a.iter().zip(b).map(|(a, b)| a.saturating_add(*b)).collect()
}

fn minus(a: &[u64], b: &[u64]) -> Vec<u64> {
    a.iter().zip(b).map(|(a, b)| a.saturating_sub(*b)).collect()
}
