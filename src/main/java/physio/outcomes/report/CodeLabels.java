package physio.outcomes.report;

/** What codes of tables are called; one that has no text is written as words. */
final class CodeLabels {
    private CodeLabels() {}

    /** A code of some group of texts, such as {@code did_not_attend}, as it stands alone. */
    static String of(String group, String code) {
        return Texts.find(group + "." + code).orElseGet(() -> capital(words(code)));
    }

    /** A code as it stands within a sentence. */
    static String told(String group, String code) {
        return Texts.find(group + ".told." + code).orElseGet(() -> words(code));
    }

    private static String words(String code) {
        return code.replace('_', ' ');
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
