package ballast.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.Random;

/// A file of a [SimulatedDisk]: what was written to it, and what of that would survive a loss of power.
final class SimulatedFile {
    /// Tiny, so that a loss of power tears the small records of tests.
    static final int SECTOR_BYTES = 64;

    private final SimulatedDisk disk;
    private byte[] content;
    private byte[] durable;
    private boolean pagesDropped;

    SimulatedFile(SimulatedDisk disk, byte[] content, byte[] durable) {
        this.disk = disk;
        this.content = content.clone();
        this.durable = durable.clone();
    }

    byte[] content() {
        return content;
    }

    void overwrite(byte[] written) {
        content = written.clone();
    }

    SimulatedFile copy(SimulatedDisk to) {
        SimulatedFile copy = new SimulatedFile(to, content, durable);
        copy.pagesDropped = pagesDropped;
        return copy;
    }

    /// Any length from the durable to the written one; each sector as written, as forced, or never written.
    byte[] afterPowerCut(Random random) {
        int shorter = Math.min(content.length, durable.length);
        int longer = Math.max(content.length, durable.length);
        byte[] left = Arrays.copyOf(durable, shorter + random.nextInt(longer - shorter + 1));
        for (int at = 0; at < Math.min(left.length, content.length); at += SECTOR_BYTES) {
            if (!pagesDropped && random.nextInt(4) > 0) {
                int bytes = Math.min(SECTOR_BYTES, Math.min(left.length, content.length) - at);
                System.arraycopy(content, at, left, at, bytes);
            }
        }
        return left;
    }

    DiskFile open() {
        return new Handle();
    }

    private final class Handle implements DiskFile {
        private boolean closed;

        @Override
        public int write(ByteBuffer from, long offset) throws IOException {
            synchronized (disk) {
                int at = (int) offset;
                int end = at + from.remaining();
                try {
                    step(SimulatedDisk.Call.WRITE);
                } catch (IOException e) {
                    end = at + from.remaining() / 2; // what a real disk has taken by then is anybody's guess
                    put(from, at, end);
                    throw e;
                }
                if (end > content.length) {
                    end = content.length + disk.take(end - content.length);
                }
                put(from, at, end);
                return end - at;
            }
        }

        private void put(ByteBuffer from, int at, int end) {
            if (end > content.length) {
                content = Arrays.copyOf(content, end);
            }
            from.get(content, at, end - at);
        }

        @Override
        public int read(ByteBuffer into, long offset) throws IOException {
            synchronized (disk) {
                step(SimulatedDisk.Call.READ);
                int count = (int) Math.min(into.remaining(), content.length - offset);
                if (count <= 0) {
                    return -1;
                }
                into.put(content, (int) offset, count);
                return count;
            }
        }

        @Override
        public long size() throws IOException {
            synchronized (disk) {
                step(SimulatedDisk.Call.SIZE);
                return content.length;
            }
        }

        @Override
        public void truncate(long bytes) throws IOException {
            synchronized (disk) {
                step(SimulatedDisk.Call.TRUNCATE);
                content = Arrays.copyOf(content, (int) Math.min(bytes, content.length));
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (disk) {
                try {
                    step(SimulatedDisk.Call.FORCE);
                } catch (IOException e) {
                    pagesDropped = true; // the system forgets that they were to be written
                    throw e;
                }
                if (!pagesDropped) {
                    durable = content.clone();
                }
            }
        }

        @Override
        public void close() throws IOException {
            synchronized (disk) {
                closed = true;
                disk.step(SimulatedDisk.Call.CLOSE);
            }
        }

        private void step(SimulatedDisk.Call call) throws IOException {
            if (closed) {
                throw new ClosedChannelException();
            }
            disk.step(call);
        }
    }
}
