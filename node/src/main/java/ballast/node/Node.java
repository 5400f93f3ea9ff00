package ballast.node;

import ballast.consensus.ratis.RatisReplicatedLog;
import ballast.guard.FailPoints;
import ballast.history.HistoryOptions;
import ballast.history.HistoryService;
import ballast.journal.Journal;
import ballast.publicapi.PublicApiServer;
import ballast.publicapi.PublicApiService;
import ballast.publicapi.Readiness;
import ballast.publicapi.UuidV7;
import ballast.statestorage.OffHeapStateStorage;
import ballast.statestorage.StateStorageOptions;
import ballast.virtualmachine.LedgerVirtualMachine;
import ballast.virtualmachine.Surroundings;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/// One node: every service in one process, joined by direct calls, over one data folder.
///
/// Parts are opened from the ground up, each finding what the one below recovered, and closed the other way round:
/// first nobody may ask any more, then what was asked is finished, then the files are let go.
final class Node implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Node.class.getName());

    private final Opened opened;
    private final DataFolder folder;
    private final String url;

    private Node(Opened opened, DataFolder folder, String url) {
        this.opened = opened;
        this.folder = folder;
        this.url = url;
    }

    /// Opens the data folder, recovers, and returns when requests are answered.
    static Node start(NodeConfig config, Halt halt, FailPoints failPoints) {
        var opened = new Opened();
        try {
            var folder = opened.add(DataFolder.open(config.data()));
            var random = new SecureRandom();
            var storage = opened.add(OffHeapStateStorage.open(
                    folder.state(), StateStorageOptions.defaults().withHashSeed(random.nextLong()), failPoints));
            var journal = opened.add(Journal.open(
                    folder.journal(),
                    Options.journal(config),
                    failPoints,
                    storage.stats().durableHeight()));
            journal.cutTail().ifPresent(cut -> LOG.log(Level.INFO, "a crash left the journal''s end torn: {0}", cut));
            var history = opened.add(
                    HistoryService.open(folder.history(), journal, HistoryOptions.defaults(), random.nextLong()));
            var machine = opened.add(LedgerVirtualMachine.open(
                    Options.virtualMachine(config),
                    random.nextLong(),
                    new Surroundings(storage, journal, InstantSource.system(), failPoints, halt::now)));
            var log = opened.add(RatisReplicatedLog.open(folder.log(), Options.log(config), machine, failPoints));
            machine.start(log);
            opened.add(
                    machine); // closed before the log, which its last checkpoint needs; the second close does nothing

            var ids = new UuidV7(InstantSource.system(), random);
            var metrics = opened.add(new Metrics(machine::status, storage::stats, history::status));
            var server = opened.add(new PublicApiServer(
                    new PublicApiService(machine, history, ids),
                    ids,
                    () -> machine.status().ready() ? new Readiness.Ready() : new Readiness.NotReady("no leader"),
                    metrics::page,
                    metrics.registry(),
                    Options.publicApi(config)));
            server.start();
            return new Node(opened, folder, "http://%s:%d".formatted(config.bind(), server.port()));
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /// Where requests go.
    String url() {
        return url;
    }

    Path dataFolder() {
        return folder.root();
    }

    @Override
    public void close() {
        opened.close();
    }
}
