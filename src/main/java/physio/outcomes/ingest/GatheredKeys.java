package physio.outcomes.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys of one file's sessions by bucket: in memory while they are few, then in files that only this user can read. */
final class GatheredKeys implements Closeable {
    private static final long FEW_BYTES = 16L << 20;
    private static final int MANY = 64;

    private final List<List<KeyBlock>> blocks = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private long held;

    /** For a file of this size. */
    GatheredKeys(long fileBytes) {
        int buckets = fileBytes < FEW_BYTES ? 1 : MANY;
        for (int i = 0; i < buckets; i++) {
            blocks.add(new ArrayList<>());
        }
    }

    int buckets() {
        return blocks.size();
    }

    void add(KeyBlock block) throws IOException {
        blocks.get(block.bucket()).add(block);
        held += block.bytes().length;
        if (held > 4 * FEW_BYTES) {
            spill();
        }
    }

    private void spill() throws IOException {
        for (int bucket = 0; bucket < blocks.size(); bucket++) {
            if (files.size() <= bucket) {
                files.add(Files.createTempFile("outcomes-keys-", ".tmp"));
            }
            append(files.get(bucket), blocks.get(bucket));
            blocks.get(bucket).clear();
        }
        held = 0;
    }

    private static void append(Path file, List<KeyBlock> held) throws IOException {
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND)))) {
            for (KeyBlock block : held) {
                out.writeInt(block.part().part());
                out.writeInt(block.bytes().length);
                out.write(block.bytes());
            }
        }
    }

    /** The parts that must be read again, in order, with what is to become of their records. */
    List<Verdicts> news() throws IOException {
        Map<PartId, Verdicts> all = new TreeMap<>();
        for (int bucket = 0; bucket < blocks.size(); bucket++) {
            List<KeyBlock> whole = new ArrayList<>(blocks.get(bucket));
            if (!files.isEmpty()) {
                whole.addAll(spilled(bucket));
            }
            KeyBucket.resolve(whole.iterator())
                    .verdicts()
                    .forEach(found -> all.merge(found.part(), found, Verdicts::and));
        }
        return all.values().stream().filter(Verdicts::isNews).toList();
    }

    private List<KeyBlock> spilled(int bucket) throws IOException {
        List<KeyBlock> read = new ArrayList<>();
        Path file = files.get(bucket);
        long left = Files.size(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (left > 0) {
                PartId part = new PartId(0, in.readInt());
                byte[] entries = new byte[in.readInt()];
                in.readFully(entries);
                read.add(KeyBlock.of(bucket, part, entries));
                left -= 2 * Integer.BYTES + entries.length;
            }
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
