package physio.outcomes.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A chart that a reader sees, and where the browser has laid its text. */
record ChartTexts(String chart, Box frame, List<Text> texts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String VISIBLE = """
            () => {
              const box = element => {
                const {left, top, right, bottom} = element.getBoundingClientRect();
                return {left, top, right, bottom};
              };
              const visible = element => element.checkVisibility({visibilityProperty: true});
              const texts = svg => [...svg.querySelectorAll('text')].filter(visible)
                .map(text => ({words: text.textContent, box: box(text)}));
              return JSON.stringify([...document.querySelectorAll('svg')].filter(visible)
                .filter(svg => !svg.closest('.tile'))
                .map(svg => ({chart: svg.getAttribute('aria-label'), frame: box(svg), texts: texts(svg)})));
            }
            """;

    record Text(String words, Box box) {}

    /** In CSS px of the window. */
    record Box(double left, double top, double right, double bottom) {
        /** Letters end before their box does. */
        private static final double TOLERANCE = 1;

        boolean overlaps(Box other) {
            return left + TOLERANCE < other.right
                    && other.left + TOLERANCE < right
                    && top + TOLERANCE < other.bottom
                    && other.top + TOLERANCE < bottom;
        }

        boolean holds(Box inner) {
            return left - TOLERANCE <= inner.left
                    && inner.right <= right + TOLERANCE
                    && top - TOLERANCE <= inner.top
                    && inner.bottom <= bottom + TOLERANCE;
        }
    }

    static List<ChartTexts> in(Page page) {
        try {
            return List.of(JSON.readValue((String) page.evaluate(VISIBLE), ChartTexts[].class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Texts that lie over another one. */
    Stream<String> overlapping() {
        return IntStream.range(0, texts.size())
                .boxed()
                .flatMap(i -> texts.subList(0, i).stream()
                        .filter(before -> before.box.overlaps(texts.get(i).box))
                        .map(before -> "“" + texts.get(i).words + "” over “" + before.words + "” in: " + chart));
    }

    /** Texts that are cut off. */
    Stream<String> outside() {
        return texts.stream()
                .filter(text -> !frame.holds(text.box))
                .map(text -> "“" + text.words + "” leaves: " + chart);
    }
}
