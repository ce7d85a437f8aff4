package it.sportello.devices.setup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The devices of one desk. There may be several of one kind; the first is the one the screens use.
 *
 * @param wedge how a keyboard reader is told from a person: F13 to F24 for the key it sends first, {@code speed}, or
 *     empty when there is none
 */
public record DeviceSettings(String wedge, List<DeviceEntry> devices) {

    /** A desk without devices. */
    public static final DeviceSettings NONE = new DeviceSettings("", List.of());

    public DeviceSettings {
        devices = List.copyOf(devices);
    }

    public Optional<DeviceEntry> device(String id) {
        return devices.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** The same with one device added, or put in the place of the one of its name. */
    public DeviceSettings with(DeviceEntry entry) {
        List<DeviceEntry> next = new ArrayList<>(devices);
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).id().equals(entry.id())) {
                next.set(i, entry);
                return new DeviceSettings(wedge, next);
            }
        }
        next.add(entry);
        return new DeviceSettings(wedge, next);
    }

    /** The same without one device. */
    public DeviceSettings without(String id) {
        return new DeviceSettings(
                wedge, devices.stream().filter(entry -> !entry.id().equals(id)).toList());
    }

    /** Everything that cannot work, not only the first of it; empty when all can be made. */
    public List<SettingProblem> problems(DriverCatalogue catalogue) {
        return new SettingsCheck(catalogue).problems(this);
    }

    /** What can be made: the devices without a problem. */
    public DeviceSettings usable(DriverCatalogue catalogue) {
        Set<String> bad = new HashSet<>();
        boolean badWedge = false;
        for (SettingProblem problem : problems(catalogue)) {
            bad.add(problem.device());
            badWedge |= problem.reason() == SettingProblem.Reason.WEDGE_WRONG;
        }
        List<DeviceEntry> good =
                devices.stream().filter(entry -> !bad.contains(entry.id())).toList();
        return new DeviceSettings(badWedge ? "" : wedge, good);
    }
}
