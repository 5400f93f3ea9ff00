/// Reading what a service is told when it starts: every fault at once, in words.
///
/// Start with [SettingsReader][workouts.chassis.settings.SettingsReader]. One thread, at the start.
@NullMarked
package workouts.chassis.settings;

import org.jspecify.annotations.NullMarked;
