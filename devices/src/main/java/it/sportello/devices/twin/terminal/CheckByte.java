package it.sportello.devices.twin.terminal;

/** How this terminal reckons the byte behind ETX. Written out here on purpose: a twin shares no code with the driver. */
public enum CheckByte {
    /** Everything from the first byte to ETX: the sum of the acknowledgement is 7A. */
    WHOLE,
    CONTENT,
    CONTENT_AND_END,
    BEGIN_AND_CONTENT;

    int of(byte[] packet, int begin, int etx) {
        int from = this == WHOLE || this == BEGIN_AND_CONTENT ? begin : begin + 1;
        int to = this == WHOLE || this == CONTENT_AND_END ? etx + 1 : etx;
        int sum = 0b0111_1111;
        for (int i = from; i < to; i++) {
            sum = sum ^ (packet[i] & 0xFF);
        }
        return sum;
    }
}
