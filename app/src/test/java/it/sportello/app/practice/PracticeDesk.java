package it.sportello.app.practice;

import it.sportello.api.Dues;
import it.sportello.api.Exemptions;
import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.api.OperationAnswer;
import it.sportello.api.Persons;
import it.sportello.api.Problem;
import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.CitizenContext;
import it.sportello.app.frame.InPlaceBackground;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.service.PlayedPrinter;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.service.TestDesk;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.OperatorTask;
import it.sportello.offlinecache.journal.OutboxItem;
import it.sportello.offlinecache.remote.BackendFault;
import it.sportello.offlinecache.sync.Delivery;
import it.sportello.offlinecache.sync.Sync;
import it.sportello.offlinecache.sync.SyncStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** The practices on a real journal, with a server and a printer of the tests. */
final class PracticeDesk implements AutoCloseable {
    static final String PERSON = "P1";
    static final String PROTOCOL = "2026/0000042";

    final TestDesk desk;
    final Path saved;
    final PlayedPrinter printer = PlayedPrinter.printing();
    final InPlaceBackground background = new InPlaceBackground();
    final CitizenContext citizen = new CitizenContext();
    final Texts texts = Texts.of(PracticeScreens.class);
    final Words words = new Words();
    final ExemptionArchive archive;
    final PrintDesk prints;
    final RegisterExemption register;
    final List<UUID> asked = new ArrayList<>();
    final Heard heard = new Heard();
    List<Dues.DueOutcome> outcomes = List.of();
    private final Sync sync = new Answers();
    /** What the server says to an operation. */
    Function<Exemptions.Register, Delivery> server = this::grant;

    PracticeDesk(Path home) {
        desk = new TestDesk(home.resolve("desk"));
        saved = home.resolve("stampe");
        archive = new ExemptionArchive(journal(), new PdfSheets(desk.clock), words);
        prints = new PrintDesk(journal(), Optional.of(printer), List.of(archive), desk, Runnable::run);
        register = new RegisterExemption(journal(), sync, desk, archive, desk.clock, Duration.ofSeconds(1));
        serve(LocalDate.of(1970, 1, 1));
    }

    void serve(LocalDate birth) {
        serve(TestDesk.person(PERSON, TestDesk.ROSSI, "ROSSI", "MARIO"), birth);
    }

    void serve(Persons.PersonRecord person, LocalDate birth) {
        Persons.PersonRecord born = new Persons.PersonRecord(
                person.id(),
                person.code(),
                person.codeKind(),
                person.surname(),
                person.names(),
                birth,
                person.sex(),
                person.birthPlaceCode(),
                person.birthPlace(),
                person.address(),
                person.municipality(),
                person.phone(),
                person.email(),
                person.language(),
                person.doctor(),
                person.assistanceUntil(),
                person.missing(),
                person.version());
        desk.server.files.put(PERSON, TestDesk.file(born));
        citizen.serve(new Citizen(
                PERSON,
                person.surname(),
                person.names(),
                person.code(),
                birth,
                Optional.empty(),
                person.doctor(),
                List.of()));
    }

    Sync sync() {
        return sync;
    }

    Journal journal() {
        return desk.store.journal();
    }

    ExemptionViewModel.Parts parts() {
        return new ExemptionViewModel.Parts(
                new OpenExemptions(desk.files, journal(), register),
                register,
                new SaveSheets(archive, saved),
                prints,
                ExemptionCatalogue.shipped(),
                desk,
                UUID::randomUUID);
    }

    /** The screen's model, its data loaded. */
    ExemptionViewModel opened() {
        ExemptionViewModel model =
                new ExemptionViewModel(citizen, parts(), background, new Refusals(), texts, words, desk.clock);
        model.load(heard);
        return model;
    }

    /** Every registration in the outbox, whatever became of it. */
    List<Exemptions.Register> registrations() {
        return journal().outbox().pending().stream()
                .filter(item -> item.type().equals(OperationType.EXEMPTION_REGISTER.wireName()))
                .map(OutboxItem::id)
                .map(this::payload)
                .toList();
    }

    private Exemptions.Register payload(UUID operation) {
        Operation sent = Json.strict()
                .readValue(journal().outbox().body(operation).orElseThrow().bytes(), Operation.class);
        return Json.strict().treeToValue(sent.payload(), Exemptions.Register.class);
    }

    /** The server registers as asked for. */
    Delivery grant(Exemptions.Register wish) {
        Exemptions.ExemptionView view = new Exemptions.ExemptionView(
                wish.exemptionId().toString(),
                wish.personId(),
                wish.code(),
                "Descrizione",
                wish.validFrom(),
                wish.validTo(),
                wish.source(),
                1);
        UUID operation = asked.getLast();
        OperationAnswer answer = new OperationAnswer(
                operation,
                List.of(),
                TestDesk.NOW,
                Optional.of(Json.strict().valueToTree(new Exemptions.Registered(PROTOCOL, view, outcomes))));
        journal().outbox().confirmed(operation, answer);
        return new Delivery.Confirmed(answer);
    }

    Delivery refuse(Problem problem) {
        OperatorTask task =
                journal().outbox().stopped(asked.getLast(), OperatorTask.Kind.REFUSED, Optional.of(problem));
        return new Delivery.Refused(problem, task.id());
    }

    /** The server does not take it, and the operation is held back. */
    Delivery park(Problem problem) {
        OperatorTask task = journal().outbox().stopped(asked.getLast(), OperatorTask.Kind.PARKED, Optional.of(problem));
        return new Delivery.Parked(Optional.of(problem), task.id());
    }

    Delivery silent(BackendFault.Code code) {
        journal().outbox().unconfirmed(asked.getLast());
        return new Delivery.NotConfirmed(new BackendFault(code, 0, "test", null));
    }

    private final class Answers implements Sync {
        @Override
        public CompletableFuture<Delivery> submit(UUID operationId) {
            asked.add(operationId);
            return CompletableFuture.completedFuture(server.apply(payload(operationId)));
        }

        @Override
        public SyncStatus status() {
            throw new AssertionError("not asked in these tests");
        }

        @Override
        public Subscription listen(Consumer<SyncStatus> listener) {
            return () -> {};
        }

        @Override
        public void wake() {}
    }

    /** What the screen was told. */
    static final class Heard implements ExemptionViewModel.Endings {
        final List<ExemptionForm.Field> wrong = new ArrayList<>();
        int concluded;
        int saved;

        @Override
        public void wrong(ExemptionForm.Field field) {
            wrong.add(field);
        }

        @Override
        public void concluded() {
            concluded++;
        }

        @Override
        public void saved() {
            saved++;
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}
