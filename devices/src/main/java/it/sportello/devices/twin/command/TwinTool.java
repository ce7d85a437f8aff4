package it.sportello.devices.twin.command;

import java.util.List;

/** A twin that runs as a program. */
interface TwinTool extends AutoCloseable {

    /** Where other programs find it, one line. */
    String where();

    /** What it understands besides the commands that every tool has. */
    void addTo(CommandList commands);

    /** What happened since the last call, in lines to be printed. */
    List<String> news();

    @Override
    void close();
}
