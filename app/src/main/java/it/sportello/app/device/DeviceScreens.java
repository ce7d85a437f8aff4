package it.sportello.app.device;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;

/** The screens of the devices: the panel. */
public final class DeviceScreens {
    private final Frame frame;
    private final DevicePanel panel;
    private final Texts texts = Texts.of(DevicesView.class);

    public DeviceScreens(Frame frame, DevicePanel panel) {
        this.frame = frame;
        this.panel = panel;
    }

    /** Says how they are opened. */
    public void register(Navigator navigator) {
        navigator.register(
                ScreenKeys.DEVICES,
                (work, nothing) -> new DevicesView(new DevicesViewModel(frame, panel, texts, System.getenv()), texts));
    }
}
