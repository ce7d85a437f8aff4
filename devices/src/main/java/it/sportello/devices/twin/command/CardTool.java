package it.sportello.devices.twin.command;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.card.CardEvent;
import it.sportello.devices.card.CardReader;
import it.sportello.devices.card.CardReaderSettings;
import it.sportello.devices.card.CardReaders;
import it.sportello.devices.twin.PseudoTerminal;
import it.sportello.devices.twin.card.CardBehaviour;
import it.sportello.devices.twin.card.CardTrouble;
import it.sportello.devices.twin.card.InProcessCardBackend;
import it.sportello.devices.twin.card.PcscDaemon;
import it.sportello.devices.twin.card.VirtualCard;
import it.sportello.devices.twin.card.VirtualCardSlot;
import it.sportello.devices.twin.card.VpcdDoor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A card in the virtual reader of the PC/SC daemon. Where there is no virtual reader, as on Windows, the card is in a slot
 * of this process and our own driver reads it.
 */
final class CardTool implements TwinTool {
    private static final int MOST_PORT = 65_535;
    private static final int MOST_COMMANDS = 10_000;
    private static final String READER = "Virtual PCD 00 0";
    private static final Duration A_HAND = Duration.ofMillis(600);
    private static final Duration LATE = Duration.ofMillis(5);
    private static final CardTrouble REAL_SPEED = new CardTrouble.Slow(Duration.ofMillis(22), Duration.ofMillis(100));

    static final List<TwinOption> OPTIONS = List.of(
            new TwinOption("--insert", "NAME", "the card that is in from the beginning; v1 is usual"),
            new TwinOption("--empty", "", "begins without a card"),
            new TwinOption(
                    "--file",
                    "FILE",
                    "more cards, one a line: NAME = number;issued;expires;surname;names;birth;"
                            + "F|M;tax code;birth place;residence"),
            new TwinOption("--slot", "0|1", "which slot of the virtual reader"),
            new TwinOption("--private", "", "a daemon of its own, found by PCSCLITE_CSOCK_NAME"),
            new TwinOption("--every-interface", "", "lets the reader listen to the network if it must"),
            new TwinOption(
                    "--vpcd", "PORT", "a workstation that plays the reader itself (its device reader=vpcd:PORT)"),
            new TwinOption("--in-process", "", "no daemon: our own driver reads the card (always so on Windows)"));

    private final SampleCards cards;
    private final String where;
    private final Consumer<VirtualCard> insert;
    private final Runnable remove;
    private final Runnable close;
    private long seed;
    private boolean occupied;

    private CardTool(SampleCards cards, String where, Consumer<VirtualCard> insert, Runnable remove, Runnable close) {
        this.cards = cards;
        this.where = where;
        this.insert = insert;
        this.remove = remove;
        this.close = close;
    }

    static CardTool open(TwinArguments arguments, Notices notices, Clock clock) throws IOException {
        SampleCards cards = new SampleCards();
        arguments.value("--file").ifPresent(file -> cards.add(Path.of(file)));
        Optional<VirtualCard> first = arguments.has("--empty")
                ? Optional.empty()
                : Optional.of(cards.card(arguments.value("--insert").orElse("v1"), CardBehaviour.USUAL));
        CardTool tool;
        if (arguments.has("--vpcd")) {
            int port = arguments.number("--vpcd", 1, MOST_PORT, 0);
            VirtualCardSlot slot = new VirtualCardSlot(VpcdDoor.port(port));
            String where = "the reader that a workstation plays at tcp:127.0.0.1:" + port;
            tool = new CardTool(cards, where, slot::insert, slot::remove, slot::close);
        } else if (arguments.has("--in-process") || !PseudoTerminal.isSupported()) {
            tool = inProcess(cards, notices, clock);
        } else {
            tool = inReader(cards, arguments);
        }
        tool.seed = arguments.number("--seed", 0, Integer.MAX_VALUE, 7);
        first.ifPresent(tool::putIn);
        return tool;
    }

