package ballast.statestorage;

import ballast.statestorage.StateDirectoryException.Problem;
import ballast.statestorage.StoreKeys.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.SstFileWriter;

/// The checkpoints on disk: one RocksDB database that takes in, as one change, the files that a checkpoint wrote.
///
/// A checkpoint first writes sorted files beside the database ([#write]); a crash until then leaves nothing but files
/// that the next start removes. Then the database takes all of them in with one record of its manifest ([#adopt]),
/// forced to disk: after a crash it has all of them or none. The file with the oldest records also carries the summary,
/// which tells the height; so height and records cannot part. Neither the memtable nor the write-ahead log is ever
/// used.
///
/// Opened and read by the owner, then confined to the checkpoint thread.
final class CheckpointStore implements AutoCloseable {
    private final StateDirectory directory;
    private final RocksSettings settings;
    private final RocksDB database;
    private final int runRecordsMax;

    private CheckpointStore(StateDirectory directory, RocksSettings settings, RocksDB database, int runRecordsMax) {
        this.directory = directory;
        this.settings = settings;
        this.database = database;
        this.runRecordsMax = runRecordsMax;
    }

    /// Opens or makes the store in a directory.
    ///
    /// @throws StateDirectoryException if the directory cannot be used
    static CheckpointStore open(StateDirectory directory, int runRecordsMax) {
        boolean used = directory.prepare();
        RocksSettings settings = new RocksSettings();
        try {
            RocksDB database =
                    RocksDB.open(settings.database(!used), directory.records().toString());
            return new CheckpointStore(directory, settings, database, runRecordsMax).markedUsed(used);
        } catch (RocksDBException failure) {
            settings.close();
            throw refusal(directory, failure);
        }
    }

    private CheckpointStore markedUsed(boolean used) {
        if (used) {
            return this;
        }
        try {
            if (height() > 0) {
                throw damaged("FORMAT is missing");
            }
            directory.markUsed();
            return this;
        } catch (StateDirectoryException refused) {
            close();
            throw refused;
        }
    }

    private static StateDirectoryException refusal(StateDirectory directory, RocksDBException failure) {
        String detail = String.valueOf(failure.getMessage());
        Problem problem = detail.contains("/LOCK: ") ? Problem.IN_USE : Problem.DAMAGED;
        return new StateDirectoryException(problem, directory.root(), detail, failure);
    }

    /// Is told the records of a checkpoint. The arrays are used again for the next one.
    @FunctionalInterface
    interface RecordSink {
        void accept(byte[] key, int keyFrom, int keyBytes, byte[] value, int valueBytes);
    }

    /// The height of the last checkpoint; 0 if there was none.
    ///
    /// @throws StateDirectoryException if the store cannot be read
    long height() {
        try (RocksIterator entries = database.newIterator(settings.scan())) {
            return first(entries) ? summary(entries).height() : 0;
        } catch (RocksDBException failure) {
            throw refusal(directory, failure);
        }
    }

    /// Hands over every record and tells the height of the last checkpoint; 0 if there was none.
    ///
    /// @throws StateDirectoryException if the records are not what was written
    long load(RecordSink sink) {
        try (RocksIterator entries = database.newIterator(settings.scan())) {
            return load(entries, sink);
        } catch (RocksDBException failure) {
            throw refusal(directory, failure);
        }
    }

    private long load(RocksIterator entries, RecordSink sink) throws RocksDBException {
        if (!first(entries)) {
            return 0;
        }
        Summary summary = summary(entries);
        long records = loadRecords(entries, sink);
        entries.status();
        if (records != summary.records()) {
            throw damaged("%d records (expected: %d)".formatted(records, summary.records()));
        }
        return summary.height();
    }

    /// Goes to the first entry; false if there is none.
    private static boolean first(RocksIterator entries) throws RocksDBException {
        entries.seekToFirst();
        entries.status();
        return entries.isValid();
    }

    private Summary summary(RocksIterator entries) {
        if (!Arrays.equals(entries.key(), StoreKeys.summaryKey())) {
            throw damaged("the summary is missing");
        }
        byte[] summary = entries.value();
        if (summary.length != Summary.BYTES) {
            throw damaged("the summary has %d bytes".formatted(summary.length));
        }
        return Summary.decoded(summary);
    }

    private long loadRecords(RocksIterator entries, RecordSink sink) {
        byte[] key = new byte[StoreKeys.PREFIX_BYTES + KeyBatch.KEY_BYTES_MAX];
        byte[] value = new byte[Records.VALUE_BYTES_MAX];
        long records = 0;
        for (entries.next(); entries.isValid(); entries.next()) {
            int keyBytes = entries.key(key);
            int valueBytes = entries.value(value);
            boolean keyFits = keyBytes > StoreKeys.PREFIX_BYTES && keyBytes <= key.length;
            boolean valueFits = valueBytes > 0 && valueBytes <= value.length;
            if (key[0] != StoreKeys.RECORD || !keyFits || !valueFits) {
                throw damaged("an entry that is not a record");
            }
            sink.accept(key, StoreKeys.PREFIX_BYTES, keyBytes - StoreKeys.PREFIX_BYTES, value, valueBytes);
            records++;
        }
        return records;
    }

    private StateDirectoryException damaged(String detail) {
        return new StateDirectoryException(Problem.DAMAGED, directory.root(), detail);
    }

    /// Writes the changed records into files that nothing refers to, forced to disk, oldest records first.
    List<Path> write(Cut cut) throws RocksDBException {
        List<Path> files = new ArrayList<>();
        long next = 0;
        do {
            SortedRun run = SortedRun.collect(cut, next, runRecordsMax);
            Path file = directory.incoming().resolve("%d-%d.sst".formatted(cut.height(), files.size()));
            try (SstFileWriter writer = new SstFileWriter(settings.environment(), settings.files())) {
                writer.open(file.toString());
                if (files.isEmpty()) {
                    writer.put(StoreKeys.summaryKey(), new Summary(cut.height(), cut.liveRecords()).encoded());
                }
                run.write(writer);
                writer.finish();
            }
            files.add(file);
            next = run.next();
        } while (next < cut.changed().size());
        return files;
    }

    /// Makes the files part of the database, all of them at once and for good.
    void adopt(List<Path> files) throws RocksDBException {
        database.ingestExternalFile(files.stream().map(Path::toString).toList(), settings.ingestion());
    }

    @Override
    public void close() {
        database.close();
        settings.close();
    }
}
