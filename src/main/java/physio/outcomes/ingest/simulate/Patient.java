package physio.outcomes.ingest.simulate;

import java.util.List;

/**
 * One patient.
 *
 * @param number from 1
 * @param decade of life: 2 for 20–29, up to 9 for 90 and older
 * @param tendency severity that all episodes of the patient share, in SD
 */
record Patient(long number, Clinic clinic, int decade, Sex sex, double tendency) {
    private static final List<Integer> DECADES = List.of(2, 3, 4, 5, 6, 7, 8, 9);

    enum Sex {
        FEMALE,
        MALE
    }

    static Patient draw(long number, List<Clinic> clinics, Draws draws) {
        return new Patient(
                number,
                draws.pick(clinics, Clinic::size),
                draws.pick(DECADES, Patient::decadeWeight),
                draws.chance(0.58) ? Sex.FEMALE : Sex.MALE,
                draws.gaussian());
    }

    String ageBand() {
        return decade == 9 ? "90+" : decade + "0-" + decade + "9";
    }

    private static double decadeWeight(int decade) {
        return switch (decade) {
            case 2 -> 0.10;
            case 3 -> 0.15;
            case 4, 5 -> 0.20;
            case 6 -> 0.17;
            case 7 -> 0.11;
            case 8 -> 0.055;
            default -> 0.015;
        };
    }
}
