package it.sportello.app;

import it.sportello.app.wiring.DeviceAddresses;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * What one workstation is started with. Two in one process, each with its own home, do not know of each other.
 *
 * @param home folder of everything the desk keeps
 * @param backend address of the server
 * @param deskId identifier of the desk; needed until the installation is enrolled
 * @param enrolmentCode code of the enrolment, or empty text when it is enrolled already
 * @param devices where the devices are
 * @param clock clock of this machine; the desk's own clock corrects it by the server's time
 * @param window size of the window in pixels; empty fills the screen
 */
public record WorkstationSettings(
        Path home,
        URI backend,
        String deskId,
        String enrolmentCode,
        DeviceAddresses devices,
        Clock clock,
        Optional<WindowSize> window) {
    /** Width and height in pixels. */
    public record WindowSize(double width, double height) {}

    /** The enrolment code stays out of logs. */
    @Override
    public String toString() {
        return "WorkstationSettings[" + deskId + "]";
    }
}
