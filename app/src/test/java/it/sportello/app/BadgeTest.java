package it.sportello.app;

import static org.junit.jupiter.api.Assertions.assertFalse;

import it.sportello.app.window.Desk;
import it.sportello.app.wiring.DeviceAddresses;
import it.sportello.devices.DeviceState;
import it.sportello.devices.twin.card.CardHolder;
import it.sportello.devices.twin.card.CardProfile;
import it.sportello.devices.twin.card.VirtualCard;
import it.sportello.devices.twin.card.VirtualCardSlot;
import it.sportello.devices.twin.card.VirtualCards;
import it.sportello.devices.twin.card.VpcdDoor;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An operator's card in the desk's reader, in the real window, through the virtual reader that needs no PC/SC. */
@Timeout(120)
class BadgeTest {
    private static final String BADGE = "9120000000042007";

    @TempDir
    Path home;

    private StubServer server;
    private Workstation workstation;
    private VirtualCardSlot slot;
    private final AtomicInteger badgesRead = new AtomicInteger();

    @BeforeEach
    void begin() throws Exception {
        server = new StubServer(Desk.CLOCK);
        int port;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        slot = new VirtualCardSlot(VpcdDoor.port(port));
        workstation = Workstation.start(new WorkstationSettings(
                home,
                server.address(),
                "D05",
                "ENROL-5",
                DeviceAddresses.none().with("reader=vpcd:" + port),
                Desk.CLOCK,
                Optional.of(new WorkstationSettings.WindowSize(1366, 768))));
        Bench.awaitScreen(workstation, "S01");
        Bench.await(
                "the reader listens",
                () -> workstation.devices().all().getFirst().device().status().state() == DeviceState.READY);
        workstation.devices().onBadge(badge -> badge.ifPresent(read -> badgesRead.incrementAndGet()));
        Bench.await("the site is known", () -> server.asked.stream().anyMatch(line -> line.contains("enrolments")));
    }

    @AfterEach
    void end() {
        workstation.close();
        slot.close();
        server.close();
    }

    private void signIn() {
        Bench.type(workstation, StubServer.PASSWORD);
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S02");
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S03");
    }

    /** Puts the operator's card in, and waits until it was read: what leaves unread was never a badge. */
    private void insertTheBadge() {
        int before = badgesRead.get();
        slot.insert(VirtualCards.professionalCard(BADGE));
        Bench.await("the badge is read", () -> badgesRead.get() > before);
    }

    private void firstSignInWithTheBadge() {
        slot.insert(VirtualCards.professionalCard(BADGE));
        Bench.await("the new badge is explained", () -> shows("Questo tesserino non è mai stato usato"));
        picture("S01-new-badge");
        Bench.await("the name is asked for", () -> userName().isFocused());
        Bench.type(workstation, "orsini");
        Bench.press(workstation, "Enter");
        signIn();
    }

    /** Pulls the badge, and waits for the lock in front. */
    private void pullTheBadge() {
        slot.remove();
        Bench.await("locked", this::isLocked);
    }

    @Test
    @Tag("R-ACC-3")
    void theBadgeSaysWhoAndItsRemovalLocks() {
        firstSignInWithTheBadge();
        Node before = Desk.onFx(() -> Bench.scene(workstation).getFocusOwner());
        pullTheBadge();
        picture("S04-badge");
        insertTheBadge();
        Bench.type(workstation, StubServer.PASSWORD);
        Bench.press(workstation, "Enter");
        Bench.await(
                "back where it was",
                () -> before.equals(Bench.scene(workstation).getFocusOwner()));
        pullTheBadge();
    }

    @Test
    void theNextTimeTheBadgeAloneIsTheName() {
        firstSignInWithTheBadge();
        pullTheBadge();
        insertTheBadge();
        Desk.run(() -> Bench.scene(workstation).getRoot().lookupAll(".button").stream()
                .filter(node ->
                        node instanceof Button button && button.getText().contains("cambia operatore"))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        Bench.awaitScreen(workstation, "S01");
        Bench.await("the name", () -> userName().getText().equals("orsini"));
        Bench.await(
                "the password is asked for", () -> Bench.scene(workstation).getFocusOwner() instanceof PasswordField);
        picture("S01-badge");
    }

    /** One reader for all: who takes the badge out before the password works without it, with health cards in the reader. */
    @Test
    void aBadgeTakenOutBeforeThePasswordLocksNothing() throws Exception {
        slot.insert(VirtualCards.professionalCard(BADGE));
        Bench.await("the new badge is explained", () -> shows("Questo tesserino non è mai stato usato"));
        slot.remove();
        Bench.await("the name is asked for", () -> userName().isFocused());
        Bench.type(workstation, "orsini");
        Bench.press(workstation, "Enter");
        signIn();
        slot.insert(healthCard());
        Bench.awaitScreen(workstation, "S06");
        slot.remove();
        slot.insert(VirtualCards.professionalCard("9120000000099005"));
        slot.remove();
        slot.insert(healthCard());
        assertFalse(Desk.onFx(this::isLocked), "neither a health card nor a stranger's badge locks the desk");
    }

    private static VirtualCard healthCard() {
        return VirtualCards.health(CardProfile.of(
                "6120123456789009",
                LocalDate.of(2024, 7, 1),
                LocalDate.of(2030, 6, 30),
                new CardHolder("VERDI", "LUIGI", LocalDate.of(1962, 12, 12), "M", "VRDLGU62T12F205K", "F205", "H501")));
    }

    private boolean isLocked() {
        return Bench.scene(workstation).getFocusOwner() instanceof PasswordField && shows("Il lavoro è dove");
    }

    private TextField userName() {
        return Bench.scene(workstation).getRoot().lookupAll(".text-field").stream()
                .filter(node -> node instanceof TextField && !(node instanceof PasswordField))
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private boolean shows(String text) {
        return Bench.scene(workstation).getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label
                        && label.isVisible()
                        && label.getText() != null
                        && label.getText().contains(text));
    }

    private void picture(String name) {
        Desk.picture(Bench.scene(workstation), name);
    }
}
