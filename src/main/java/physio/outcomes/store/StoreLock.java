package physio.outcomes.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.UserException;

/** Lets one run at a time write to a store, by a lock that the kernel gives up when its process ends, however it ends. */
final class StoreLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private StoreLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock.
     *
     * @param isWaiting whether to wait while another run holds the store
     * @throws UserException when another run holds it
     */
    static StoreLock take(Path folder, boolean isWaiting, Clock clock) {
        Path file = folder.resolve("lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            boolean isTaken = false;
            try {
                FileLock lock = isWaiting ? channel.lock() : tryLock(channel);
                if (lock == null) {
                    throw busy(folder, holder(channel));
                }
                writeHolder(channel, clock);
                isTaken = true;
                return new StoreLock(channel, lock);
            } finally {
                if (!isTaken) {
                    channel.close();
                }
            }
        } catch (IOException failed) {
            throw UserException.store(
                    "Cannot lock the store " + folder + ": check that it is writable and on a local disk.");
        }
    }

    private static UserException busy(Path folder, String holder) {
        return new UserException(
                ExitCode.STORE_BUSY,
                "Another run holds the store " + folder + holder + ": wait for it to end, or give --wait.");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(128);
        channel.read(buffer, 0);
        String holder = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).strip();
        return holder.isEmpty() ? "" : " (" + holder + ")";
    }

    private static void writeHolder(FileChannel channel, Clock clock) throws IOException {
        String holder = "process " + ProcessHandle.current().pid() + ", since "
                + clock.instant().truncatedTo(ChronoUnit.SECONDS);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException gone) {
            throw UserException.store(
                    "Cannot release the lock of the store: the disk that holds it is gone or failing.");
        }
    }
}
