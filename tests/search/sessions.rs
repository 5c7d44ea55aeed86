//! As many sessions as wanted, each as big as a written one and built like it, with words of the real content in an order that looks like
//! chance and is the same every time. Also used by `bench`; judges nothing.

use lembar::{
    engine::{
        ids::SessionId,
        session::{Page, ScriptBlock, ScriptKind, Session},
    },
    pack::Pack,
};

/// A pack of `count` sessions, each with as many words as `like` has; games and shelves are those of `content`.
pub(crate) fn generated(content: &Pack, like: &str, count: usize) -> Pack {
    let like = content.session(&SessionId::from(like)).expect("a written session").clone();
    let mut chance = Chance(2027);
    let words = vocabulary(content);
    let mut pack = Pack::empty();
    pack.games.clone_from(&content.games);
    pack.shelf = content.shelf.clone();
    pack.sessions = (0..count).map(|n| session(content, &like, n, &words, &mut chance)).collect();
    pack
}

/// How many words the session's texts have: titles, pages, scripts, learning material, handouts.
pub(crate) fn size(content: &Pack, session: &Session) -> usize {
    let count = |text: &str| text.split_whitespace().count();
    let blocks =
        |blocks: &[ScriptBlock]| blocks.iter().map(|block| count(&block.when) + count(&block.text)).sum::<usize>();
    let pages = session.steps.iter().flat_map(|step| &step.pages).map(|page| {
        let shown = content.page_words(&session.id, &page.id).into_iter().map(count).sum::<usize>();
        count(&page.title) + shown + blocks(&page.script)
    });
    let steps = session.steps.iter().map(|step| count(&step.title) + blocks(&step.script));
    let learn = session.learn.iter().flat_map(|learn| {
        let paragraphs = learn.background.iter().chain(&learn.technique_note).map(|text| count(text));
        let faq = learn.faq.iter().map(|faq| count(&faq.ask) + count(&faq.answer));
        let checks = learn.checks.iter().map(|check| {
            let choices = check.choices.iter().map(|choice| count(&choice.words)).sum::<usize>();
            count(&check.ask) + count(&check.why) + count(&check.because) + choices + blocks(&check.script)
        });
        paragraphs.chain(faq).chain(checks).collect::<Vec<_>>()
    });
    pages.chain(steps).chain(learn).sum::<usize>() + handouts(content, session)
}

fn handouts(content: &Pack, session: &Session) -> usize {
    let words = content.handout_words(&session.id).into_iter().flat_map(|(title, words)| [vec![title], words].concat());
    words.map(|text| text.split_whitespace().count()).sum()
}

/// Every word of the content's scripts as often as it stands there, so that frequent ones stay frequent.
fn vocabulary(content: &Pack) -> Vec<String> {
    let scripts = content.sessions.iter().flat_map(|session| &session.steps).flat_map(|step| {
        let pages = step.pages.iter().flat_map(|page| &page.script);
        pages.chain(&step.script)
    });
    scripts.flat_map(|block| block.text.split_whitespace()).map(str::to_owned).collect()
}

/// As `like`, with other words; what `like` shows on its pages and in its handouts is said in the script instead.
fn session(content: &Pack, like: &Session, number: usize, words: &[String], chance: &mut Chance) -> Session {
    let mut session = like.clone();
    let unsaid = handouts(content, like);
    session.id = SessionId(format!("uji-{number}"));
    session.label = format!("U-S{number}");
    let mut other = |text: &mut String| *text = chance.words(words, text.split_whitespace().count());
    other(&mut session.title);
    other(&mut session.goal);
    for step in &mut session.steps {
        other(&mut step.title);
        blocks(&mut step.script, &mut other);
        for page in &mut step.pages {
            let shown = content.page_words(&like.id, &page.id).join(" ");
            page.script.push(ScriptBlock { kind: ScriptKind::Say, text: shown, when: String::new() });
            other(&mut page.title);
            blocks(&mut page.script, &mut other);
        }
    }
    if let Some(Page { script, .. }) = session.steps.iter_mut().flat_map(|step| &mut step.pages).next() {
        let mut text = "kata ".repeat(unsaid);
        other(&mut text);
        script.push(ScriptBlock { kind: ScriptKind::Say, text, when: String::new() });
    }
    if let Some(learn) = &mut session.learn {
        learn.background.iter_mut().chain(&mut learn.technique_note).for_each(&mut other);
        for faq in &mut learn.faq {
            other(&mut faq.ask);
            other(&mut faq.answer);
        }
        for check in &mut learn.checks {
            other(&mut check.ask);
            other(&mut check.why);
            other(&mut check.because);
            check.choices.iter_mut().for_each(|choice| other(&mut choice.words));
            blocks(&mut check.script, &mut other);
        }
    }
    session
}

fn blocks(blocks: &mut [ScriptBlock], other: &mut impl FnMut(&mut String)) {
    for block in blocks {
        other(&mut block.when);
        other(&mut block.text);
    }
}

/// What is typed: words of the content, one letter more each time, as somebody types them.
pub(crate) fn typed(content: &Pack) -> Vec<String> {
    let mut chance = Chance(7);
    let words = vocabulary(content);
    let mut typed = Vec::new();
    for _ in 0..20 {
        let phrase = chance.words(&words, 2).to_lowercase();
        typed.extend((1..=phrase.chars().count()).map(|length| phrase.chars().take(length).collect::<String>()));
    }
    // A blank finds nothing new, and is not asked for.
    typed.retain(|typed| !typed.ends_with(' '));
    typed
}

/// Numbers that look like chance and are the same every time (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn words(&mut self, from: &[String], count: usize) -> String {
        let one = |_| from[(self.next() % from.len() as u64) as usize].as_str();
        (0..count).map(one).collect::<Vec<_>>().join(" ")
    }
}
