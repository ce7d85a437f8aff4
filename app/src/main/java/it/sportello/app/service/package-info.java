/** What the use cases of several screens share: who acts where, and the desk's prints. */
package it.sportello.app.service;
