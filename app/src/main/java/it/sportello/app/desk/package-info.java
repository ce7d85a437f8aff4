/** The desk's home (S03), the queue (S05), the devices (S55). */
package it.sportello.app.desk;
