package physio.outcomes.report;

import java.util.List;

/** Names of the models of a comparison. */
final class ModelLabels {
    /** In another unit than the rest, so in tables alone. */
    static final String STANDARDISED = "hedges_g";

    /** Those that a chart shows side by side. */
    static final List<String> DRAWN = List.of("crude", "ancova", "mixed_patient", "mixed_clinic", "overlap");

    private ModelLabels() {}

    static String of(String model) {
        return Texts.find("model." + model).orElse(model);
    }

    static String inSentence(String model) {
        return Texts.find("model.told." + model).orElseGet(() -> of(model));
    }
}
