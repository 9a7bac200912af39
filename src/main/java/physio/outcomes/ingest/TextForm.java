package physio.outcomes.ingest;

import java.util.Set;

/** Forms that texts of a record take, each told by one walk over the characters. */
public enum TextForm {
    /** {@code [A-Za-z0-9_-]{1,64}}. */
    CLINIC {
        @Override
        public boolean fits(String text) {
            return isLong(text, 64) && isPlain(text, "_-");
        }
    },
    /** {@code [A-Za-z0-9][A-Za-z0-9_.-]{0,63}}. */
    CODE {
        @Override
        public boolean fits(String text) {
            return isLong(text, 64) && isPlain(text.charAt(0)) && isPlain(text, "_.-");
        }
    },
    /** Letters of any script, digits, blanks and {@code _.-}, up to 32. */
    LABEL {
        @Override
        public boolean fits(String text) {
            return isLong(text, 32)
                    && isWord(text.codePointAt(0))
                    && text.codePoints().allMatch(c -> isWord(c) || " _.-".indexOf(c) >= 0);
        }
    },
    /** Bands in tens, 90 and more pooled. */
    AGE_BAND {
        @Override
        public boolean fits(String text) {
            return BANDS.contains(text);
        }
    },
    /** Up to 200 characters, none of which steers a terminal or the direction of writing. */
    ID {
        @Override
        public boolean fits(String text) {
            if (!isLong(text, 200)) {
                return false;
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < ' ' || (c >= 0x7f && isSteering(c))) {
                    return false;
                }
            }
            return true;
        }
    };

    private static final Set<String> BANDS =
            Set.of("0-9", "10-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80-89", "90+");

    /** Whether a text has this form. */
    public abstract boolean fits(String text);

    private static boolean isLong(String text, int most) {
        return !text.isEmpty() && text.length() <= most;
    }

    private static boolean isPlain(String text, String others) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isPlain(c) && others.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isWord(int c) {
        return (c >= '0' && c <= '9') || Character.isAlphabetic(c);
    }

    private static boolean isSteering(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
