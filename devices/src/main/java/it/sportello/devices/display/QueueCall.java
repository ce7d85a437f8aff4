package it.sportello.devices.display;

/**
 * What the waiting people are to see. A number, never a name.
 *
 * @param sequence grows with every call of the queue, repeated calls included; the display ignores what is older than
 *     what it shows
 * @param number as printed on the queue number, such as {@code A042}
 * @param desk as written above the counter, such as {@code 3}
 */
public record QueueCall(long sequence, String number, String desk) {}
