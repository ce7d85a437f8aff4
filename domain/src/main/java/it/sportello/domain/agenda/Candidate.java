package it.sportello.domain.agenda;

/**
 * A slot with what ranks it for one person.
 *
 * @param territoryLevel 0 is the district of the person, then authority, then neighbours
 * @param distanceMetres from the person's place
 */
public record Candidate(Slot slot, Agenda agenda, Activity activity, int territoryLevel, int distanceMetres) {
    public Candidate {
        if (!slot.agendaId().equals(agenda.id()) || !slot.activityId().equals(activity.id())) {
            throw new IllegalArgumentException("slot " + slot.id() + " is not of agenda " + agenda.id());
        }
    }
}
