package it.sportello.quality.day.proof;

import it.sportello.devices.twin.printer.PrintedReceipt;
import it.sportello.quality.day.place.Premises;
import it.sportello.quality.day.story.Story;
import java.util.List;

/** Gathers the evidence once every workstation has ended. */
public final class Gathering {
    private Gathering() {}

    public static Evidence of(Premises premises, Story story) {
        List<DeskFacts> desks = story.desks().stream()
                .map(desk -> DeskFacts.read(
                        premises.home(desk), desk, premises.desk(desk).tillId(), premises.clock()))
                .toList();
        List<String> papers = premises.twins().printer().receipts().stream()
                .map(PrintedReceipt::text)
                .toList();
        return new Evidence(
                story.tills(),
                story.served().pages(),
                story.served().people(),
                desks,
                ServerFacts.read(premises.server()),
                PaperFacts.receipts(papers));
    }
}