    private static CardTool inReader(SampleCards cards, TwinArguments arguments) throws IOException {
        int number = arguments.number("--slot", 0, 1, 0);
        DaemonFolder folder = DaemonFolder.create();
        PcscDaemon daemon;
        try {
            daemon = arguments.has("--private")
                    ? PcscDaemon.start(folder.path(), true)
                    : PcscDaemon.startForAll(folder.path(), arguments.has("--every-interface"));
        } catch (DeviceFault unavailable) {
            folder.delete();
            throw unavailable;
        }
        VirtualCardSlot slot = new VirtualCardSlot(daemon.slot(number));
        return new CardTool(cards, place(daemon, number), slot::insert, slot::remove, () -> {
            slot.close();
            daemon.close();
            folder.delete();
        });
    }

    private static String place(PcscDaemon daemon, int slot) {
        String reader = "pcsc:\"" + READER + slot + "\"";
        if (!daemon.isOurs()) {
            return reader + " of the PC/SC daemon that runs already";
        }
        return daemon.socket() == null
                ? reader + " of a PC/SC daemon started for it"
                : reader + " of a private PC/SC daemon: export PCSCLITE_CSOCK_NAME=" + daemon.socket();
    }

    private static CardTool inProcess(SampleCards cards, Notices notices, Clock clock) {
        InProcessCardBackend backend = new InProcessCardBackend();
        CardReader reader = CardReaders.reader(CardReaderSettings.usual("twin"), backend, clock);
        reader.addCardListener(event -> tell(event, notices));
        reader.start();
        return new CardTool(
                cards,
                "a slot inside this process, read by our own driver",
                backend::insert,
                backend::remove,
                reader::close);
    }

    private static void tell(CardEvent event, Notices notices) {
        switch (event) {
            case CardEvent.Inserted read ->
                notices.say("read: card " + read.reading().data().cardId() + " in "
                        + read.reading().took().toMillis() + " ms");
            case CardEvent.Failed failed -> notices.say("not read: " + failed.error() + " " + failed.details());
            case CardEvent.Removed removed -> notices.say("the card is gone");
            default -> {
                // Nothing that a person would want to know.
            }
        }
    }

    @Override
    public String where() {
        return where;
    }

    @Override
    public void addTo(CommandList commands) {
        commands.add("insert NAME [TROUBLE]", "puts a card in: " + cards.names(), this::insert)
                .add("remove", "pulls it out", this::takeOut)
                .add(
                        "troubles",
                        "behind N commands: mute N, pulled N, garbage N, partial N, duplicate N, reset N; delayed (byte"
                                + " by byte), slow (real speed), strict (lengths), inside AID",
                        words -> () -> {});
    }

    private Runnable insert(Words words) {
        String name = words.next("the card");
        CardBehaviour behaviour = CardBehaviour.USUAL;
        while (words.any()) {
            behaviour = trouble(behaviour, words);
        }
        VirtualCard card = cards.card(name, behaviour);
        return () -> putIn(card);
    }

    private void takeOut() {
        occupied = false;
        remove.run();
    }

    /** A hand takes a moment to change a card; readers look every 0.4 seconds and would not see a swap without it. */
    private void putIn(VirtualCard card) {
        if (occupied) {
            takeOut();
            try {
                Thread.sleep(A_HAND.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        occupied = true;
        insert.accept(card);
    }

    private CardBehaviour trouble(CardBehaviour behaviour, Words words) {
        String word = words.next("the trouble");
        return switch (word) {
            case "mute" -> behaviour.with(new CardTrouble.MuteAfter(commands(words)));
            case "pulled" -> behaviour.with(new CardTrouble.PulledAfter(commands(words)));
            case "garbage" -> behaviour.with(new CardTrouble.GarbageAfter(commands(words), seed));
            case "partial" -> behaviour.with(new CardTrouble.PartialAfter(commands(words)));
            case "duplicate" -> behaviour.with(new CardTrouble.TwiceAfter(commands(words)));
            case "reset" -> behaviour.with(new CardTrouble.ResetAfter(commands(words)));
            case "delayed" -> behaviour.with(new CardTrouble.Trickle(LATE));
            case "slow" -> behaviour.with(REAL_SPEED);
            case "strict" -> behaviour.strictAboutLength();
            case "inside" -> behaviour.onlyInside(words.next("the application"));
            default -> throw new WrongWords("there is no trouble " + word + "; the command troubles lists them");
        };
    }

    private static int commands(Words words) {
        return words.number("the commands", 0, MOST_COMMANDS);
    }

    @Override
    public List<String> news() {
        return List.of();
    }

    @Override
    public void close() {
        close.run();
    }
}
