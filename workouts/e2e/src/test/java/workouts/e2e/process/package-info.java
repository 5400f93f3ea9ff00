/// The application as processes of this machine: for tests that end them, and for those of what the demo starts. Start
/// at [GymOfProcesses][workouts.e2e.process.GymOfProcesses] or at
/// [DemoProcess][workouts.e2e.process.DemoProcess].
@NullMarked
package workouts.e2e.process;

import org.jspecify.annotations.NullMarked;
