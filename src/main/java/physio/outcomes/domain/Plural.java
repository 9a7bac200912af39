package physio.outcomes.domain;

import java.util.Locale;

/** Numbers of things in messages. */
public final class Plural {
    private Plural() {}

    /** {@code 1 file}, {@code 2,000 files}. */
    public static String of(long number, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", number, one, number == 1 ? "" : "s");
    }
}
