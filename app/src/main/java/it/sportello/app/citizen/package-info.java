/** Who sits at the desk: the search of a person (S06) and the person's page (S07). */
package it.sportello.app.citizen;
