package physio.outcomes.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import physio.outcomes.spc.Funnel;
import physio.outcomes.spc.FunnelUnit;
import physio.outcomes.spc.Position;

/**
 * Clinics, or practitioners, by size, between the limits of chance.
 *
 * @param units what the points are
 * @param size what a clinic's size is counted in, such as "patients"
 * @param named whose names are written beside their points
 */
public record FunnelChart(
        String id, String title, Axis axis, Better better, Funnel funnel, Units units, String size, List<String> named)
        implements Chart {
    /** What is held against each other. */
    public enum Units {
        CLINICS,
        PRACTITIONERS
    }

    public FunnelChart {
        Chart.checkedId(id);
        named = List.copyOf(named);
    }

    @Override
    public String alternative() {
        Sentences text = new Sentences(Texts.say("alternative.funnel." + key(), axis.label(), size), better.words());
        text.add(Texts.say("alternative.funnel.together." + key(), axis.amount(funnel.centre())));
        for (Position position : Position.values()) {
            List<FunnelUnit> there = funnel.units().stream()
                    .filter(unit -> funnel.position(unit) == position)
                    .toList();
            if (!there.isEmpty()) {
                String names = position == Position.WITHIN
                        ? ""
                        : Words.bracketed(there.stream().map(this::told).collect(Collectors.joining(", ")));
                text.add(Texts.say(
                                "alternative.funnel.position",
                                Words.count(there.size()),
                                Words.count(funnel.units().size()),
                                Texts.say("position", position))
                        + names);
            }
        }
        return text.toString();
    }

    /** The group of a text that there is for each kind of units. */
    private String key() {
        return units.name().toLowerCase(Locale.ROOT);
    }

    private String told(FunnelUnit unit) {
        return unit.name() + " " + axis.number(unit.value());
    }

    /** Those of some positions. */
    public List<FunnelUnit> at(Position... positions) {
        List<Position> asked = Arrays.asList(positions);
        return funnel.units().stream()
                .filter(unit -> asked.contains(funnel.position(unit)))
                .toList();
    }
}
