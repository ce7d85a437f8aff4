package it.sportello.devices.trace;

import it.sportello.devices.DeviceStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What was counted of a device since it came into use with its present settings.
 *
 * @param since when that was, UTC
 * @param sent frames to the device
 * @param received frames from it
 * @param failures openings refused and connections that broke
 * @param faults times it needed a person
 * @param losses times it went away after it had worked
 * @param reconnects times it came back by itself
 * @param lastStatus what the driver said last
 * @param lastData when it last sent something, UTC
 */
public record DeviceStatistics(
        Instant since,
        long sent,
        long received,
        long failures,
        long faults,
        long losses,
        long reconnects,
        Optional<DeviceStatus> lastStatus,
        Optional<Instant> lastData) {}
