package physio.outcomes.ingest;

import java.io.Serializable;

/**
 * Something about a file that an analyst should look at and that rejects nothing.
 *
 * @param subject the measure that it is about, or empty when it is about the whole file
 * @param sentence the rest of a sentence that begins with the file's name, without full stop and without a value
 */
public record Warning(FileRule rule, String subject, String sentence) implements Serializable {}
