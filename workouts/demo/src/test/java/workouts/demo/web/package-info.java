@NullMarked
package workouts.demo.web;

import org.jspecify.annotations.NullMarked;
