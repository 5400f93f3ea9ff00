/// The page of Wild Workouts on one address: its files, whom one can sign in as, and the services behind `/api`.
///
/// Start at [WebServer][workouts.demo.web.WebServer]. Each request has a virtual thread of its own; nothing here keeps
/// state between two of them but files that were read once.
@NullMarked
package workouts.demo.web;

import org.jspecify.annotations.NullMarked;
