package it.sportello.app.virtual;

import it.sportello.app.frame.Appearance;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Texts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Starts the twins of the devices and their window in a process of their own. Prints one line that begins with {@code
 * SPORTELLO-DEVICES} and tells, a tab before each word, where they are and which desk of the sample a workstation may
 * enrol on.
 *
 * <p>Options: {@code --home DIR} for the lines and the card daemon, {@code --cast FILE} for the people of the sample,
 * {@code --backend URL} for the numbers at the entrance.
 */
public final class VirtualDevicesLauncher {
    private VirtualDevicesLauncher() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(option(arguments, "--home").orElseThrow(() -> new IllegalArgumentException("--home")));
        Optional<SampleFile.Cast> cast =
                option(arguments, "--cast").map(Path::of).flatMap(SampleFile::read);
        VirtualDesk desk = VirtualDesk.start(home.resolve("virtual"));
        Runtime.getRuntime().addShutdownHook(new Thread(desk::close, "unplug"));
        List<String> words = new ArrayList<>(desk.addresses());
        cast.flatMap(VirtualDevicesLauncher::deskWithTill).ifPresent(one -> {
            words.add("desk=" + one.id());
            words.add("enrolment=" + one.enrolmentCode());
        });
        FxDoor door = new FxDoor();
        door.open();
        Optional<VirtualTotem> totem = option(arguments, "--backend")
                .map(URI::create)
                .flatMap(server -> cast.flatMap(
                        sample -> deskWithTill(sample).flatMap(served -> VirtualTotem.at(server, sample, served))));
        door.execute(() -> show(desk, cast, totem, door));
        System.out.println("SPORTELLO-DEVICES\t" + String.join("\t", words));
    }

    private static void show(
            VirtualDesk desk, Optional<SampleFile.Cast> cast, Optional<VirtualTotem> totem, FxDoor door) {
        Scene scene = new Scene(new VirtualDevicesPane(desk, cast, totem, door).root(), 1040, 780);
        new Appearance().dress(scene);
        Stage stage = new Stage();
        stage.setTitle(Texts.of(VirtualDevicesLauncher.class).get("title"));
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            totem.ifPresent(VirtualTotem::close);
            desk.close();
            door.shut();
        });
        stage.show();
    }

    private static Optional<SampleFile.Desk> deskWithTill(SampleFile.Cast cast) {
        return cast.desks().stream().filter(desk -> desk.tillId().isPresent()).findFirst();
    }

    private static Optional<String> option(String[] arguments, String name) {
        for (int i = 0; i < arguments.length - 1; i++) {
            if (arguments[i].equals(name)) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }
}
