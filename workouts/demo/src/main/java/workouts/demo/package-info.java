/// The whole application on one machine: the ledger, a database and the three services, with something to look at.
@NullMarked
package workouts.demo;

import org.jspecify.annotations.NullMarked;
