@NullMarked
package workouts.demo;

import org.jspecify.annotations.NullMarked;
