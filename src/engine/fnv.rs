//! FNV-1a, 64 bits: a sum over bytes that is the same for ever, on every system, so that a name made of it is found again.

/// The sum. Against chance, not against people.
#[must_use]
pub fn fnv1a(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the published test vectors.
    #[test]
    fn it_is_the_sum_everybody_means_by_the_name() {
        assert_eq!(
            ["", "a", "foobar"].map(|text| fnv1a(text.bytes())),
            [0xcbf2_9ce4_8422_2325, 0xaf63_dc4c_8601_ec8c, 0x8594_4171_f739_67e8]
        );
    }
}
