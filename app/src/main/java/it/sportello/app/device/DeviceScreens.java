package it.sportello.app.device;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.ScreenKey;
import it.sportello.app.frame.ScreenKey.Nothing;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import java.util.function.BooleanSupplier;

/** The screens of the devices: the panel and, from it, the set-up. */
public final class DeviceScreens {
    private static final ScreenKey<Nothing> SET_UP = ScreenKey.desk(DeviceSetupView.ID, Nothing.class);

    private final Frame frame;
    private final DevicePanel panel;
    private final DeviceSetup setup;
    private final BooleanSupplier mayChange;
    private final Texts texts = Texts.of(DevicesView.class);

    /** @param mayChange whether who is signed in may change the settings */
    public DeviceScreens(Frame frame, DevicePanel panel, DeviceSetup setup, BooleanSupplier mayChange) {
        this.frame = frame;
        this.panel = panel;
        this.setup = setup;
        this.mayChange = mayChange;
    }

    /** Says how they are opened. */
    public void register(Navigator navigator) {
        navigator.register(
                ScreenKeys.DEVICES,
                (work, nothing) -> new DevicesView(
                        new DevicesViewModel(frame, panel, texts, System.getenv()),
                        texts,
                        () -> navigator.open(SET_UP)));
        navigator.register(
                SET_UP,
                (work, nothing) ->
                        new DeviceSetupView(new DeviceSetupViewModel(frame, setup, mayChange, texts), texts));
    }
}
