package it.sportello.app;

import it.sportello.app.desk.ServerQueue;
import it.sportello.app.secondscreen.BoardViewModel;
import it.sportello.app.secondscreen.SecondScreens;
import it.sportello.app.wiring.DeskServices;

/** The second screen joins the workstation: it follows the desk, and the board the queue of the site. */
final class SecondScreenGroup implements ScreenGroup {
    @Override
    public void join(Workstation workstation) {
        DeskServices services = workstation.services();
        ServerQueue queue = new ServerQueue(services.backend(), services.session());
        SecondScreens screens = new SecondScreens(
                workstation.parts(),
                new BoardViewModel.Surroundings(
                        queue::state,
                        SecondScreens.gong(),
                        () -> workstation.parts().appearance().look().sounds(),
                        workstation.frame().background(),
                        services.clock()),
                workstation.frame().words());
        screens.follow();
        workstation.onLock(screens::locked);
        workstation.onFree(screens::unlocked);
        workstation.onCalled(screens::called);
        workstation.onClose(screens::close);
    }
}
