/** SQLite files of the desk: who may open one, with which settings, and what an error of the disk means. */
package it.sportello.offlinecache.database;
