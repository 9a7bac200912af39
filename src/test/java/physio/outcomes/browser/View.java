package physio.outcomes.browser;

import java.util.stream.Stream;

/** How a reader sees a page. */
record View(Report report, Medium medium) {

    /** Each page on each of the media. */
    static Stream<View> on(Medium... media) {
        return Stream.of(Report.values()).flatMap(report -> Stream.of(media).map(medium -> new View(report, medium)));
    }
}
