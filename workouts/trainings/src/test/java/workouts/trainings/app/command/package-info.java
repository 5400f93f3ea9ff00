@NullMarked
package workouts.trainings.app.command;

import org.jspecify.annotations.NullMarked;
