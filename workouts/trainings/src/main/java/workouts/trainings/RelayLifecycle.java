package workouts.trainings;

import org.springframework.context.SmartLifecycle;
import workouts.trainings.app.saga.Relay;

/// Starts the relay before requests are taken, and stops it after the last one was answered.
final class RelayLifecycle implements SmartLifecycle {
    private final Relay relay;
    private volatile boolean running;

    RelayLifecycle(Relay relay) {
        this.relay = relay;
    }

    @Override
    public void start() {
        relay.start();
        running = true;
    }

    @Override
    public void stop() {
        relay.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Well below that of the web server.
    @Override
    public int getPhase() {
        return 0;
    }
}
