package it.sportello.app.till;

import it.sportello.domain.till.AttemptRefusal;
import it.sportello.domain.till.SettlementRefusal;
import it.sportello.domain.till.TillRefusal;
import it.sportello.domain.till.TillSession;
import java.util.ArrayList;
import java.util.List;

/** Writes down which ending came. */
final class HeardEndings
        implements TillOpeningViewModel.Endings, CollectionViewModel.Endings, TillClosingViewModel.Endings {
    final List<String> endings = new ArrayList<>();

    @Override
    public void countUnreadable() {
        endings.add("count unreadable");
    }

    @Override
    public void reasonWanted() {
        endings.add("reason wanted");
    }

    @Override
    public void opened(TillSession session) {
        endings.add("opened");
    }

    @Override
    public void refused(List<TillRefusal> refusals) {
        endings.add("refused");
    }

    @Override
    public void collected() {
        endings.add("collected");
    }

    @Override
    public void basketRefused(List<SettlementRefusal> refusals) {
        endings.add("basket refused");
    }

    @Override
    public void tillRefused(List<TillRefusal> refusals) {
        endings.add("till refused");
    }

    @Override
    public void tillClosed() {
        endings.add("till closed");
    }

    @Override
    public void alreadySettled(String documentNumber) {
        endings.add("already settled by " + documentNumber);
    }

    @Override
    public void attemptRefused(List<AttemptRefusal> refusals) {
        endings.add("attempt refused");
    }

    @Override
    public void cardRefused() {
        endings.add("card refused");
    }

    @Override
    public void noticeRead(SoughtNotice.Outcome outcome) {
        endings.add(outcome.sentence());
    }

    @Override
    public void counting() {
        endings.add("counting");
    }

    @Override
    public void blocked() {
        endings.add("blocked");
    }

    @Override
    public void compared() {
        endings.add("compared");
    }

    @Override
    public void closed() {
        endings.add("closed");
    }

    @Override
    public void notOpen() {
        endings.add("not open");
    }
}
