package ballast.statestorage;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.EnvOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;

/// RocksDB as a store that is written in whole files and read once, from front to back, when a storage is opened:
/// little memory, two threads, nothing that wakes up by itself.
final class RocksSettings implements AutoCloseable {
    private static final long BLOCK_CACHE_BYTES = 8 << 20;
    private static final long BLOCK_BYTES = 16 << 10;
    private static final long READ_AHEAD_BYTES = 2 << 20;
    private static final long WRITE_BUFFER_BYTES = 256 << 10;
    private static final long LOG_FILE_BYTES_MAX = 1 << 20;

    static {
        // ReadOptions of this release does not load the native library by itself
        RocksDB.loadLibrary();
    }

    private final LRUCache blockCache = new LRUCache(BLOCK_CACHE_BYTES);
    private final Options options = new Options();
    private final EnvOptions environment = new EnvOptions();
    private final IngestExternalFileOptions ingestion = new IngestExternalFileOptions();
    private final ReadOptions scan = new ReadOptions();

    RocksSettings() {
        options.setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(blockCache)
                        .setBlockSize(BLOCK_BYTES)
                        .setCacheIndexAndFilterBlocks(true))
                // balances are small numbers in few bytes: not worth a decompression at every start
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setBottommostCompressionType(CompressionType.NO_COMPRESSION)
                // nothing is ever put into the memtable
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setMaxBackgroundJobs(2)
                .setMaxFileOpeningThreads(2)
                .setMaxSubcompactions(1)
                .setLevel0FileNumCompactionTrigger(8)
                .setParanoidChecks(true)
                .setInfoLogLevel(InfoLogLevel.ERROR_LEVEL)
                .setMaxLogFileSize(LOG_FILE_BYTES_MAX)
                .setKeepLogFileNum(2)
                .setStatsDumpPeriodSec(0)
                .setStatsPersistPeriodSec(0);
        // hard links instead of copies; the order of the files is the order of their records' age
        ingestion.setMoveFiles(true).setAllowGlobalSeqNo(true);
        scan.setVerifyChecksums(true).setFillCache(false).setReadaheadSize(READ_AHEAD_BYTES);
    }

    /// For a database that must be there already, or may be made.
    Options database(boolean mayBeMade) {
        return options.setCreateIfMissing(mayBeMade);
    }

    /// For files that a database is to take in.
    Options files() {
        return options;
    }

    EnvOptions environment() {
        return environment;
    }

    IngestExternalFileOptions ingestion() {
        return ingestion;
    }

    ReadOptions scan() {
        return scan;
    }

    @Override
    public void close() {
        scan.close();
        ingestion.close();
        environment.close();
        options.close();
        blockCache.close();
    }
}
