package physio.outcomes.ingest.text;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopChannelTest {
    private final FileLocation file;

    HadoopChannelTest(@TempDir Path folder) throws IOException {
        this.file = Shelf.location(Files.writeString(folder.resolve("a.csv"), "0123456789"));
    }

    @Test
    void readsFromAnyPlaceIntoBuffersOfBothKinds() throws IOException {
        try (SeekableByteChannel channel = file.channel()) {
            assertThat(channel.size()).isEqualTo(10);
            for (ByteBuffer buffer : new ByteBuffer[] {ByteBuffer.allocate(8), ByteBuffer.allocateDirect(8)}) {
                buffer.position(1).limit(5);
                channel.position(3);
                assertThat(channel.read(buffer)).isEqualTo(4);
                assertThat(channel.position()).isEqualTo(7);
                buffer.position(1);
                byte[] read = new byte[4];
                buffer.get(read);
                assertThat(new String(read, US_ASCII)).isEqualTo("3456");
                channel.position(10);
                assertThat(channel.read(buffer.clear())).isEqualTo(-1);
            }
        }
    }

    /** A slice begins in the middle of the array that it shares. */
    @Test
    void readsIntoASlice() throws IOException {
        byte[] all = new byte[6];
        try (SeekableByteChannel channel = file.channel()) {
            ByteBuffer slice = ByteBuffer.wrap(all).position(2).limit(4).slice();
            assertThat(channel.read(slice)).isEqualTo(2);
            assertThat(slice.hasRemaining()).isFalse();
        }
        assertThat(all).containsExactly(0, 0, '0', '1', 0, 0);
    }

    /** As the end of an archive is looked for, and then what lies far before and behind. */
    @Test
    void readsBackwardsByteByByteFromFewStretches(@TempDir Path folder) throws IOException {
        byte[] bytes = new byte[200_000];
        new Random(1).nextBytes(bytes);
        FileLocation large = Shelf.location(Files.write(folder.resolve("large.csv"), bytes));
        int before = Shelf.seeks();
        try (SeekableByteChannel channel = large.channel()) {
            ByteBuffer four = ByteBuffer.allocate(4);
            for (int at = bytes.length - 4; at >= bytes.length - 100_000; at--) {
                channel.position(at);
                assertThat(channel.read(four.clear())).isPositive();
                assertThat(four.get(0)).isEqualTo(bytes[at]);
            }
            for (int at : new int[] {0, 150_000, 70_000, 199_999, 1}) {
                ByteBuffer all = ByteBuffer.allocate(bytes.length);
                channel.position(at);
                while (channel.read(all) > 0) {
                    assertThat(channel.position()).isEqualTo(at + all.position());
                }
                assertThat(Arrays.copyOf(all.array(), all.position()))
                        .isEqualTo(Arrays.copyOfRange(bytes, at, bytes.length));
            }
            assertThat(channel.position(300_000).read(four.clear())).isEqualTo(-1);
        }
        assertThat(Shelf.seeks() - before).isBetween(1, 20);
    }

    @Test
    void isForReadingUntilItIsClosed() throws IOException {
        SeekableByteChannel channel = file.channel();
        assertThat(channel.isOpen()).isTrue();
        assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1))).isInstanceOf(NonWritableChannelException.class);
        assertThatThrownBy(() -> channel.truncate(0)).isInstanceOf(NonWritableChannelException.class);
        channel.close();
        assertThat(channel.isOpen()).isFalse();
        assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1))).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(channel::size).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(channel::position).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> channel.position(1)).isInstanceOf(ClosedChannelException.class);
    }
}
