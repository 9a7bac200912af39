package physio.outcomes.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Tile;
import physio.outcomes.report.Page.Tiles;

/** How much was done in the month, and how much of it is on record. */
final class ActivityTiles {
    private final MonthlySubject subject;
    private final Indicators indicators;

    private ActivityTiles(MonthlySubject subject) {
        this.subject = subject;
        this.indicators = subject.indicators();
    }

    static Tiles of(MonthlySubject subject) {
        return new ActivityTiles(subject).tiles();
    }

    private Tiles tiles() {
        Optional<PublishedRow> row = subject.activity(subject.clinic());
        return new Tiles(List.of(
                tile(indicators.sessions(), count(row, "attended"), Texts.say("tile.sessions")),
                tile(indicators.patients(), count(row, "n_patients"), Texts.say("tile.patients")),
                tile(indicators.episodes(), episodes(), Texts.say("tile.episodes")),
                attendance(),
                share(
                        indicators.completeness(),
                        activity -> Shares.recorded(activity, subject.measures()),
                        Texts.say("tile.completeness"))));
    }

    private Tile attendance() {
        MonthlyAttendance attendance = new MonthlyAttendance(subject);
        MonthsChart months = indicators.attendance();
        if (attendance.isHidden(subject.clinic())) {
            return tile(months, Words.hidden(), Texts.say("tile.too_few"));
        }
        return attendance.isRecorded(subject.clinic())
                ? share(
                        months,
                        row -> attendance.of(row).share(),
                        Texts.say(
                                "tile.attendance",
                                Words.shown(attendance.of(subject.clinic()).booked())))
                : new Tile(
                        months.axis().quantity(),
                        Words.NONE,
                        Texts.say("tile.attendance.unknown"),
                        "",
                        List.of(),
                        Optional.empty());
    }

    private static String count(Optional<PublishedRow> row, String column) {
        return row.map(activity -> activity.isSuppressed() ? Words.hidden() : Words.count(activity.count(column)))
                .orElse("0");
    }

    private String episodes() {
        return subject.tables()
                .participation()
                .first(Map.of(
                        "clinic_id", subject.clinic(), "period", subject.month().toString()))
                .map(row -> row.isSuppressed() ? Words.hidden() : Words.count(row.count("n_episodes")))
                .orElse("0");
    }

    private Tile share(MonthsChart months, Function<PublishedRow, OptionalDouble> share, String detail) {
        String value = subject.activity(subject.clinic())
                .map(row -> row.isSuppressed() ? Words.hidden() : Words.percent(share.apply(row)))
                .orElse(Words.NONE);
        String benchmark = subject.isOneClinic()
                ? subject.activity(MonthlySubject.ALL)
                        .map(share)
                        .map(all -> Texts.say("tile.benchmark", Words.percent(all)))
                        .orElse("")
                : "";
        Trend trend = new Trend(months);
        return new Tile(months.axis().quantity(), value, detail, benchmark, trend.statuses(), trend.drawn());
    }

    private static Tile tile(MonthsChart months, String value, String detail) {
        Trend trend = new Trend(months);
        return new Tile(months.axis().quantity(), value, detail, "", trend.statuses(), trend.drawn());
    }
}
