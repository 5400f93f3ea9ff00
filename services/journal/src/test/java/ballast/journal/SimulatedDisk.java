package ballast.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// A file system in memory that tells what was written from what was forced, fails a chosen call, and loses
/// power.
final class SimulatedDisk implements Disk {
    /// What a call does, as far as a fault can tell.
    enum Call {
        CREATE_DIRECTORY,
        LIST,
        CREATE,
        OPEN,
        DELETE,
        FORCE_DIRECTORY,
        LOCK,
        WRITE,
        READ,
        SIZE,
        TRUNCATE,
        FORCE,
        CLOSE,
    }

    private final Map<Path, SimulatedFile> files = new TreeMap<>();
    private final Map<Path, SimulatedFile> durableFiles = new TreeMap<>();
    private final Set<Path> locks = new HashSet<>();
    private final Map<Call, Integer> counts = new EnumMap<>(Call.class);
    private Set<Call> failing = Set.of();
    private long failAt = -1;
    private boolean failFromThenOn;
    private long bytesFree = Long.MAX_VALUE;

    /// The n-th of these calls from now on fails, from 0; nothing fails if it is below 0.
    synchronized void fail(int nth, Set<Call> these) {
        counts.clear();
        failing = these;
        failAt = nth;
        failFromThenOn = false;
    }

    /// As above, and so do all of these calls after it.
    synchronized void failFrom(int nth, Set<Call> these) {
        fail(nth, these);
        failFromThenOn = true;
    }

    /// Whether the call that was to fail has been made.
    synchronized boolean failed() {
        return failAt >= 0 && matching() > failAt;
    }

    /// From now on only so many bytes can be added to files.
    synchronized void fill(long free) {
        bytesFree = free;
    }

    /// How often this has been called since the faults were set.
    synchronized int count(Call call) {
        return counts.getOrDefault(call, 0);
    }

    /// What another process finds after this one has been killed.
    synchronized SimulatedDisk afterKill() {
        SimulatedDisk copy = new SimulatedDisk();
        files.forEach((path, file) -> copy.files.put(path, file.copy(copy)));
        durableFiles.forEach((path, file) ->
                copy.durableFiles.put(path, files.get(path) == file ? copy.files.get(path) : file.copy(copy)));
        return copy;
    }

    /// What is found after the machine has lost power: of everything that was not forced, any part.
    synchronized SimulatedDisk afterPowerCut(Random random) {
        SimulatedDisk copy = new SimulatedDisk();
        Set<Path> paths = new HashSet<>(files.keySet());
        paths.addAll(durableFiles.keySet());
        for (Path path : paths.stream().sorted().toList()) {
            Optional<SimulatedFile> written = Optional.ofNullable(files.get(path));
            Optional<SimulatedFile> durable = Optional.ofNullable(durableFiles.get(path));
            Optional<SimulatedFile> left = written.equals(durable) || random.nextBoolean() ? written : durable;
            left.ifPresent(file -> copy.put(path, file.afterPowerCut(random)));
        }
        return copy;
    }

    synchronized byte[] bytes(Path file) {
        return Objects.requireNonNull(files.get(file)).content().clone();
    }

    /// Puts a file there as if it had always been.
    synchronized void put(Path path, byte[] content) {
        SimulatedFile file = new SimulatedFile(this, content, content);
        files.put(path, file);
        durableFiles.put(path, file);
    }

    /// Changes what was written to a file, not what of it is durable.
    synchronized void overwrite(Path path, byte[] content) {
        Objects.requireNonNull(files.get(path)).overwrite(content);
    }

    synchronized void remove(Path path) {
        files.remove(path);
        durableFiles.remove(path);
    }

    synchronized List<Path> paths() {
        return List.copyOf(files.keySet());
    }

    @Override
    public int sectorBytes() {
        return SimulatedFile.SECTOR_BYTES;
    }

    @Override
    public synchronized void createDirectory(Path directory) throws IOException {
        step(Call.CREATE_DIRECTORY);
    }

    @Override
    public synchronized List<String> list(Path directory) throws IOException {
        step(Call.LIST);
        return files.keySet().stream()
                .map(path -> path.getFileName().toString())
                .toList();
    }

    @Override
    public synchronized DiskFile create(Path path) throws IOException {
        step(Call.CREATE);
        if (files.containsKey(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        SimulatedFile file = new SimulatedFile(this, new byte[0], new byte[0]);
        files.put(path, file);
        return file.open();
    }

    @Override
    public synchronized DiskFile openForWriting(Path path) throws IOException {
        return openForReading(path);
    }

    @Override
    public synchronized DiskFile openForReading(Path path) throws IOException {
        step(Call.OPEN);
        SimulatedFile file = files.get(path);
        if (file == null) {
            throw new NoSuchFileException(path.toString());
        }
        return file.open();
    }

    @Override
    public synchronized void delete(Path path) throws IOException {
        step(Call.DELETE);
        if (files.remove(path) == null) {
            throw new NoSuchFileException(path.toString());
        }
    }

    @Override
    public synchronized void forceDirectory(Path directory) throws IOException {
        step(Call.FORCE_DIRECTORY);
        durableFiles.clear();
        durableFiles.putAll(files);
    }

    @Override
    public synchronized Closeable lock(Path directory) throws IOException {
        step(Call.LOCK);
        if (!locks.add(directory)) {
            throw new IOException(directory + " is held");
        }
        return () -> unlock(directory);
    }

    private synchronized void unlock(Path directory) {
        locks.remove(directory);
    }

    synchronized void step(Call call) throws IOException {
        counts.merge(call, 1, Integer::sum);
        if (failing.contains(call) && failAt >= 0) {
            long nth = matching() - 1;
            if (nth == failAt || (failFromThenOn && nth > failAt)) {
                throw new IOException("simulated fault in " + call);
            }
        }
    }

    /// Takes so many bytes of the free space, or as many as there are.
    synchronized int take(int bytes) throws IOException {
        int taken = (int) Math.min(bytes, bytesFree);
        if (taken == 0) {
            throw new IOException("No space left on device");
        }
        bytesFree -= taken;
        return taken;
    }

    private long matching() {
        return failing.stream().mapToInt(this::count).sum();
    }
}
