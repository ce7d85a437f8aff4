package it.sportello.devices.card;

import it.sportello.devices.Device;

/** The desk's card reader: tells of every card that comes, is read, fails or goes. It reads by itself; nobody asks. */
public interface CardReader extends Device {
    void addCardListener(CardListener listener);

    void removeCardListener(CardListener listener);
}
