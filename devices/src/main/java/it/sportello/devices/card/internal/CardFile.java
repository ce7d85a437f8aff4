package it.sportello.devices.card.internal;

/** The free files this reader reads (AgID, CNS file system): path from the master file. */
enum CardFile {
    CARD_ID(0x1000, 0x1003),
    PERSONAL_DATA(0x1100, 0x1102),
    /** Read for an activation only: it is long. */
    CERTIFICATE(0x1100, 0x1101);

    private final int folder;
    private final int file;

    CardFile(int folder, int file) {
        this.folder = folder;
        this.file = file;
    }

    byte[] folderId() {
        return new byte[] {(byte) (folder >> 8), (byte) folder};
    }

    byte[] fileId() {
        return new byte[] {(byte) (file >> 8), (byte) file};
    }

    byte[] path() {
        return new byte[] {(byte) (folder >> 8), (byte) folder, (byte) (file >> 8), (byte) file};
    }
}
