package it.sportello.quality.day.proof;

import it.sportello.quality.day.story.Served;
import it.sportello.quality.day.story.TillBalance;
import java.util.List;

/**
 * All that the proofs are made of: what the day reckoned by itself, what the desks hold, what the server holds, what is
 * on paper.
 */
public record Evidence(
        List<TillBalance> reckoned,
        List<Served.Shown> shown,
        int people,
        List<DeskFacts> desks,
        ServerFacts server,
        List<PaperFacts.Receipt> papers) {}
