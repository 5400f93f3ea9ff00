package ballast.node;

import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;

/// How the process ends: in order when it is asked to, at once when going on would be wrong.
final class Halt {
    /// EX_SOFTWARE of sysexits(3): an invariant broke or the disk failed; the log says which.
    static final int BROKEN = 70;

    /// What a shell reports after kill -9.
    static final int KILLED = 137;

    private static final System.Logger LOG = System.getLogger(Halt.class.getName());

    private final CountDownLatch ended = new CountDownLatch(1);

    /// Stops without hooks or clean-up. What is on disk is all that may be trusted, and a restart checks it.
    void now(Throwable cause) {
        try {
            LOG.log(Level.ERROR, "the node cannot go on and ends here; a restart reads the disk again", cause);
        } finally {
            Runtime.getRuntime().halt(BROKEN);
        }
    }

    /// As kill -9 would, without a word.
    void likeKill() {
        Runtime.getRuntime().halt(KILLED);
    }

    /// Makes SIGTERM and Ctrl-C close the node and end the process with 0.
    void closeOnTermination(AutoCloseable node) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            try {
                node.close();
                Runtime.getRuntime().halt(0);
            } catch (Exception e) {
                now(e);
            }
        }));
    }

    /// Waits for the end, which comes from elsewhere; never returns in a process that serves.
    int awaitEnd() throws InterruptedException {
        ended.await();
        return 0;
    }
}
