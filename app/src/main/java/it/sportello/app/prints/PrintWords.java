package it.sportello.app.prints;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.service.PrintPlaces;
import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.printer.PrinterCause;
import it.sportello.offlinecache.journal.PrintJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts printers and prints into words. */
final class PrintWords {
    private final Texts texts;
    private final Words words;
    private final Refusals refusals;

    PrintWords(Texts texts, Words words, Refusals refusals) {
        this.texts = texts;
        this.words = words;
        this.refusals = refusals;
    }

    PrinterRow printer(PrintPlaces.Place place, long waiting) {
        DeviceStatus status = place.device().status();
        return new PrinterRow(
                place.id(),
                name(place),
                tone(status),
                status.busy() && status.state().isUsable()
                        ? texts.get("printer.busy")
                        : texts.get("printer." + status.state().name()),
                paper(status),
                sentence(status),
                words.count(waiting),
                status.code().equals(PrinterCause.CUTTER_JAM.code()));
    }

    String name(PrintPlaces.Place place) {
        return switch (place) {
            case PrintPlaces.Roll roll -> texts.get("printer.roll", roll.id());
            case PrintPlaces.Sheets sheets -> texts.get("printer.sheets", sheets.id());
            case PrintPlaces.Labels labels -> texts.get("printer.labels", labels.id());
        };
    }

    private static Tone tone(DeviceStatus status) {
        return switch (status.state()) {
            case READY -> Tone.GOOD;
            case DEGRADED -> Tone.ATTENTION;
            case FAULT, DISCONNECTED -> Tone.DANGER;
            case CONNECTING, DISABLED -> Tone.NEUTRAL;
        };
    }

    private String paper(DeviceStatus status) {
        if (status.code().equals(PrinterCause.PAPER_END.code())) {
            return texts.get("paper.end");
        }
        if (status.code().equals(PrinterCause.PAPER_NEAR_END.code())) {
            return texts.get("paper.low");
        }
        boolean told = status.state() == DeviceState.READY || status.code().equals(PrinterCause.PAPER_NOT_TAKEN.code());
        return texts.get(told ? "paper.fine" : "paper.unknown");
    }

    private String sentence(DeviceStatus status) {
        String code = status.code();
        return code.isEmpty()
                ? ""
                : texts.get("job.because", refusals.cause(code, Map.of()), refusals.next(code, Map.of()));
    }

    JobRow job(PrintJob job, String printer, Optional<PrinterCause> waitingFor) {
        JobRow.Stand stand = stand(job.state(), waitingFor.isPresent());
        return new JobRow(
                job.id(),
                document(job),
                printer,
                words.time(job.changedAt()),
                tone(stand),
                stand,
                texts.get("job." + stand.name()),
                sentence(job, waitingFor));
    }

    private static JobRow.Stand stand(PrintJob.State state, boolean held) {
        return switch (state) {
            case FAILED -> JobRow.Stand.FAILED;
            case UNCERTAIN -> JobRow.Stand.UNCERTAIN;
            case SENDING -> held ? JobRow.Stand.HELD : JobRow.Stand.SENDING;
            case QUEUED, PRINTED, PDF -> JobRow.Stand.QUEUED;
        };
    }

    private String document(PrintJob job) {
        return job.copy() == 0 ? job.documentKey() : texts.get("job.copy", job.documentKey(), job.copy());
    }

    private String sentence(PrintJob job, Optional<PrinterCause> waitingFor) {
        String next = texts.get("next." + job.state().name());
        Optional<String> code =
                job.state() == PrintJob.State.SENDING ? waitingFor.map(PrinterCause::code) : job.reason();
        return code.map(reason -> texts.get(
                        "job.because",
                        refusals.cause(reason, Map.of()),
                        job.state() == PrintJob.State.SENDING ? refusals.next(reason, Map.of()) : next))
                .orElse(next);
    }

    private static Tone tone(JobRow.Stand stand) {
        return switch (stand) {
            case FAILED, UNCERTAIN, HELD -> Tone.ATTENTION;
            case SENDING, QUEUED -> Tone.INFORMATION;
        };
    }

    /** All prints of one document, the newest first. */
    PaperRow paper(List<PrintJob> jobs) {
        PrintJob newest = jobs.getFirst();
        long papers = jobs.stream().filter(job -> job.state().isDelivered()).count();
        return new PaperRow(
                newest.documentKey(),
                words.time(jobs.getLast().queuedAt()),
                papers == 0 ? texts.get("papers.none") : texts.get("papers.some", papers),
                texts.get("job." + newest.state().name()));
    }
}
