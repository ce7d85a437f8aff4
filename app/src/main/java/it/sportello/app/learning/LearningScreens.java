package it.sportello.app.learning;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.wiring.DeskDevices;
import it.sportello.app.wiring.DeviceAddresses;
import it.sportello.app.wiring.DeviceFile;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.setup.SettingProblem;
import java.util.List;
import java.util.function.Function;

/** The group of the detector's rules, reached from the command palette; it listens from the start. */
public final class LearningScreens {
    private final Texts texts = Texts.of(LearningScreens.class);
    private final DetectorLines lines;
    private final Frame frame;
    private final FxDoor door;

    /** What the group needs of the devices. */
    public record Needs(
            DeskDevices devices,
            DeviceFile file,
            DeviceAddresses given,
            Function<DeviceSettings, List<SettingProblem>> store) {}

    /**
     * The group.
     *
     * @param needs the devices, where their settings are, which of them the command line gave, and what stores settings
     *     and works with them from then on
     */
    public LearningScreens(Needs needs, Frame frame, FxDoor door) {
        this.lines = new DetectorLines(needs.devices(), needs.file(), needs.given(), needs.store());
        this.frame = frame;
        this.door = door;
        needs.devices().onLine(lines);
    }

    /** Makes the screen known. */
    public void register(Navigator navigator) {
        navigator.register(
                ScreenKeys.DETECTOR_RULES,
                (work, nothing) -> new LearningView(new LearningViewModel(lines, frame, door::later, texts), texts));
    }
}
