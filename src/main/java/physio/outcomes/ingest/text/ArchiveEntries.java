package physio.outcomes.ingest.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;

/** The files in a zip archive. */
public final class ArchiveEntries {
    private ArchiveEntries() {}

    /**
     * The names of the files in an archive, in its order.
     *
     * @throws RefusedFile when it is damaged, encrypted or holds what could lead outside of it
     */
    public static List<String> names(FileLocation archive) throws RefusedFile {
        List<String> names = new ArrayList<>();
        try (ZipFile zip = zip(archive)) {
            long unpacked = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                refuse(entry);
                unpacked += Math.max(entry.getSize(), 0);
                if (!entry.isDirectory()) {
                    names.add(entry.getName());
                }
            }
            // Entries may lie over one another: each within bounds, all together without.
            if (UnpackingGuard.isBeyondReason(unpacked, archive.size())) {
                throw Unreadable.refusal(new UnpackingGuard.Exceeded(), "");
            }
        } catch (IOException broken) {
            throw Unreadable.isWithheld(broken)
                    ? RefusedFile.unreadable()
                    : new RefusedFile("is no sound zip archive; ask for it again.");
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new RefusedFile("holds two files of one name; pack it anew.");
        }
        return names;
    }

    private static void refuse(ZipArchiveEntry entry) throws RefusedFile {
        String name = entry.getName();
        boolean isOutside = name.startsWith("/")
                || name.contains("\\")
                || name.matches("[A-Za-z]:.*")
                || List.of(name.split("/", -1)).contains("..");
        if (isOutside || entry.isUnixSymlink()) {
            throw new RefusedFile("holds a link, or a path that leads outside of it; unpack it and deliver the files.");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new RefusedFile("is encrypted; unpack it and deliver the files.");
        }
    }

    /** The archive; it closes the bytes with itself, and when they are none. */
    private static ZipFile zip(FileLocation archive) throws IOException {
        return ZipFile.builder().setSeekableByteChannel(archive.channel()).get();
    }

    /** The bytes of a file in an archive, checked against the checksum that the archive has for it. */
    static InputStream open(FileLocation location) throws IOException {
        ZipFile zip = zip(location);
        ZipArchiveEntry entry = zip.getEntry(location.entry());
        if (entry == null) {
            zip.close();
            throw new IOException("no such entry");
        }
        try {
            return guarded(zip, entry, location);
        } catch (IOException broken) {
            zip.close();
            throw broken;
        }
    }

    private static InputStream guarded(ZipFile zip, ZipArchiveEntry entry, FileLocation location) throws IOException {
        long packed = Math.min(entry.getCompressedSize(), location.size());
        InputStream guarded = new UnpackingGuard(zip.getInputStream(entry), () -> packed);
        InputStream checked = ChecksumInputStream.builder()
                .setInputStream(guarded)
                .setChecksum(new CRC32())
                .setExpectedChecksumValue(entry.getCrc())
                .get();
        return new FilterInputStream(checked) {
            @Override
            public void close() throws IOException {
                super.close();
                zip.close();
            }
        };
    }
}
