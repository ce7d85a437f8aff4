package it.sportello.devices.setup;

import it.sportello.devices.ThreadGuard;
import it.sportello.devices.detector.ValidatorMemory;
import it.sportello.devices.printer.TextRasterizer;
import java.time.Clock;

/**
 * What the desk gives to its devices.
 *
 * @param clock time of the desk
 * @param guard refuses the window's thread
 * @param rasterizer draws what a printer cannot write
 * @param memory where validators keep what they took
 * @param wires what stands between drivers and devices
 */
public record MakerParts(
        Clock clock, ThreadGuard guard, TextRasterizer rasterizer, ValidatorMemory memory, Wires wires) {}
