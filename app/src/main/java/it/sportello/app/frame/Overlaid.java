package it.sportello.app.frame;

/** What lies over the screen, as readings meet it. On the window's thread. */
public interface Overlaid {
    /** What became of a reading that was offered. */
    enum Answer {
        /** Nothing lies there, or what lay there had only to be read and has gone: the reading goes on. */
        CLEAR,
        /** It was waited for, and was taken. */
        TAKEN,
        /** A question that must be answered first. */
        BUSY
    }

    /** For windows over whose screens nothing ever lies. */
    Overlaid NOTHING = new Overlaid() {
        @Override
        public Answer offer(Reading reading) {
            return Answer.CLEAR;
        }

        @Override
        public void whenClear(Runnable action) {
            // There is always nothing there.
        }
    };

    /** Offers a reading. */
    Answer offer(Reading reading);

    /** Told each time nothing lies there any more, after whoever asked has had the answer. */
    void whenClear(Runnable action);
}
