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
        return switch (model) {
            case "crude" -> "Crude";
            case STANDARDISED -> "Hedges' g, in SD";
            case "ancova" -> "Adjusted (ANCOVA)";
            case "mixed_patient" -> "Mixed model, patients";
            case "mixed_clinic" -> "Mixed model, clinics";
            case "overlap" -> "Overlap weights";
            default -> model;
        };
    }

    static String inSentence(String model) {
        return switch (model) {
            case "mixed_patient" -> "the mixed model with patients";
            case "mixed_clinic" -> "the mixed model with clinics";
            case "overlap" -> "overlap weights";
            default -> of(model);
        };
    }
}
